import { BpmnModdle, type ModdleElement, type ModdleWarning } from 'bpmn-moddle';
import { type FilePlaces, placesIn } from './file-places.ts';
import { guardXml } from './guard-xml.ts';
import { type Doubt, malformed, type RefusedPart, unsupported } from './refused-part.ts';

/** A BPMN file as its tree of elements, with all that other tools wrote into it. */
export type BpmnFile = { readonly definitions: ModdleElement; readonly refused: readonly RefusedPart[]; readonly doubts: readonly Doubt[] };

export const ownNamespace = 'urn:motcua:workflow:1';

const text = (name: string) => ({ name, isAttr: true, type: 'String' });

/** Attributes of our own, which BPMN has no place for. */
export const ownPackage = {
  name: 'Motcua',
  prefix: 'motcua',
  uri: ownNamespace,
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'TaskFacts',
      extends: ['bpmn:Task'],
      properties: ['stepKind', 'role', 'sharePct', 'acts', 'form', 'paper', 'stated', 'source'].map(text),
    },
    { name: 'EndFacts', extends: ['bpmn:EndEvent'], properties: [text('outcome')] },
    { name: 'LaneFacts', extends: ['bpmn:Lane'], properties: [text('agency'), text('unit')] },
  ],
};

/** Reads and writes elements of BPMN with our own attributes. */
export function bpmnModdle(): BpmnModdle {
  return new BpmnModdle({ motcua: ownPackage });
}

/** A file by its lines, and where things stand in it. */
type Searched = { readonly lines: readonly string[]; readonly places: FilePlaces };

/** Reads a file as XML and as BPMN. What is wrong comes with its place; what is unknown and harmless is a doubt. */
export async function openBpmn(xml: string): Promise<BpmnFile | { readonly refused: readonly RefusedPart[] }> {
  const guarded = guardXml(xml);
  if (guarded) return { refused: [guarded] };
  // Once: a file can have as many faults as lines.
  const lines = xml.split('\n');
  const places = placesIn(xml);
  try {
    const { rootElement, warnings } = await bpmnModdle().fromXML(xml);
    // The text is decoded already, whatever encoding it names.
    const told = warnings
      .filter(({ message }) => !message.startsWith('unsupported document encoding'))
      .map((warning) => tell(warning, { lines, places }));
    return {
      definitions: rootElement,
      refused: firstCauses(told.filter(isRefusedPart)),
      doubts: told.filter((one) => !isRefusedPart(one)),
    };
  } catch (fault) {
    return { refused: [unreadable(fault instanceof Error ? fault.message : String(fault), lines)] };
  }
}

/** The tree as XML again, what other tools wrote into it included. */
export async function writeBpmnFile(definitions: ModdleElement): Promise<string> {
  return (await bpmnModdle().toXML(definitions, { format: true })).xml;
}

/** What points at a part that could not be read is no fault of its own. */
function firstCauses(refused: readonly RefusedPart[]): readonly RefusedPart[] {
  const unread = new Set(refused.flatMap(({ element, reason }) => (reason === 'points-nowhere' ? [] : [element])));
  return refused.filter(({ reason, what }) => reason !== 'points-nowhere' || !unread.has(what));
}

function isRefusedPart(told: RefusedPart | Doubt): told is RefusedPart {
  return told.kind === 'unsupported' || told.kind === 'malformed';
}

/** References that a workflow hangs on; others (to a message, from the drawing) only miss what they name. */
const bearing: Readonly<Record<string, readonly string[]>> = {
  'bpmn:SequenceFlow': ['bpmn:sourceRef', 'bpmn:targetRef'],
  'bpmn:Lane': ['bpmn:flowNodeRef'],
  'bpmn:Participant': ['bpmn:processRef'],
};
const bearingAnywhere = ['bpmn:attachedToRef', 'bpmn:default', 'bpmn:incoming', 'bpmn:outgoing'];

function tell({ message, element, property = '' }: ModdleWarning, { lines, places }: Searched): RefusedPart | Doubt {
  const [, missing] = /^unresolved reference <(.*)>$/.exec(message) ?? [];
  if (missing !== undefined) {
    const id = element?.id ?? '';
    const bears = bearingAnywhere.includes(property) || bearing[element?.$type ?? '']?.includes(property);
    return bears ? malformed(id, 'points-nowhere', missing) : { kind: 'points-nowhere', element: id, what: missing };
  }
  if (message.startsWith('unknown attribute')) {
    const given = places.idAt(element?.id ?? '');
    const { line, column } = places.at(given === undefined ? 0 : given + 1);
    return malformed(element?.id ?? '', 'not-well-formed', message, line, column);
  }
  const { what, line, column, why } = placeIn(message, lines);
  const [, doubled] = /^duplicate ID <(.*)>$/.exec(why) ?? [];
  if (doubled !== undefined) return malformed(doubled, 'id-doubled', what, line, column);
  const [, type] = /^unknown type <(.*)>$/.exec(why) ?? [];
  if (type !== undefined) return { ...unsupported(idAt(lines, line, column), type), line, column };
  if (/^unrecognized element <.+:.+>$/.test(why)) return { kind: 'unknown-part', element: idAt(lines, line, column), what };
  return unreadable(message, lines);
}

function unreadable(message: string, lines: readonly string[]): RefusedPart {
  if (message.startsWith('failed to parse document')) return malformed('', 'not-bpmn', 'no definitions of BPMN 2.0', 1, 1);
  const { what, line, column, why } = placeIn(message, lines);
  return malformed(idAt(lines, line, column), 'not-well-formed', why || what, line, column);
}

/** moddle tells the place in its message, counted from 0; where the file ends too soon, it tells none. */
function placeIn(message: string, lines: readonly string[]): { what: string; line: number; column: number; why: string } {
  const [, what = message, line = '0', column = '0', why = ''] =
    /^unparsable content ?([\s\S]*?) ?detected\n\tline: (\d+)\n\tcolumn: (\d+)\n\tnested error: ([\s\S]*)$/.exec(message) ?? [];
  if (why !== 'unexpected end of file') return { what, line: Number(line) + 1, column: Number(column) + 1, why };
  return { what, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, why };
}

/** The id that the tag at this place gives itself. */
function idAt(lines: readonly string[], line: number, column: number): string {
  const rest = lines
    .slice(line - 1, line + 20)
    .join('\n')
    .slice(column - 1);
  const [tag = ''] = /^<[^>]*/.exec(rest) ?? [];
  return /\sid\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
}
