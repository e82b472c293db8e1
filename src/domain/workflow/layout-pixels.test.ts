import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { type Box, type Label, layOut } from './layout.ts';
import type { Lane, Workflow } from './workflow.ts';

const unit = (id: string, parentId: string): Lane => ({ id, name: `Đơn vị ${id}`, parentId, agency: null, unit: null });

/** A way with lanes in lanes, long names, timers on a task, a choice, what leads back and what stands in no lane. */
function everything(): Workflow {
  const way = drawnWay(
    [
      'S:start > receive > X:xor > appraise > Y:xor > T:timer > return > E:end',
      'X > check > Y',
      'Y > receive',
      'W:on appraise > sign > F:end',
      'V:on appraise > M:message > R:terminate',
    ],
    { agencies: { check: 'city' } },
  );
  const places: Readonly<Record<string, string>> = {
    appraise: 'u1',
    sign: 'u2',
    X: 'music',
    Y: 'receiving',
    T: 'receiving',
    E: 'receiving',
    S: 'receiving',
    F: 'u2',
  };
  const names: Readonly<Record<string, string>> = {
    appraise: 'Thẩm định hồ sơ, xác minh tại chỗ khi cần thiết, lập dự thảo kết quả',
    W: 'Quá ba ngày làm việc',
    X: 'Đủ điều kiện?',
    E: '',
    'X-check': 'không',
    'X-appraise': 'có',
    'Y-receive': 'làm lại',
  };
  return {
    ...way,
    lanes: [...way.lanes.filter(({ id }) => id !== 'nowhere'), unit('u1', 'music'), unit('u2', 'music')],
    nodes: way.nodes.map((node) => ({ ...node, laneId: places[node.id] ?? node.laneId, name: names[node.id] ?? node.name })),
    flows: way.flows.map((flow) => ({ ...flow, name: names[flow.id] ?? flow.name })),
  };
}

const box = ({ x, y, width, height }: Box) => `${x},${y} ${width}×${height}`;
const label = (one: Label | null) => (one && one.lines.length > 0 ? `; ${one.lines.join(' / ')} ${box(one)}` : '');

// biome-ignore format: a table
const drawn = [
  '1849×582, heads 272',
  'receiving: 0,0 1849×105; receiving 0,0 136×105',
  'music: 0,105 1849×321; music 0,105 136×321',
  'u1: 136,195 1713×141; Đơn vị u1 136,195 136×141',
  'u2: 136,336 1713×90; Đơn vị u2 136,336 136×90',
  'city: 0,426 1849×76; city 0,426 136×76',
  'S: 348,20 36×36; Node S 300,61 132×19',
  'receive: 528,10 140×56; receive 528,10 140×56',
  'X: 749,115 46×46; Đủ điều kiện? 706,166 132×19',
  'appraise: 925,205 304×58; Thẩm định hồ sơ, xác minh tại chỗ / khi cần thiết, lập dự thảo kết quả 925,205 304×58',
  'W: 930,248 30×30; Quá ba ngày / làm việc 965,268 107×38',
  'V: 1082,248 30×30; Node V 1117,268 107×19',
  'Y: 1344,15 46×46; Node Y 1301,66 132×19',
  'T: 1523,20 36×36; Node T 1475,61 132×19',
  'return: 1635,10 140×56; return 1635,10 140×56',
  'E: 1803,20 36×36',
  'check: 1007,436 140×56; check 1007,436 140×56',
  'sign: 1297,346 140×56; sign 1297,346 140×56',
  'F: 1523,356 36×36; Node F 1475,397 132×19',
  'M: 1349,512 36×36; Node M 1301,553 132×19',
  'R: 1523,512 36×36; Node R 1475,553 132×19',
  'S-receive: 384,38 528,38',
  'receive-X: 668,38 678,38 678,138 749,138',
  'X-appraise: 795,138 848,138 848,234 925,234; có 894,211 18×19',
  'appraise-Y: 1229,234 1239,234 1239,38 1344,38',
  'Y-T: 1390,38 1523,38',
  'T-return: 1559,38 1635,38',
  'return-E: 1775,38 1803,38',
  'X-check: 795,138 848,138 848,464 1007,464; không 868,441 44×19',
  'check-Y: 1147,464 1249,464 1249,38 1344,38',
  'Y-receive: 1390,38 1447,38 1447,95 442,95 442,38 528,38; làm lại 462,15 53×19',
  'W-sign: 945,278 945,316 1259,316 1259,374 1297,374',
  'sign-F: 1437,374 1523,374',
  'V-M: 1097,278 1097,326 1269,326 1269,530 1349,530',
  'M-R: 1385,530 1523,530',
];

test('a workflow is drawn so, to the pixel: who changes this changes every drawing that anybody has seen', () => {
  const { width, height, headsWidth, lanes, nodes, flows } = layOut(everything());
  const lines = [
    `${width}×${height}, heads ${headsWidth}`,
    ...lanes.map((one) => `${one.lane.id}: ${box(one.box)}${label(one.label)}`),
    ...nodes.map((one) => `${one.node.id}: ${box(one.box)}${label(one.label)}`),
    ...flows.map((one) => `${one.flow.id}: ${one.points.map(({ x, y }) => `${x},${y}`).join(' ')}${label(one.label)}`),
  ];
  assert.deepEqual(lines, drawn);
});
