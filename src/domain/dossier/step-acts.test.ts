import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepActs } from '#domain/procedure/step.ts';
import { Branching } from '#tests/branching.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { isLeftOpen, type OfficerAct, officerActs } from './open-acts.ts';

const way = drawnWay(['S:start > receive > appraise > sign > number > return > E:end']);

function closedAt(acts: readonly string[]): readonly OfficerAct[] {
  const nodes = way.nodes.map((node) => (node.id === 'appraise' && node.kind === 'task' ? { ...node, acts } : node));
  const { stands } = new Branching({ ...way, nodes }).act('receive').act('hand on');
  return officerActs.filter((act) => !isLeftOpen(act, stands));
}

test('a step that names acts leaves only those to whoever does it; one that names none leaves all', () => {
  assert.deepEqual(closedAt([]), []);
  assert.deepEqual(closedAt(['request-supplement', 'refuse']), ['ask payment', 'send back dossier', 'suspend dossier']);
  assert.deepEqual(closedAt(stepActs), []);
});

test('what brings a dossier to its end is open whatever a step names', () => {
  const closed = new Set(closedAt(['suspend']));
  for (const act of ['hand on dossier', 'draft result', 'return result', 'take dossier', 'reopen dossier'] as const)
    assert.ok(!closed.has(act), act);
});
