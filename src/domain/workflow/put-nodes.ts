import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { asCondition } from './condition.ts';
import { elementOf, elementsOf, isOfPersons, isSilent, textOf } from './read-nodes.ts';
import type { Flow, TaskFacts, Timer, Workflow, WorkflowNode } from './workflow.ts';

const feel = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** A file, and the element in it that holds the nodes and flows. */
type Place = { readonly definitions: ModdleElement; readonly whole: ModdleElement };

/**
 * Brings the nodes and flows of a file to those of a workflow. Elements that it has already are changed, not made anew, so that
 * what other tools wrote into them stays.
 *
 * @returns the nodes' elements by id
 */
export function putNodes(
  moddle: BpmnModdle,
  { definitions, whole }: Place,
  { nodes, flows }: Workflow,
): ReadonlyMap<string, ModdleElement> {
  const there = elementsOf(whole, 'flowElements');
  const known = new Map(there.flatMap((element) => (element.id ? [[element.id, element]] : [])));
  const messageOf = messagesOf(moddle, definitions, nodes);
  const elements = new Map(nodes.map((node) => [node.id, nodeElement(moddle, node, known.get(node.id), messageOf)]));
  const arrows = new Map(flows.map((flow) => [flow.id, flowElement(moddle, flow, elements, known.get(flow.id))]));

  for (const node of nodes) {
    const element = elements.get(node.id);
    if (node.kind === 'boundary timer') element?.set('attachedToRef', elements.get(node.attachedTo));
    if (node.kind === 'exclusive') element?.set('default', node.defaultFlowId === null ? undefined : arrows.get(node.defaultFlowId));
    const arrowsOf = (end: 'from' | 'to') => flows.flatMap((flow) => (flow[end] === node.id ? (arrows.get(flow.id) ?? []) : []));
    element?.set('incoming', arrowsOf('to'));
    element?.set('outgoing', arrowsOf('from'));
  }
  whole.set('flowElements', [...there.filter(isSilent), ...elements.values(), ...arrows.values()]);
  return elements;
}

/** The message of each name, added to the file where it has none of it yet. */
function messagesOf(
  moddle: BpmnModdle,
  definitions: ModdleElement,
  nodes: readonly WorkflowNode[],
): (name: string) => ModdleElement | undefined {
  const roots = elementsOf(definitions, 'rootElements');
  const messages = new Map(
    roots.flatMap((root) => (root.$type === 'bpmn:Message' ? [[textOf(root, 'name') || (root.id ?? ''), root]] : [])),
  );
  const names = new Set(nodes.flatMap((node) => (node.kind === 'message' && node.message !== null ? [node.message] : [])));
  const taken = new Set([...nodes, ...roots].map(({ id }) => id));
  let count = 0;
  for (const name of names) {
    if (messages.has(name)) continue;
    do count++;
    while (taken.has(`Message_${count}`));
    messages.set(name, moddle.create('bpmn:Message', { id: `Message_${count}`, name }));
  }
  definitions.set('rootElements', [...new Set([...messages.values()].filter((one) => !roots.includes(one))), ...roots]);
  return (name) => messages.get(name);
}

function nodeElement(
  moddle: BpmnModdle,
  node: WorkflowNode,
  known: ModdleElement | undefined,
  messageOf: (name: string) => ModdleElement | undefined,
): ModdleElement {
  const type = typeOf(node);
  const isSame = known && (node.kind === 'task' ? isOfPersons(known) : known.$type === type);
  const element = isSame ? known : moddle.create(type, { id: node.id });
  element.set('name', node.name || undefined);
  switch (node.kind) {
    case 'task':
      putFacts(element, node);
      break;
    case 'end':
    case 'terminate':
      element.set('motcua:outcome', node.outcome ?? undefined);
      element.set('eventDefinitions', node.kind === 'end' ? [] : [eventIn(moddle, element, 'bpmn:TerminateEventDefinition')]);
      break;
    case 'message': {
      const event = eventIn(moddle, element, 'bpmn:MessageEventDefinition');
      event.set('messageRef', node.message === null ? undefined : messageOf(node.message));
      element.set('eventDefinitions', [event]);
      break;
    }
    case 'timer':
    case 'boundary timer': {
      const event = eventIn(moddle, element, 'bpmn:TimerEventDefinition');
      putTime(moddle, event, node.timer);
      element.set('eventDefinitions', [event]);
      if (node.kind === 'boundary timer') element.set('cancelActivity', false);
      break;
    }
    case 'start':
    case 'exclusive':
    case 'parallel':
      break;
  }
  return element;
}

function typeOf({ kind }: WorkflowNode): string {
  switch (kind) {
    case 'start':
      return 'bpmn:StartEvent';
    case 'end':
    case 'terminate':
      return 'bpmn:EndEvent';
    case 'task':
      return 'bpmn:UserTask';
    case 'exclusive':
      return 'bpmn:ExclusiveGateway';
    case 'parallel':
      return 'bpmn:ParallelGateway';
    case 'timer':
    case 'message':
      return 'bpmn:IntermediateCatchEvent';
    case 'boundary timer':
      return 'bpmn:BoundaryEvent';
  }
}

function eventIn(moddle: BpmnModdle, element: ModdleElement, type: string): ModdleElement {
  return elementsOf(element, 'eventDefinitions').find(({ $type }) => $type === type) ?? moddle.create(type);
}

function putFacts(element: ModdleElement, { stepKind, role, sharePct, acts, form, paper, provenance }: TaskFacts): void {
  const written = {
    stepKind,
    role,
    sharePct: sharePct === null ? null : String(sharePct),
    acts: acts.length > 0 ? acts.join(' ') : null,
    form,
    paper,
    stated: provenance && String(provenance.stated),
    source: provenance?.source ?? null,
  };
  for (const [name, value] of Object.entries(written)) element.set(`motcua:${name}`, value ?? undefined);
}

function putTime(moddle: BpmnModdle, event: ModdleElement, timer: Timer | null): void {
  for (const [kind, property] of [
    ['duration', 'timeDuration'],
    ['date', 'timeDate'],
  ] as const) {
    const there = elementOf(event, property);
    if (timer?.kind !== kind) event.set(property, undefined);
    else if (!there || textOf(there, 'body').trim() !== timer.value)
      event.set(property, moddle.create('bpmn:FormalExpression', { body: timer.value }));
  }
}

function flowElement(
  moddle: BpmnModdle,
  { id, name, from, to, condition }: Flow,
  elements: ReadonlyMap<string, ModdleElement>,
  known: ModdleElement | undefined,
): ModdleElement {
  const element = known?.$type === 'bpmn:SequenceFlow' ? known : moddle.create('bpmn:SequenceFlow', { id });
  element.set('name', name || undefined);
  element.set('sourceRef', elements.get(from));
  element.set('targetRef', elements.get(to));
  const there = elementOf(element, 'conditionExpression');
  if (condition === null) element.set('conditionExpression', undefined);
  else if (!there || asCondition(textOf(there, 'body')) !== condition)
    element.set('conditionExpression', moddle.create('bpmn:FormalExpression', { body: condition, language: feel }));
  return element;
}
