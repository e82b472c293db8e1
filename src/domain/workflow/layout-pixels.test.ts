import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { drawingOf, type StoredDrawing, storedDrawing } from './drawing.ts';
import { layoutOf } from './drawn-layout.ts';
import { type Box, type Label, type Layout, layOut } from './layout.ts';
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

const px = (one: number) => Math.round(one * 100) / 100;
const box = ({ x, y, width, height }: Box) => `${px(x)},${px(y)} ${px(width)}×${px(height)}`;
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

function linesOf({ width, height, headsWidth, lanes, nodes, flows }: Layout): readonly string[] {
  return [
    `${px(width)}×${px(height)}, heads ${headsWidth}`,
    ...lanes.map((one) => `${one.lane.id}: ${box(one.box)}${label(one.label)}`),
    ...nodes.map((one) => `${one.node.id}: ${box(one.box)}${label(one.label)}`),
    ...flows.map((one) => `${one.flow.id}: ${one.points.map(({ x, y }) => `${px(x)},${px(y)}`).join(' ')}${label(one.label)}`),
  ];
}

test('a workflow is drawn so, to the pixel: who changes this changes every drawing that anybody has seen', () => {
  assert.deepEqual(linesOf(layOut(everything())), drawn);
});

/** The same drawn elsewhere by a tool of smaller letters, two of its parts moved by hand, one line without a name's place. */
function byHand(): StoredDrawing {
  const { boxes, lines } = storedDrawing(drawingOf(everything()));
  const small = (one: Box): Box => ({ x: one.x * 0.8 + 100, y: one.y * 0.8 - 40, width: one.width * 0.8, height: one.height * 0.8 });
  const moved = Object.entries(boxes).map(([id, one]) => [id, { box: small(one.box), label: one.label && small(one.label) }] as const);
  const led = Object.entries(lines).map(([id, one]) => {
    const points = one.points.map(({ x, y }) => ({ x: x * 0.8 + 100, y: y * 0.8 - 40 }));
    return [id, { points, label: one.label && id !== 'X-check' ? small(one.label) : null }] as const;
  });
  const places = Object.fromEntries(moved);
  return { boxes: { ...places, R: { box: { x: 1600, y: 700, width: 30, height: 30 }, label: null } }, lines: Object.fromEntries(led) };
}

// biome-ignore format: a table
const drawnByHand = [
  '1838.25×940.3, heads 272',
  'receiving: 0,10.8 1838.25×96.6; receiving 0,10.8 136×96.6',
  'music: 0,107.4 1838.25×295.32; music 0,107.4 136×295.32',
  'u1: 136,190.2 1702.25×129.72; Đơn vị u1 136,190.2 136×129.72',
  'u2: 136,319.92 1702.25×82.8; Đơn vị u2 136,319.92 136×82.8',
  'city: 0,402.72 1838.25×69.92; city 0,402.72 136×69.92',
  'S: 336.16,29.2 33.12×33.12; Node S 292,66.92 121.44×19',
  'receive: 501.76,20 128.8×51.52; receive 501.76,20 128.8×51.52',
  'X: 705.08,116.6 42.32×42.32; Đủ điều kiện? 665.52,163.52 121.44×19',
  'appraise: 867,199.4 279.68×53.36; Thẩm định hồ sơ, xác minh tại chỗ / khi cần thiết, lập dự thảo kết quả 867,199.4 279.68×53.36',
  'Y: 1252.48,24.6 42.32×42.32; Node Y 1212.92,71.52 121.44×19',
  'T: 1417.16,29.2 33.12×33.12; Node T 1373,66.92 121.44×19',
  'return: 1520.2,20 128.8×51.52; return 1520.2,20 128.8×51.52',
  'E: 1674.76,29.2 33.12×33.12',
  'check: 942.44,411.92 128.8×51.52; check 942.44,411.92 128.8×51.52',
  'W: 871.6,238.96 27.6×27.6; Quá ba ngày / làm việc 893.02,257.36 120×38',
  'sign: 1209.24,329.12 128.8×51.52; sign 1209.24,329.12 128.8×51.52',
  'F: 1417.16,338.32 33.12×33.12; Node F 1373,376.04 121.44×19',
  'V: 1011.44,238.96 27.6×27.6; Node V 1032.86,257.36 120×19',
  'M: 1257.08,481.84 33.12×33.12; Node M 1212.92,519.56 121.44×19',
  'R: 1741,861.8 34.5×34.5; Node R 1698.25,901.3 120×19',
  'S-receive: 369.28,45.76 501.76,45.76',
  'receive-X: 630.56,45.76 639.76,45.76 639.76,137.76 705.08,137.76',
  'X-appraise: 747.4,137.76 796.16,137.76 796.16,226.08 867,226.08; có 837.76,204.16 18×19',
  'appraise-Y: 1146.68,226.08 1155.88,226.08 1155.88,45.76 1252.48,45.76',
  'Y-T: 1294.8,45.76 1417.16,45.76',
  'T-return: 1450.28,45.76 1520.2,45.76',
  'return-E: 1649,45.76 1674.76,45.76',
  'X-check: 747.4,137.76 796.16,137.76 796.16,437.68 942.44,437.68; không 774.16,263.72 44×19',
  'check-Y: 1071.24,437.68 1165.08,437.68 1165.08,45.76 1252.48,45.76',
  'Y-receive: 1294.8,45.76 1347.24,45.76 1347.24,98.2 422.64,98.2 422.64,45.76 501.76,45.76; làm lại 438.92,23.84 53×19',
  'W-sign: 885.4,266.56 885.4,301.52 1174.28,301.52 1174.28,354.88 1209.24,354.88',
  'sign-F: 1338.04,354.88 1417.16,354.88',
  'V-M: 1025.24,266.56 1025.24,310.72 1183.48,310.72 1183.48,498.4 1257.08,498.4',
  'M-R: 1290.2,498.4 1515.6,498.4 1515.6,879.05 1741,879.05',
];

test('what was drawn elsewhere is shown so, enlarged until our letters fit', () => {
  const lines = linesOf(layoutOf(everything(), byHand()));
  assert.deepEqual(lines, drawnByHand);
});
