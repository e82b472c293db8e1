import type { ModdleElement } from 'bpmn-moddle';
import { roles } from '#domain/access/actor.ts';
import { isStepKind } from '#domain/procedure/step.ts';
import { malformed, type RefusedPart, unsupported } from './refused-part.ts';
import type { TaskFacts, Timer, WorkflowNode } from './workflow.ts';

/** What one element of the file is to a workflow: a node, or why it is none. */
export type NodeRead = WorkflowNode | readonly RefusedPart[];

/** Types that take part in no flow: they are kept as they are. */
const silent = ['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'];

/** A task of a person; other kinds of task are done by a program. */
const ofPersons = ['bpmn:Task', 'bpmn:UserTask', 'bpmn:ManualTask'];

export function isOfPersons({ $type }: ModdleElement): boolean {
  return ofPersons.includes($type);
}

export function isSilent({ $type }: ModdleElement): boolean {
  return silent.includes($type);
}

/** Reads a node, and says by name what it has that the subset lacks. */
export function readNode(element: ModdleElement, laneId: string | null): NodeRead {
  const { id = '', $type } = element;
  const basis = { id, name: textOf(element, 'name'), laneId };
  if (isOfPersons(element)) return readTask(element, basis);
  switch ($type) {
    case 'bpmn:StartEvent':
      return withoutEvents(element) ?? { ...basis, kind: 'start' };
    case 'bpmn:EndEvent':
      return readEnd(element, basis);
    case 'bpmn:ExclusiveGateway':
      return { ...basis, kind: 'exclusive', defaultFlowId: elementOf(element, 'default')?.id ?? null };
    case 'bpmn:ParallelGateway':
      return { ...basis, kind: 'parallel' };
    case 'bpmn:IntermediateCatchEvent':
      return readCatch(element, basis);
    case 'bpmn:BoundaryEvent':
      return readBoundary(element, basis);
    default:
      return [unsupported(id, $type)];
  }
}

type Basis = { readonly id: string; readonly name: string; readonly laneId: string | null };

function readTask(element: ModdleElement, basis: Basis): NodeRead {
  const refused: RefusedPart[] = [];
  const loop = elementOf(element, 'loopCharacteristics');
  if (loop) refused.push(unsupported(basis.id, loop.$type));
  if (element.get('isForCompensation') === true) refused.push(unsupported(basis.id, 'isForCompensation'));
  for (const name of ['startQuantity', 'completionQuantity'])
    if (Number(element.get(name) ?? 1) !== 1) refused.push(unsupported(basis.id, name));
  if (elementOf(element, 'default')) refused.push(unsupported(basis.id, 'default'));

  const facts = readFacts(element, basis.id);
  if (isRefused(facts)) return [...refused, ...facts];
  return refused.length > 0 ? refused : { ...basis, kind: 'task', ...facts };
}

function readFacts(element: ModdleElement, id: string): TaskFacts | readonly RefusedPart[] {
  const own = (name: string) => textOf(element, `motcua:${name}`) || null;
  const [stepKind, role, share, source] = [own('stepKind'), own('role'), own('sharePct'), own('source')];
  const sharePct = share === null ? null : Number(share);
  const knownRole = roles.find((known) => known === role) ?? null;
  const knownKind = stepKind !== null && isStepKind(stepKind) ? stepKind : null;

  const refused = [
    ...(stepKind !== null && knownKind === null ? [malformed(id, 'value-unreadable', `motcua:stepKind ${stepKind}`)] : []),
    ...(role !== null && knownRole === null ? [malformed(id, 'value-unreadable', `motcua:role ${role}`)] : []),
    ...(sharePct !== null && !(sharePct > 0 && sharePct <= 100) ? [malformed(id, 'value-unreadable', `motcua:sharePct ${share}`)] : []),
  ];
  if (refused.length > 0) return refused;
  return {
    stepKind: knownKind,
    role: knownRole,
    sharePct,
    acts: own('acts')?.split(' ').filter(Boolean) ?? [],
    form: own('form'),
    paper: own('paper'),
    provenance: source === null ? null : { stated: own('stated') === 'true', source },
  };
}

function readEnd(element: ModdleElement, basis: Basis): NodeRead {
  const outcome = textOf(element, 'motcua:outcome') || null;
  const [event, more] = eventsOf(element);
  if (!event) return { ...basis, kind: 'end', outcome };
  if (event.$type === 'bpmn:TerminateEventDefinition' && !more) return { ...basis, kind: 'terminate', outcome };
  return eventsOf(element).map(({ $type }) => unsupported(basis.id, $type));
}

function readCatch(element: ModdleElement, basis: Basis): NodeRead {
  const [event, more] = eventsOf(element);
  if (!event || more) return [unsupported(basis.id, event ? 'several events' : 'bpmn:IntermediateCatchEvent without event')];
  if (event.$type === 'bpmn:MessageEventDefinition') {
    const message = elementOf(event, 'messageRef');
    return { ...basis, kind: 'message', message: message ? textOf(message, 'name') || (message.id ?? null) : null };
  }
  if (event.$type !== 'bpmn:TimerEventDefinition') return [unsupported(basis.id, event.$type)];
  const timer = readTimer(event);
  return timer === 'repeating' ? [unsupported(basis.id, 'timeCycle')] : { ...basis, kind: 'timer', timer };
}

function readBoundary(element: ModdleElement, basis: Basis): NodeRead {
  const [event, more] = eventsOf(element);
  if (event?.$type !== 'bpmn:TimerEventDefinition' || more)
    return [unsupported(basis.id, event ? `bpmn:BoundaryEvent ${event.$type}` : 'bpmn:BoundaryEvent')];
  if (element.get('cancelActivity') !== false) return [unsupported(basis.id, 'interrupting bpmn:BoundaryEvent')];
  const timer = readTimer(event);
  if (timer === 'repeating') return [unsupported(basis.id, 'timeCycle')];
  const attachedTo = elementOf(element, 'attachedToRef');
  if (!attachedTo?.id) return [malformed(basis.id, 'points-nowhere', 'attachedToRef')];
  if (!isOfPersons(attachedTo)) return [malformed(basis.id, 'points-elsewhere', attachedTo.id)];
  return { ...basis, kind: 'boundary timer', attachedTo: attachedTo.id, timer };
}

function readTimer(event: ModdleElement): Timer | null | 'repeating' {
  if (elementOf(event, 'timeCycle')) return 'repeating';
  for (const kind of ['duration', 'date'] as const) {
    const time = elementOf(event, kind === 'duration' ? 'timeDuration' : 'timeDate');
    const value = time ? textOf(time, 'body').trim() : '';
    if (value) return { kind, value };
  }
  return null;
}

function withoutEvents(element: ModdleElement): readonly RefusedPart[] | undefined {
  const events = eventsOf(element);
  return events.length === 0 ? undefined : events.map(({ $type }) => unsupported(element.id ?? '', $type));
}

function eventsOf(element: ModdleElement): readonly ModdleElement[] {
  return [...elementsOf(element, 'eventDefinitions'), ...elementsOf(element, 'eventDefinitionRef')];
}

function isRefused(read: TaskFacts | readonly RefusedPart[]): read is readonly RefusedPart[] {
  return Array.isArray(read);
}

export function textOf(element: ModdleElement, name: string): string {
  const value = element.get(name);
  return typeof value === 'string' ? value : '';
}

export function elementOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isElement(value) ? value : undefined;
}

export function elementsOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isElement) : [];
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
