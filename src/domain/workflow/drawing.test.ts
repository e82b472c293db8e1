import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { drawn } from '#tests/drawn.ts';
import { drawBlock, soundBlocks } from '#tests/drawn-at-random.ts';
import { steps } from '#tests/given.ts';
import { writeBpmnFile } from './bpmn-file.ts';
import { type Drawing, type DrawnBox, type DrawnLine, drawingOf } from './drawing.ts';
import type { Box } from './layout.ts';
import { readBpmn } from './read-bpmn.ts';
import { readDrawing } from './read-drawing.ts';
import { workflowOfSteps } from './step-table.ts';
import type { Workflow } from './workflow.ts';
import { rewriteBpmn, writeBpmn } from './write-bpmn.ts';

const names = { id: 'lending', name: 'Cho mượn nhạc cụ', agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => kind };

/** Workflows with lanes and without, as our layout draws them, then moved by hand. */
const drawings = fc
  .record({
    workflow: fc.oneof(soundBlocks.map(drawBlock), fc.constant(lending())),
    moved: fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -99, max: 999 }), by: fc.constantFrom(1, 1.5, 2) }),
  })
  .map(({ workflow, moved }) => ({ workflow, drawing: shifted(drawingOf(workflow), moved) }));

function lending(): Workflow {
  const workflow = workflowOfSteps(steps, names);
  if ('untold' in workflow) assert.fail(JSON.stringify(workflow));
  return workflow;
}

function shifted({ boxes, lines }: Drawing, { x, y, by }: { x: number; y: number; by: number }): Drawing {
  const box = (one: Box): Box => ({ x: one.x * by + x, y: one.y * by + y, width: one.width * by, height: one.height * by });
  const label = (one: Box | null) => one && box(one);
  return {
    boxes: new Map([...boxes].map(([id, one]): [string, DrawnBox] => [id, { box: box(one.box), label: label(one.label) }])),
    lines: new Map(
      [...lines].map(([id, one]): [string, DrawnLine] => [
        id,
        { points: one.points.map((point) => ({ x: point.x * by + x, y: point.y * by + y })), label: label(one.label) },
      ]),
    ),
  };
}

async function read(xml: string) {
  const found = await readBpmn(xml);
  if (!('workflow' in found)) assert.fail(JSON.stringify(found));
  return found;
}

test('a drawing that is written and read is the same drawing, of the same workflow', async () => {
  await fc.assert(
    fc.asyncProperty(drawings, async ({ workflow, drawing }) => {
      const again = await read(await writeBpmn(workflow, drawing));
      assert.deepEqual(again.workflow, workflow);
      assert.deepEqual(readDrawing(again.definitions, again.workflow), drawing);
    }),
    { numRuns: 100 },
  );
});

test('a file written into itself is the same file', async () => {
  await fc.assert(
    fc.asyncProperty(drawings, async ({ workflow, drawing }) => {
      const xml = await writeBpmn(workflow, drawing);
      const again = await read(xml);
      assert.equal(await rewriteBpmn(again.definitions, again.workflow, readDrawing(again.definitions, again.workflow)), xml);
    }),
    { numRuns: 50 },
  );
});

test('a workflow without a drawing is laid out by us', async () => {
  const { definitions, workflow } = await read(await writeBpmn(lending()));
  definitions.set('diagrams', []);
  const bare = await read(await writeBpmnFile(definitions));
  assert.deepEqual(readDrawing(bare.definitions, bare.workflow), drawingOf(workflow));
});

test('nodes keep the places they were drawn at, and a line that is not drawn is drawn from node to node', async () => {
  const workflow = drawn('S:start > A > X:xor > B > E:end', 'X > A');
  const moved = shifted(drawingOf(workflow), { x: 40, y: 70, by: 2 });
  const again = await read(await writeBpmn(workflow, { boxes: moved.boxes, lines: new Map([...moved.lines].slice(1)) }));
  const drawing = readDrawing(again.definitions, again.workflow);
  assert.deepEqual(drawing.boxes, moved.boxes);
  assert.deepEqual([...drawing.lines.keys()].sort(), workflow.flows.map(({ id }) => id).sort());
  assert.deepEqual(drawing.lines.get('S-A')?.points.length, 2);
});

test('a line that no longer leads from its node to its node is drawn anew', async () => {
  const workflow = drawn('S:start > A > B > E:end');
  const again = await read(await writeBpmn(workflow));
  const flows = workflow.flows.map((flow) => (flow.id === 'A-B' ? { ...flow, to: 'E' } : flow));
  const kept = readDrawing(again.definitions, again.workflow);
  const after = await read(await rewriteBpmn(again.definitions, { ...workflow, flows }, kept));
  const points = readDrawing(after.definitions, after.workflow).lines.get('A-B')?.points;
  const end = kept.boxes.get('E')?.box;
  assert.deepEqual(points?.at(-1), { x: end?.x, y: (end?.y ?? 0) + (end?.height ?? 0) / 2 });
});

test('what other tools wrote and drew stays when the workflow is changed and written again', async () => {
  const other = `<?xml version="1.0"?><definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:o="urn:other">
<process id="p"><startEvent id="s"/><task id="a" o:colour="red"><extensionElements><o:key>7</o:key></extensionElements></task><endEvent id="e"/>
<sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/><textAnnotation id="note"><text>nhớ</text></textAnnotation></process>
<di:BPMNDiagram id="d"><di:BPMNPlane id="pl" bpmnElement="p">
<di:BPMNShape id="n_di" bpmnElement="note"><dc:Bounds x="1" y="2" width="30" height="40"/></di:BPMNShape>
<di:BPMNShape id="e_di" bpmnElement="e" o:mine="yes"><dc:Bounds x="500" y="2" width="36" height="36"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram></definitions>`;
  const { definitions, workflow } = await read(other);
  const nodes = workflow.nodes.map((node) => (node.id === 'a' ? { ...node, name: 'Thẩm định' } : node));
  const xml = await rewriteBpmn(definitions, { ...workflow, nodes }, readDrawing(definitions, workflow));
  for (const kept of ['o:colour="red"', '<o:key>7</o:key>', 'name="Thẩm định"', '>nhớ<', 'id="n_di"', 'o:mine="yes"', '<task id="a"'])
    assert.ok(xml.includes(kept), `${kept} in ${xml}`);

  const again = await read(xml);
  const without = { ...again.workflow, nodes: again.workflow.nodes.filter(({ id }) => id !== 'a'), flows: [] };
  const less = await rewriteBpmn(again.definitions, without);
  assert.ok(!less.includes('o:colour') && !less.includes('a_di') && less.includes('n_di'), less);
});
