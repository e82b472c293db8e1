import type { BpmnModdle, ModdleElement } from 'bpmn-moddle';
import { bpmnModdle, writeBpmnFile } from './bpmn-file.ts';
import type { Flow, Lane, TaskFacts, Timer, Workflow, WorkflowNode } from './workflow.ts';

const feel = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

/** A workflow as a BPMN 2.0 file of its own, without a drawing. Reading it gives the same workflow. */
export function writeBpmn(workflow: Workflow): Promise<string> {
  return writeBpmnFile(definitionsOf(workflow));
}

/** A workflow as the elements of a file, with a pool around its lanes where it has some. */
export function definitionsOf({ id, name, nodes, flows, lanes }: Workflow): ModdleElement {
  const moddle = bpmnModdle();
  const messages = messagesOf(moddle, nodes);
  const elements = new Map(nodes.map((node) => [node.id, nodeElement(moddle, node, messages)]));
  const arrows = new Map(flows.map((flow) => [flow.id, flowElement(moddle, flow, elements)]));
  for (const node of nodes) {
    const element = elements.get(node.id);
    if (node.kind === 'boundary timer') element?.set('attachedToRef', elements.get(node.attachedTo));
    if (node.kind === 'exclusive' && node.defaultFlowId !== null) element?.set('default', arrows.get(node.defaultFlowId));
    element?.set(
      'incoming',
      found(
        arrows,
        flows.filter(({ to }) => to === node.id),
      ),
    );
    element?.set(
      'outgoing',
      found(
        arrows,
        flows.filter(({ from }) => from === node.id),
      ),
    );
  }

  const whole = moddle.create('bpmn:Process', {
    id,
    isExecutable: false,
    ...(name && { name }),
    ...(lanes.length > 0 && { laneSets: [laneSet(moddle, `${id}_lanes`, null, { lanes, nodes, elements })] }),
    flowElements: [...elements.values(), ...arrows.values()],
  });
  const pool = lanes.length > 0 ? [poolAround(moddle, whole, id, name)] : [];
  return moddle.create('bpmn:Definitions', {
    id: `${id}_definitions`,
    targetNamespace: 'urn:motcua:workflow',
    rootElements: [...pool, ...messages.values(), whole],
  });
}

function poolAround(moddle: BpmnModdle, whole: ModdleElement, id: string, name: string): ModdleElement {
  const participant = moddle.create('bpmn:Participant', { id: `${id}_pool`, ...(name && { name }) });
  participant.set('processRef', whole);
  return moddle.create('bpmn:Collaboration', { id: `${id}_collaboration`, participants: [participant] });
}

function found(arrows: ReadonlyMap<string, ModdleElement>, flows: readonly Flow[]): readonly ModdleElement[] {
  return flows.flatMap(({ id }) => arrows.get(id) ?? []);
}

function messagesOf(moddle: BpmnModdle, nodes: readonly WorkflowNode[]): ReadonlyMap<string, ModdleElement> {
  const names = nodes.flatMap((node) => (node.kind === 'message' ? (node.message ?? []) : []));
  const taken = new Set(nodes.map(({ id }) => id));
  let count = 0;
  const freeId = () => {
    do count++;
    while (taken.has(`Message_${count}`));
    return `Message_${count}`;
  };
  return new Map([...new Set(names)].map((name) => [name, moddle.create('bpmn:Message', { id: freeId(), name })]));
}

function nodeElement(moddle: BpmnModdle, node: WorkflowNode, messages: ReadonlyMap<string, ModdleElement>): ModdleElement {
  const create = (type: string, properties: object = {}) =>
    moddle.create(type, { id: node.id, ...(node.name && { name: node.name }), ...properties });
  const events = (...made: ModdleElement[]) => ({ eventDefinitions: made });
  switch (node.kind) {
    case 'start':
      return create('bpmn:StartEvent');
    case 'end':
      return create('bpmn:EndEvent', outcomeOf(node.outcome));
    case 'terminate':
      return create('bpmn:EndEvent', { ...outcomeOf(node.outcome), ...events(moddle.create('bpmn:TerminateEventDefinition')) });
    case 'task':
      return create('bpmn:UserTask', factsOf(node));
    case 'exclusive':
      return create('bpmn:ExclusiveGateway');
    case 'parallel':
      return create('bpmn:ParallelGateway');
    case 'timer':
      return create('bpmn:IntermediateCatchEvent', events(timerElement(moddle, node.timer)));
    case 'message': {
      const messageRef = messages.get(node.message ?? '');
      return create('bpmn:IntermediateCatchEvent', events(moddle.create('bpmn:MessageEventDefinition', messageRef && { messageRef })));
    }
    case 'boundary timer':
      return create('bpmn:BoundaryEvent', { cancelActivity: false, ...events(timerElement(moddle, node.timer)) });
  }
}

function outcomeOf(outcome: string | null): object {
  return outcome === null ? {} : { 'motcua:outcome': outcome };
}

function factsOf({ stepKind, role, sharePct, acts, form, paper, provenance }: TaskFacts): object {
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
  return Object.fromEntries(Object.entries(written).flatMap(([name, value]) => (value === null ? [] : [[`motcua:${name}`, value]])));
}

function timerElement(moddle: BpmnModdle, timer: Timer | null): ModdleElement {
  if (timer === null) return moddle.create('bpmn:TimerEventDefinition');
  const body = moddle.create('bpmn:FormalExpression', { body: timer.value });
  return moddle.create('bpmn:TimerEventDefinition', { [timer.kind === 'duration' ? 'timeDuration' : 'timeDate']: body });
}

function flowElement(moddle: BpmnModdle, flow: Flow, elements: ReadonlyMap<string, ModdleElement>): ModdleElement {
  const { id, name, condition } = flow;
  return moddle.create('bpmn:SequenceFlow', {
    id,
    ...(name && { name }),
    sourceRef: elements.get(flow.from),
    targetRef: elements.get(flow.to),
    ...(condition !== null && { conditionExpression: moddle.create('bpmn:FormalExpression', { body: condition, language: feel }) }),
  });
}

type Drawn = {
  readonly lanes: readonly Lane[];
  readonly nodes: readonly WorkflowNode[];
  readonly elements: ReadonlyMap<string, ModdleElement>;
};

function laneSet(moddle: BpmnModdle, id: string, parentId: string | null, drawn: Drawn): ModdleElement {
  const { lanes, nodes, elements } = drawn;
  const made = lanes.flatMap((lane) => {
    if (lane.parentId !== parentId) return [];
    const hasInner = lanes.some((other) => other.parentId === lane.id);
    return moddle.create('bpmn:Lane', {
      id: lane.id,
      ...(lane.name && { name: lane.name }),
      ...(lane.agency !== null && { 'motcua:agency': lane.agency }),
      ...(lane.unit !== null && { 'motcua:unit': lane.unit }),
      flowNodeRef: nodes.flatMap((node) => (node.laneId === lane.id ? (elements.get(node.id) ?? []) : [])),
      ...(hasInner && { childLaneSet: laneSet(moddle, `${lane.id}_lanes`, lane.id, drawn) }),
    });
  });
  return moddle.create('bpmn:LaneSet', { id, lanes: made });
}
