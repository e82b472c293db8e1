import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawn } from '#tests/drawn.ts';
import { type Drawing, drawingOf, storedDrawing } from './drawing.ts';
import { readBpmn } from './read-bpmn.ts';
import { ownDrawing, readDrawing } from './read-drawing.ts';
import { writeBpmn } from './write-bpmn.ts';

const model = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"';
const di =
  'xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:d="http://www.omg.org/spec/DD/20100524/DI"';
const shape = (id: string, bounds: string, label = '') =>
  `<di:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${bounds}/>${label}</di:BPMNShape>`;
const edge = (id: string, ...points: string[]) =>
  `<di:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map((point) => `<d:waypoint ${point}/>`).join('')}</di:BPMNEdge>`;
const at = (x: number, y: number, width = 36, height = 36) => `x="${x}" y="${y}" width="${width}" height="${height}"`;

const parts =
  '<startEvent id="s"/><task id="a"/><endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="a"/><sequenceFlow id="g" sourceRef="a" targetRef="e"/>';
const whole = [shape('s', at(0, 0)), shape('a', at(100, 0)), shape('e', at(200, 0)), edge('f', 'x="36" y="18"', 'x="100" y="18"')];

async function read(planes: readonly (readonly string[])[], before = '') {
  const diagrams = planes.map(
    (drawings, i) =>
      `<di:BPMNDiagram id="d${i}"><di:BPMNPlane id="p${i}" bpmnElement="p">${drawings.join('')}</di:BPMNPlane></di:BPMNDiagram>`,
  );
  const found = await readBpmn(`<definitions ${model} ${di}>${before}<process id="p">${parts}</process>${diagrams.join('')}</definitions>`);
  if (!('workflow' in found)) assert.fail(JSON.stringify(found));
  return found;
}

async function boxesOf(...drawings: string[]): Promise<string> {
  const { definitions, workflow } = await read([drawings]);
  const { boxes } = readDrawing(definitions, workflow);
  return [...boxes].map(([id, { box }]) => `${id} ${box.x},${box.y} ${box.width}×${box.height}`).join('; ');
}

const kept = 's 0,0 36×36; a 100,0 36×36; e 200,0 36×36';

test('what is drawn in a file is read, from all of its diagrams', async () => {
  assert.equal(await boxesOf(...whole), kept);
  const { definitions, workflow } = await read([whole.slice(0, 2), whole.slice(2)]);
  assert.deepEqual([...readDrawing(definitions, workflow).boxes.keys()], ['s', 'a', 'e']);
});

test('a shape without room, or too far away to be a place, is none, and then the whole is laid out by us', async () => {
  const laid = await boxesOf();
  for (const wrong of [
    at(100, 0, 0),
    at(100, 0, 36, 0),
    at(100, 0, -36),
    at(1_000_000, 0),
    at(0, -1_000_000),
    at(0, 0, 1_000_000),
    'x="1" y="1"',
  ])
    assert.equal(await boxesOf(...whole.with(1, shape('a', wrong))), laid, wrong);
  assert.equal(await boxesOf(...whole.with(1, shape('a', at(999_999, 0)))), kept.replace('100,0', '999999,0'));
});

test('a line of one point is none, and is drawn anew', async () => {
  const { definitions, workflow } = await read([[...whole, edge('g', 'x="136" y="18"')]]);
  const { lines } = readDrawing(definitions, workflow);
  assert.deepEqual(lines.get('f')?.points, [
    { x: 36, y: 18 },
    { x: 100, y: 18 },
  ]);
  assert.deepEqual(lines.get('g')?.points, [
    { x: 136, y: 18 },
    { x: 200, y: 18 },
  ]);
});

test('where a name is written is read; a label without a place is nowhere', async () => {
  const labelled = (label: string) => read([whole.with(0, shape('s', at(0, 0), label))]);
  const place = async (label: string) => {
    const { definitions, workflow } = await labelled(label);
    return readDrawing(definitions, workflow).boxes.get('s')?.label;
  };
  assert.deepEqual(await place(`<di:BPMNLabel><dc:Bounds ${at(1, 2, 3, 4)}/></di:BPMNLabel>`), { x: 1, y: 2, width: 3, height: 4 });
  assert.equal(await place('<di:BPMNLabel/>'), null);
  assert.equal(await place(''), null);
});

test('a drawing is a file’s own where it is whole and not as we would lay it out', async () => {
  const { definitions, workflow } = await read([whole]);
  const own = ownDrawing(definitions, workflow);
  assert.deepEqual(own && Object.keys(own.boxes), ['s', 'a', 'e']);
  const cut = await read([whole.slice(1)]);
  assert.equal(ownDrawing(cut.definitions, cut.workflow), undefined);
  const ours = drawn('S:start > A > E:end');
  const again = await readBpmn(await writeBpmn(ours));
  assert.ok('workflow' in again);
  assert.equal(ownDrawing(again.definitions, again.workflow), undefined);
  const laid: Drawing = drawingOf(ours);
  const moved = await readBpmn(
    await writeBpmn(ours, {
      ...laid,
      boxes: new Map([...laid.boxes].map(([id, one]) => [id, { ...one, box: { ...one.box, y: one.box.y + 1 } }])),
    }),
  );
  assert.ok('workflow' in moved);
  assert.notDeepEqual(ownDrawing(moved.definitions, moved.workflow), undefined);
  assert.notDeepEqual(ownDrawing(moved.definitions, moved.workflow), storedDrawing(laid));
});

test('the pool is drawn by the name of the workflow that it holds; another pool is itself', async () => {
  const pools = '<collaboration id="c"><participant id="mine" processRef="p"/><participant id="other"/></collaboration>';
  const { definitions, workflow } = await read(
    [[...whole, shape('mine', at(-50, -50, 900, 300)), shape('other', at(0, 500, 900, 100))]],
    pools,
  );
  const lane = { id: 'l', name: '', parentId: null, agency: null, unit: null };
  const { boxes } = readDrawing(definitions, { ...workflow, lanes: [] });
  assert.deepEqual([...boxes.keys()], ['s', 'a', 'e']);
  assert.equal(readDrawing(definitions, { ...workflow, lanes: [lane] }).boxes.has('p'), true);
});
