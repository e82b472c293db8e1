import type { ModdleElement } from 'bpmn-moddle';
import { type BpmnFile, openBpmn } from './bpmn-file.ts';
import { asCondition, unreadableFrom } from './condition.ts';
import { conditionPlace } from './condition-place.ts';
import { type FilePlaces, placesIn } from './file-places.ts';
import { readLanes } from './read-lanes.ts';
import { elementOf, elementsOf, isSilent, readNode, textOf } from './read-nodes.ts';
import { type Doubt, malformed, type RefusedPart, unsupported } from './refused-part.ts';
import type { Flow, Workflow, WorkflowNode } from './workflow.ts';

/** A workflow with the file it stands in, which keeps what other tools wrote; or all that stands against reading it. */
export type BpmnRead =
  | { readonly workflow: Workflow; readonly definitions: ModdleElement; readonly doubts: readonly Doubt[] }
  | { readonly refused: readonly RefusedPart[] };

/**
 * Reads the one workflow of a BPMN 2.0 file.
 *
 * What takes part in the flow must be in the subset; anything else is refused by name and place. Drawings, texts, data
 * objects, pools without a workflow, message flows and other tools' extensions say nothing of the flow and are kept.
 * A node's incoming and outgoing flows, where the file leaves them out, are filled in.
 */
export async function readBpmn(xml: string): Promise<BpmnRead> {
  const file = await openBpmn(xml);
  if (!('definitions' in file)) return file;
  const [found, ...others] = processesOf(file.definitions);
  const refused = [
    ...file.refused,
    ...outsideOf(file.definitions),
    ...others.map(({ id = '' }) => unsupported(id, 'a second bpmn:Process')),
  ];
  if (!found) return { refused: [...refused, malformed('', 'no-workflow', 'no bpmn:Process with anything in it')] };
  return readElements(found, { ...file, refused }, placesIn(xml));
}

/** Elements of a file that hold flows of their own. */
export function processesOf(definitions: ModdleElement): readonly ModdleElement[] {
  return elementsOf(definitions, 'rootElements').filter(
    (root) => root.$type === 'bpmn:Process' && elementsOf(root, 'flowElements').length > 0,
  );
}

function outsideOf(definitions: ModdleElement): readonly RefusedPart[] {
  const strange = elementsOf(definitions, 'rootElements').filter(({ $type }) => /^bpmn:(Global)?(Choreography|Conversation)/.test($type));
  return strange.map(({ id = '', $type }) => unsupported(id, $type));
}

function readElements(found: ModdleElement, file: BpmnFile, places: FilePlaces): BpmnRead {
  const { lanes, laneOf, refused: wrongLanes } = readLanes(found);
  const elements = elementsOf(found, 'flowElements').filter((element) => !isSilent(element));
  const isFlow = ({ $type }: ModdleElement) => $type === 'bpmn:SequenceFlow';

  const nodes: WorkflowNode[] = [];
  const refused = [...file.refused, ...wrongLanes];
  for (const element of elements.filter((one) => !isFlow(one))) {
    const read = element.id ? readNode(element, laneOf.get(element.id) ?? null) : [malformed(found.id ?? '', 'id-missing', element.$type)];
    if ('kind' in read) nodes.push(read);
    else refused.push(...read);
  }

  const known = new Set(elements.flatMap((element) => (isFlow(element) ? [] : (element.id ?? []))));
  const flows: Flow[] = [];
  // Where part of the file could not be read, its flows would only tell the same fault again.
  for (const element of file.refused.length > 0 ? [] : elements.filter(isFlow)) {
    const read = readFlow(element, known, { places, count: flows.length });
    if ('kind' in read) refused.push(read);
    else flows.push(read);
  }

  const workflow: Workflow = { id: found.id ?? '', name: textOf(found, 'name'), nodes, flows, lanes };
  refused.push(...checkEnds(workflow, refused.length > 0));
  if (refused.length > 0) return { refused: withoutRepeats(refused) };
  fillIn(elements);
  return { workflow, definitions: file.definitions, doubts: file.doubts };
}

