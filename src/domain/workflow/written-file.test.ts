import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { readBpmn } from './read-bpmn.ts';
import { readDrawing } from './read-drawing.ts';
import type { Workflow, WorkflowNode } from './workflow.ts';
import { rewriteBpmn, writeBpmn } from './write-bpmn.ts';

const way = drawnWay(
  [
    'S:start > receive > X:xor > appraise > P:and > T:timer > J:and > M:message > E:end',
    'P > N:message > J',
    'X > F:terminate',
    'W:on appraise > check > G:end',
  ],
  { conditions: { 'X-appraise': 'area > 100' }, defaults: { X: 'X-F' }, agencies: { check: 'city' } },
);

function changed(workflow: Workflow, changes: Readonly<Record<string, object>>): Workflow {
  const nodes = workflow.nodes.map((node) => ({ ...node, ...changes[node.id] }) as WorkflowNode);
  return { ...workflow, nodes, flows: workflow.flows.map((flow) => ({ ...flow, ...changes[flow.id] })) };
}

const facts = { role: 'specialist', acts: ['suspend', 'refuse'], form: 'M1', paper: 'P1', name: 'Thẩm định <hồ sơ>' };
const whole = changed(
  { ...way, lanes: [...way.lanes.slice(0, 3), { id: 'desk', name: '', parentId: 'city', agency: null, unit: 'clerical' }] },
  {
    appraise: facts,
    check: { laneId: 'desk', sharePct: null, provenance: null },
    F: { outcome: 'dừng' },
    M: { message: 'Công văn' },
    N: { message: null },
    'X-F': { name: 'không' },
  },
);

/** The file's lines, without those that only say where a line or sign is drawn. */
const linesOf = (xml: string) =>
  xml
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => !/^<di:waypoint|^<dc:Bounds|^<\/?bpmndi:BPMNLabel/.test(line));

