import type { PublishProblem } from '#domain/form/check-publishable.ts';
import type { ConditionDoubt } from '#domain/form/condition-doubts.ts';
import type { Doubt, RefusedPart, RefusedReason } from '#domain/workflow/refused-part.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { xmlFaultOf } from '#domain/workflow/xml-fault.ts';
import type { Words } from './words.ts';

/** Agency → its name. */
export type AgencyNames = Readonly<Record<string, string>>;

/** What an element is called: its name; a flow without one by its ends; what has none by what it is. */
export function elementSaid(words: Words, { id: whole, name, nodes, flows, lanes }: Workflow, id: string): string {
  const flow = flows.find((one) => one.id === id);
  if (flow) return flow.name || [flow.from, flow.to].map((end) => nodeSaid(end)).join(' → ');
  return nodeSaid(id);

  function nodeSaid(nodeId: string): string {
    const node = nodes.find((one) => one.id === nodeId);
    const named = node?.name || lanes.find((one) => one.id === nodeId)?.name || (nodeId === whole ? name : '');
    return named || (node ? `${words.workflowPart[node.kind]} ${nodeId}` : nodeId);
  }
}

/** What stands against publishing, as a sentence. */
export function problemSaid(words: Words, found: PublishProblem, workflow: Workflow, agencies: AgencyNames): string {
  const place = elementSaid(words, workflow, found.element);
  const said = words.problem;
  switch (found.kind) {
    case 'task-untold':
      return said[found.kind]({ place, reason: words.untold[found.reason] });
    case 'shares-not-100':
      return said[found.kind]({ sum: words.number(found.sum) });
    case 'agency-unknown':
      return said[found.kind]({ place, agency: found.agency });
    case 'unit-missing':
      return said[found.kind]({ place, agency: agencies[found.agency] ?? found.agency, unit: unitSaid(words, found.unit) });
    case 'act-unknown':
      return said[found.kind]({ place, act: found.act });
    case 'condition-unreadable':
      return said[found.kind]({ place, at: found.at + 1 });
    case 'condition-reads-unasked':
      return said[found.kind]({ place, name: found.name });
    case 'too-large':
    case 'begins-without-receipt':
    case 'steps-differ':
      return said[found.kind];
    default:
      return said[found.kind]({ place });
  }
}

function unitSaid({ unit }: Words, kind: string): string {
  return Object.entries(unit).find(([one]) => one === kind)?.[1] ?? kind;
}

/** Why a part of a file cannot be read, with its place. */
export function unreadSaid(words: Words, { element, reason, what, line, column }: RefusedPart): string {
  const { unreadPlace } = words;
  const why = { why: whySaid(words, reason, what) };
  const places = [
    ...(line === null ? [] : [unreadPlace.line({ line, column: column ?? 1 })]),
    ...(element === '' ? [] : [unreadPlace.element({ element })]),
  ];
  return places.length > 0 ? unreadPlace.said({ place: places.join(', '), ...why }) : unreadPlace.saidNowhere(why);
}

/** Reasons that say all: what goes with them only says it again, in English. */
const sayAll: readonly RefusedReason[] = ['too-large', 'not-text', 'not-bpmn', 'no-workflow', 'no-start'];

/** What stands in the file is said beside the reason; the words of the reader of XML only where we have none of our own. */
function whySaid(words: Words, reason: RefusedReason, what: string): string {
  const { unreadPart, unreadPlace, xmlFault } = words;
  if (sayAll.includes(reason)) return unreadPart[reason];
  const fault = reason === 'not-well-formed' ? xmlFaultOf(what) : undefined;
  if (!fault) return unreadPlace.why({ reason: unreadPart[reason], what: partSaid(words, what) });
  if (fault === 'sign-forbidden' || fault === 'ampersand-bare') return unreadPlace.why({ reason: xmlFault[fault], what });
  return xmlFault[fault];
}

/** What stands around the name of a part, in the words of who reads files. */
const partsSaid = [
  [/^a second (.+)$/, 'second'],
  [/^condition behind (.+)$/, 'conditionBehind'],
  [/^condition in (.+)$/, 'conditionIn'],
  [/^(several) events$/, 'several'],
  [/^(.+) without event$/, 'withoutEvent'],
  [/^interrupting (.+)$/, 'interrupting'],
] as const;

function partSaid({ unreadWhat }: Words, what: string): string {
  for (const [pattern, key] of partsSaid) {
    const part = pattern.exec(what)?.[1];
    if (part !== undefined) return key === 'several' ? unreadWhat.several : unreadWhat[key]({ part });
  }
  return what;
}

/** Something allowed and doubtful, as a sentence. */
export function doubtSaid(words: Words, found: Doubt | ConditionDoubt, workflow: Workflow): string {
  if (found.kind === 'condition-compares-unoffered') {
    const { name, value, offered } = found;
    return words.doubt[found.kind]({ place: elementSaid(words, workflow, found.element), name, value, offered: offered.join(', ') });
  }
  const { kind, element, what } = found;
  if (kind === 'no-end-event') return words.doubt[kind];
  return words.doubt[kind]({ place: kind === 'unknown-part' ? what : elementSaid(words, workflow, element) });
}