/** @param seen the file, and how many flows were read before it */
function readFlow(
  element: ModdleElement,
  known: ReadonlySet<string>,
  seen: { readonly places: FilePlaces; readonly count: number },
): Flow | RefusedPart {
  const [source, target] = [elementOf(element, 'sourceRef'), elementOf(element, 'targetRef')];
  const id = element.id ?? `${source?.id}-${target?.id}-${seen.count}`;
  if (!source?.id) return malformed(id, 'points-nowhere', 'sourceRef');
  if (!target?.id) return malformed(id, 'points-nowhere', 'targetRef');
  for (const end of [source.id, target.id]) if (!known.has(end)) return malformed(id, 'points-elsewhere', end);

  const basis = { id, name: textOf(element, 'name'), from: source.id, to: target.id };
  const expression = elementOf(element, 'conditionExpression');
  const condition = asCondition(expression ? textOf(expression, 'body') : '');
  if (!expression || !condition) return { ...basis, condition: null };
  if (source.$type !== 'bpmn:ExclusiveGateway') return unsupported(id, `condition behind ${source.$type}`);
  const language = textOf(expression, 'language');
  if (language && !/feel/i.test(language)) return unsupported(id, `condition in ${language}`);
  const wrong = unreadableFrom(condition);
  if (wrong !== null) {
    const place = conditionPlace(seen.places, id, wrong);
    return malformed(id, 'condition-unreadable', condition, place?.line, place?.column);
  }
  return { ...basis, condition };
}

/** What must hold where flows meet nodes. Starts are asked for only when all nodes could be read. */
function checkEnds({ id, nodes, flows }: Workflow, isPartial: boolean): readonly RefusedPart[] {
  const kinds = new Map(nodes.map((node) => [node.id, node.kind]));
  const wrong = flows.flatMap(({ id: flowId, from, to }): RefusedPart[] => {
    const [source, target] = [kinds.get(from), kinds.get(to)];
    if (target === 'start' || target === 'boundary timer') return [malformed(flowId, 'flow-into-start', to)];
    return source === 'end' || source === 'terminate' ? [malformed(flowId, 'flow-out-of-end', from)] : [];
  });
  const strayDefaults = nodes.flatMap((node): RefusedPart[] => {
    if (node.kind !== 'exclusive' || node.defaultFlowId === null) return [];
    const isOwn = flows.some((flow) => flow.id === node.defaultFlowId && flow.from === node.id);
    return isOwn || isPartial ? [] : [malformed(node.id, 'points-elsewhere', node.defaultFlowId)];
  });
  const hasStart = isPartial || nodes.some(({ kind }) => kind === 'start');
  return [...wrong, ...strayDefaults, ...(hasStart ? [] : [malformed(id, 'no-start', 'no bpmn:StartEvent')])];
}

/** One fault shows in several ways (a flow that points nowhere is also missing): each element and reason is told once. */
function withoutRepeats(refused: readonly RefusedPart[]): readonly RefusedPart[] {
  return [
    ...new Map(
      [...refused].reverse().map((part) => [`${part.element} ${part.reason} ${part.kind === 'unsupported' ? part.what : ''}`, part]),
    ).values(),
  ].reverse();
}

/** Lists at each node the flows that come and go, as drawing and other tools need it. */
function fillIn(elements: readonly ModdleElement[]): void {
  const flows = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow');
  const incoming = Map.groupBy(flows, (flow) => flow.get('targetRef'));
  const outgoing = Map.groupBy(flows, (flow) => flow.get('sourceRef'));
  for (const element of elements) {
    if (element.$type === 'bpmn:SequenceFlow') continue;
    element.set('incoming', incoming.get(element) ?? []);
    element.set('outgoing', outgoing.get(element) ?? []);
  }
}
