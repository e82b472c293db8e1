import assert from 'node:assert/strict';
import { test } from 'node:test';
import { steps } from '#tests/given.ts';
import { layOut } from './layout.ts';
import { workflowOfSteps } from './step-table.ts';
import { uprightHeads } from './upright-heads.ts';
import { linePx, textWidth } from './wrap-text.ts';

const agency = (id: string) => `Phòng Văn hóa ${id}`;
const workflow = workflowOfSteps(steps, { id: 'lending', name: 'Cho mượn nhạc cụ', agency, unit: (kind: string) => `Bộ phận ${kind}` });
assert.ok('lanes' in workflow);

test('names of lanes that stand upright are beside their lanes, within their column, and narrower than lying ones', () => {
  const { lanes, headsWidth } = layOut(workflow);
  const { width, heads } = uprightHeads(lanes);
  assert.ok(width < headsWidth, `${width} of ${headsWidth}`);
  for (const [at, { x, y, width: own, height, lines }] of heads.entries()) {
    assert.deepEqual([y, height], [lanes[at]?.label.y, lanes[at]?.label.height]);
    assert.ok(x + own <= width && lines.length * linePx <= own);
    for (const line of lines) assert.ok(textWidth(line) <= height);
    for (const other of heads.slice(0, at)) assert.ok(other.x === x || other.x + other.width <= x || x + own <= other.x);
  }
  assert.deepEqual(uprightHeads([]), { width: 0, heads: [] });
});