// biome-ignore format: as in the file
const written = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:motcua="urn:motcua:workflow:1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="drawn_definitions" targetNamespace="urn:motcua:workflow">',
  '<bpmn:collaboration id="drawn_collaboration">',
  '<bpmn:participant id="drawn_pool" name="Drawn" processRef="drawn" />',
  '</bpmn:collaboration>',
  '<bpmn:message id="Message_1" name="Công văn" />',
  '<bpmn:process id="drawn" name="Drawn" isExecutable="false">',
  '<bpmn:laneSet id="drawn_lanes">',
  '<bpmn:lane id="receiving" name="receiving" motcua:agency="receiving">',
  '<bpmn:flowNodeRef>receive</bpmn:flowNodeRef>',
  '</bpmn:lane>',
  '<bpmn:lane id="music" name="music" motcua:agency="music">',
  '<bpmn:flowNodeRef>appraise</bpmn:flowNodeRef>',
  '</bpmn:lane>',
  '<bpmn:lane id="city" name="city" motcua:agency="city">',
  '<bpmn:childLaneSet id="city_lanes">',
  '<bpmn:lane id="desk" motcua:unit="clerical">',
  '<bpmn:flowNodeRef>check</bpmn:flowNodeRef>',
  '</bpmn:lane>',
  '</bpmn:childLaneSet>',
  '</bpmn:lane>',
  '</bpmn:laneSet>',
  '<bpmn:startEvent id="S" name="Node S">',
  '<bpmn:outgoing>S-receive</bpmn:outgoing>',
  '</bpmn:startEvent>',
  '<bpmn:userTask id="receive" name="receive" motcua:stepKind="receive" motcua:sharePct="33.4" motcua:stated="false" motcua:source="made up for tests">',
  '<bpmn:incoming>S-receive</bpmn:incoming>',
  '<bpmn:outgoing>receive-X</bpmn:outgoing>',
  '</bpmn:userTask>',
  '<bpmn:exclusiveGateway id="X" name="Node X" default="X-F">',
  '<bpmn:incoming>receive-X</bpmn:incoming>',
  '<bpmn:outgoing>X-appraise</bpmn:outgoing>',
  '<bpmn:outgoing>X-F</bpmn:outgoing>',
  '</bpmn:exclusiveGateway>',
  '<bpmn:userTask id="appraise" name="Thẩm định &#60;hồ sơ&#62;" motcua:stepKind="appraise" motcua:role="specialist" motcua:sharePct="33.3" motcua:acts="suspend refuse" motcua:form="M1" motcua:paper="P1" motcua:stated="false" motcua:source="made up for tests">',
  '<bpmn:incoming>X-appraise</bpmn:incoming>',
  '<bpmn:outgoing>appraise-P</bpmn:outgoing>',
  '</bpmn:userTask>',
  '<bpmn:parallelGateway id="P" name="Node P">',
  '<bpmn:incoming>appraise-P</bpmn:incoming>',
  '<bpmn:outgoing>P-T</bpmn:outgoing>',
  '<bpmn:outgoing>P-N</bpmn:outgoing>',
  '</bpmn:parallelGateway>',
  '<bpmn:intermediateCatchEvent id="T" name="Node T">',
  '<bpmn:incoming>P-T</bpmn:incoming>',
  '<bpmn:outgoing>T-J</bpmn:outgoing>',
  '<bpmn:timerEventDefinition>',
  '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>',
  '</bpmn:timerEventDefinition>',
  '</bpmn:intermediateCatchEvent>',
  '<bpmn:parallelGateway id="J" name="Node J">',
  '<bpmn:incoming>T-J</bpmn:incoming>',
  '<bpmn:incoming>N-J</bpmn:incoming>',
  '<bpmn:outgoing>J-M</bpmn:outgoing>',
  '</bpmn:parallelGateway>',
  '<bpmn:intermediateCatchEvent id="M" name="Node M">',
  '<bpmn:incoming>J-M</bpmn:incoming>',
  '<bpmn:outgoing>M-E</bpmn:outgoing>',
  '<bpmn:messageEventDefinition messageRef="Message_1" />',
  '</bpmn:intermediateCatchEvent>',
  '<bpmn:endEvent id="E" name="Node E">',
  '<bpmn:incoming>M-E</bpmn:incoming>',
  '</bpmn:endEvent>',
  '<bpmn:intermediateCatchEvent id="N" name="Node N">',
  '<bpmn:incoming>P-N</bpmn:incoming>',
  '<bpmn:outgoing>N-J</bpmn:outgoing>',
  '<bpmn:messageEventDefinition />',
  '</bpmn:intermediateCatchEvent>',
  '<bpmn:endEvent id="F" name="Node F" motcua:outcome="dừng">',
  '<bpmn:incoming>X-F</bpmn:incoming>',
  '<bpmn:terminateEventDefinition />',
  '</bpmn:endEvent>',
  '<bpmn:boundaryEvent id="W" name="Node W" cancelActivity="false" attachedToRef="appraise">',
  '<bpmn:outgoing>W-check</bpmn:outgoing>',
  '<bpmn:timerEventDefinition>',
  '<bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>',
  '</bpmn:timerEventDefinition>',
  '</bpmn:boundaryEvent>',
  '<bpmn:userTask id="check" name="check" motcua:stepKind="check">',
  '<bpmn:incoming>W-check</bpmn:incoming>',
  '<bpmn:outgoing>check-G</bpmn:outgoing>',
  '</bpmn:userTask>',
  '<bpmn:endEvent id="G" name="Node G">',
  '<bpmn:incoming>check-G</bpmn:incoming>',
  '</bpmn:endEvent>',
  '<bpmn:sequenceFlow id="S-receive" sourceRef="S" targetRef="receive" />',
  '<bpmn:sequenceFlow id="receive-X" sourceRef="receive" targetRef="X" />',
  '<bpmn:sequenceFlow id="X-appraise" sourceRef="X" targetRef="appraise">',
  '<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="https://www.omg.org/spec/DMN/20191111/FEEL/">area &gt; 100</bpmn:conditionExpression>',
  '</bpmn:sequenceFlow>',
  '<bpmn:sequenceFlow id="appraise-P" sourceRef="appraise" targetRef="P" />',
  '<bpmn:sequenceFlow id="P-T" sourceRef="P" targetRef="T" />',
  '<bpmn:sequenceFlow id="T-J" sourceRef="T" targetRef="J" />',
  '<bpmn:sequenceFlow id="J-M" sourceRef="J" targetRef="M" />',
  '<bpmn:sequenceFlow id="M-E" sourceRef="M" targetRef="E" />',
  '<bpmn:sequenceFlow id="P-N" sourceRef="P" targetRef="N" />',
  '<bpmn:sequenceFlow id="N-J" sourceRef="N" targetRef="J" />',
  '<bpmn:sequenceFlow id="X-F" name="không" sourceRef="X" targetRef="F" />',
  '<bpmn:sequenceFlow id="W-check" sourceRef="W" targetRef="check" />',
  '<bpmn:sequenceFlow id="check-G" sourceRef="check" targetRef="G" />',
  '</bpmn:process>',
  '<bpmndi:BPMNDiagram id="drawn_collaboration_diagram">',
  '<bpmndi:BPMNPlane id="drawn_collaboration_plane" bpmnElement="drawn_collaboration">',
  '<bpmndi:BPMNShape id="drawn_pool_di" bpmnElement="drawn_pool" isHorizontal="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="receiving_di" bpmnElement="receiving" isHorizontal="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="music_di" bpmnElement="music" isHorizontal="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="city_di" bpmnElement="city" isHorizontal="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="desk_di" bpmnElement="desk" isHorizontal="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="S_di" bpmnElement="S">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="receive_di" bpmnElement="receive">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="X_di" bpmnElement="X" isMarkerVisible="true">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="appraise_di" bpmnElement="appraise">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="W_di" bpmnElement="W">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="P_di" bpmnElement="P">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="T_di" bpmnElement="T">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="J_di" bpmnElement="J">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="M_di" bpmnElement="M">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="E_di" bpmnElement="E">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="N_di" bpmnElement="N">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="F_di" bpmnElement="F">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="check_di" bpmnElement="check">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNShape id="G_di" bpmnElement="G">',
  '</bpmndi:BPMNShape>',
  '<bpmndi:BPMNEdge id="S-receive_di" bpmnElement="S-receive">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="receive-X_di" bpmnElement="receive-X">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="X-appraise_di" bpmnElement="X-appraise">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="appraise-P_di" bpmnElement="appraise-P">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="P-T_di" bpmnElement="P-T">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="T-J_di" bpmnElement="T-J">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="J-M_di" bpmnElement="J-M">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="M-E_di" bpmnElement="M-E">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="P-N_di" bpmnElement="P-N">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="N-J_di" bpmnElement="N-J">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="X-F_di" bpmnElement="X-F">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="W-check_di" bpmnElement="W-check">',
  '</bpmndi:BPMNEdge>',
  '<bpmndi:BPMNEdge id="check-G_di" bpmnElement="check-G">',
  '</bpmndi:BPMNEdge>',
  '</bpmndi:BPMNPlane>',
  '</bpmndi:BPMNDiagram>',
  '</bpmn:definitions>',
  '',
];

test('a workflow is written as BPMN so', async () => assert.deepEqual(linesOf(await writeBpmn(whole)), written));

/** What a change takes out of the file, and what it brings in. */
async function differences(change: (workflow: Workflow) => Workflow): Promise<readonly string[]> {
  const before = await writeBpmn(whole);
  const read = await readBpmn(before);
  if (!('workflow' in read)) assert.fail(JSON.stringify(read));
  const after = await rewriteBpmn(read.definitions, change(read.workflow), readDrawing(read.definitions, read.workflow));
  const [old, now] = [linesOf(before), linesOf(after)];
  return [
    ...old.filter((line) => !now.includes(line)).map((line) => `- ${line}`),
    ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`),
  ];
}

// biome-ignore format: as in the file
const changes: [what: string, change: (workflow: Workflow) => Workflow, lines: readonly string[]][] = [
  ['nothing', (workflow) => workflow, []],
  ['a message is called otherwise, one is new, one is the same', (workflow) => changed(workflow, { M: { message: 'Thư' }, N: { message: 'Công văn' } }), ['- <bpmn:messageEventDefinition />', '+ <bpmn:message id="Message_2" name="Thư" />', '+ <bpmn:messageEventDefinition messageRef="Message_2" />']],
  ['a message has no name any more', (workflow) => changed(workflow, { M: { message: null } }), ['- <bpmn:messageEventDefinition messageRef="Message_1" />']],
  ['a timer comes on a day, another later', (workflow) => changed(workflow, { T: { timer: { kind: 'date', value: '2018-05-14' } }, W: { timer: { kind: 'duration', value: 'P9D' } } }), ['- <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>', '- <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P1D</bpmn:timeDuration>', '+ <bpmn:timeDate xsi:type="bpmn:tFormalExpression">2018-05-14</bpmn:timeDate>', '+ <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">P9D</bpmn:timeDuration>']],
  ['a timer has no time', (workflow) => changed(workflow, { T: { timer: null } }), ['+ <bpmn:timerEventDefinition />']],
  ['a timer is on another task', (workflow) => changed(workflow, { W: { attachedTo: 'receive' } }), ['- <bpmn:boundaryEvent id="W" name="Node W" cancelActivity="false" attachedToRef="appraise">', '+ <bpmn:boundaryEvent id="W" name="Node W" cancelActivity="false" attachedToRef="receive">']],
  ['a condition, and none', (workflow) => changed(workflow, { 'X-appraise': { condition: 'area > 200' } }), ['- <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="https://www.omg.org/spec/DMN/20191111/FEEL/">area &gt; 100</bpmn:conditionExpression>', '+ <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="https://www.omg.org/spec/DMN/20191111/FEEL/">area &gt; 200</bpmn:conditionExpression>']],
  ['a condition goes', (workflow) => changed(workflow, { 'X-appraise': { condition: null } }), ['- <bpmn:sequenceFlow id="X-appraise" sourceRef="X" targetRef="appraise">', '- <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression" language="https://www.omg.org/spec/DMN/20191111/FEEL/">area &gt; 100</bpmn:conditionExpression>', '- </bpmn:sequenceFlow>', '+ <bpmn:sequenceFlow id="X-appraise" sourceRef="X" targetRef="appraise" />']],
  ['a default goes', (workflow) => changed(workflow, { X: { defaultFlowId: null } }), ['- <bpmn:exclusiveGateway id="X" name="Node X" default="X-F">', '+ <bpmn:exclusiveGateway id="X" name="Node X">']],
  ['another default', (workflow) => changed(workflow, { X: { defaultFlowId: 'X-appraise' } }), ['- <bpmn:exclusiveGateway id="X" name="Node X" default="X-F">', '+ <bpmn:exclusiveGateway id="X" name="Node X" default="X-appraise">']],
  ['a task says nothing of itself', (workflow) => changed(workflow, { appraise: { role: null, acts: [], form: null, paper: null, sharePct: null, stepKind: null, provenance: null, name: '' } }), ['- <bpmn:userTask id="appraise" name="Thẩm định &#60;hồ sơ&#62;" motcua:stepKind="appraise" motcua:role="specialist" motcua:sharePct="33.3" motcua:acts="suspend refuse" motcua:form="M1" motcua:paper="P1" motcua:stated="false" motcua:source="made up for tests">', '+ <bpmn:userTask id="appraise">']],
  ['an end ends all', (workflow) => changed(workflow, { E: { kind: 'terminate', outcome: 'xong' } }), ['- <bpmn:endEvent id="E" name="Node E">', '+ <bpmn:endEvent id="E" name="Node E" motcua:outcome="xong">']],
  ['all ends no more', (workflow) => changed(workflow, { F: { kind: 'end', outcome: null } }), ['- <bpmn:endEvent id="F" name="Node F" motcua:outcome="dừng">', '- <bpmn:terminateEventDefinition />', '+ <bpmn:endEvent id="F" name="Node F">']],
  ['a fork becomes a choice', (workflow) => changed(workflow, { P: { kind: 'exclusive', defaultFlowId: null } }), ['- <bpmn:parallelGateway id="P" name="Node P">', '+ <bpmn:exclusiveGateway id="P" name="Node P">']],
  ['a flow leads elsewhere', (workflow) => changed(workflow, { 'J-M': { to: 'E', name: 'thẳng' } }), ['- <bpmn:sequenceFlow id="J-M" sourceRef="J" targetRef="M" />', '+ <bpmn:sequenceFlow id="J-M" name="thẳng" sourceRef="J" targetRef="E" />']],
  ['a lane less', (workflow) => ({ ...changed(workflow, { check: { laneId: 'city' } }), lanes: workflow.lanes.slice(0, 3) }), ['- <bpmn:childLaneSet id="city_lanes">', '- <bpmn:lane id="desk" motcua:unit="clerical">', '- </bpmn:childLaneSet>', '- <bpmndi:BPMNShape id="desk_di" bpmnElement="desk" isHorizontal="true">']],
  ['no lanes', (workflow) => ({ ...workflow, lanes: [], nodes: workflow.nodes.map((node) => ({ ...node, laneId: null })) }), ['- <bpmn:laneSet id="drawn_lanes">', '- <bpmn:lane id="receiving" name="receiving" motcua:agency="receiving">', '- <bpmn:flowNodeRef>receive</bpmn:flowNodeRef>', '- </bpmn:lane>', '- <bpmn:lane id="music" name="music" motcua:agency="music">', '- <bpmn:flowNodeRef>appraise</bpmn:flowNodeRef>', '- </bpmn:lane>', '- <bpmn:lane id="city" name="city" motcua:agency="city">', '- <bpmn:childLaneSet id="city_lanes">', '- <bpmn:lane id="desk" motcua:unit="clerical">', '- <bpmn:flowNodeRef>check</bpmn:flowNodeRef>', '- </bpmn:lane>', '- </bpmn:childLaneSet>', '- </bpmn:lane>', '- </bpmn:laneSet>', '- <bpmndi:BPMNShape id="drawn_pool_di" bpmnElement="drawn_pool" isHorizontal="true">', '- <bpmndi:BPMNShape id="receiving_di" bpmnElement="receiving" isHorizontal="true">', '- <bpmndi:BPMNShape id="music_di" bpmnElement="music" isHorizontal="true">', '- <bpmndi:BPMNShape id="city_di" bpmnElement="city" isHorizontal="true">', '- <bpmndi:BPMNShape id="desk_di" bpmnElement="desk" isHorizontal="true">']],
  ['the workflow is called otherwise', (workflow) => ({ ...workflow, name: 'Khác' }), ['- <bpmn:process id="drawn" name="Drawn" isExecutable="false">', '+ <bpmn:process id="drawn" name="Khác" isExecutable="false">']],
];
for (const [what, change, lines] of changes)
  test(`written into its file again, only what changed is another: ${what}`, async () =>
    assert.deepEqual(await differences(change), lines));
