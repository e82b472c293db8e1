import assert from 'node:assert/strict';
import { test } from 'node:test';
import { system } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { Branching, wayOn } from '#tests/branching.ts';
import { type Beside, drawnWay } from '#tests/drawn-version.ts';
import { dossier, factsAt, head, hoursLater, plan } from '#tests/given.ts';
import { told } from '#tests/told.ts';
import type { Dossier, Way } from './dossier.ts';
import { evolve } from './evolve.ts';
import { fireTimer } from './fire.ts';
import { doneOnWay, moveToVersion } from './move-to-version.ts';

const end = 'sign > number > return > E:end';
const drawnTo = (lines: readonly string[], beside?: Beside): Way => wayOn(drawnWay(lines, beside), 2);
const inTable = (changed = plan): Way => ({ procedureVersion: 2, plan: changed });

/** What of the event moved: tasks, tokens; or the refusal, with its place. */
function moved(stands: Dossier, way: Way, reason = 'Quy trình mới'): string {
  const answer = moveToVersion(stands, { version: 2, reason }, way, factsAt(hoursLater(300), head));
  if (isRefusal(answer)) return [answer.refused, ...Object.values(answer.facts ?? {})].join(': ');
  return answer
    .map((event) =>
      told(event)
        .replace(/^26 21:00 moved to version; way \{.*?\}; state/, 'state')
        .replace(/^.*?; (state .*)$/, '$1'),
    )
    .join();
}

const straight = ['S:start > receive > appraise > check', `check > ${end}`];
const lying = dossier('receive', 'hand on', 'take').stands;

test('a dossier is moved only while its clock runs, to another version than its own, and for a reason', () => {
  assert.equal(moved(dossier('receive', 'ask supplement').stands, inTable()), 'wrong-state: awaiting supplement');
  assert.equal(moved(dossier().stands, inTable()), 'wrong-state: submitted');
  assert.equal(moved(lying, inTable(), ''), 'reason-missing');
  assert.equal(moved(lying, { procedureVersion: 1, plan }), 'same-version');
});

test('its task goes to the step of the same kind, name and unit, keeps its time and its holder, and is a new task', () => {
  assert.equal(
    moved(lying, inTable()),
    'state in progress; task 3 at step 2 of music professional for specialist, specialist since 14 12:00, 14 11:00 to 17 09:45; ' +
      'shares [1 centre 14 10:00 to 14 16:33 early 14 11:00, 2 music 14 11:00 to 18 17:24 open]; sealed {reason Quy trình mới}',
  );
  const later = plan.flatMap((step) =>
    step.no === 2
      ? [
          { ...step, no: 2, name: 'x' },
          { ...step, no: 3 },
        ]
      : [{ ...step, no: step.no + (step.no > 2 ? 1 : 0) }],
  );
  assert.match(moved(lying, inTable(later)), /task 3 at step 3 of music professional/);
});

test('one who cannot do the step where it goes has it no more', () => {
  const elsewhere = plan.map((step) => (step.no === 2 ? { ...step, role: 'head' as const } : step));
  assert.match(moved(lying, inTable(elsewhere)), /task 3 at step 2 of music professional for head, nobody, 14 11:00/);
  assert.match(moved(dossier('receive', 'hand on').stands, inTable()), /for specialist, nobody, 14 11:00 to 17 09:45/);
});

test('a step of another kind, name or unit is another step', () => {
  for (const other of [{ kind: 'check' as const }, { name: 'Khác' }, { unitId: 'music other' }]) {
    const without = plan.map((step) => (step.no === 2 ? { ...step, ...other } : step));
    assert.equal(moved(lying, inTable(without)), 'no-place-on-way: appraise');
  }
});

test('on a drawing the same node comes before the same name, unless another kind of step stands there now', () => {
  const on = new Branching(drawnWay(straight)).act('receive').act('hand on');
  assert.match(
    moved(on.stands, drawnTo(['S:start > receive > check > appraise', `appraise > ${end}`])),
    /task 3 at step 3 of music professional for specialist/,
  );
  const named = drawnWay(['S:start > receive > appraise2 > appraise > check', `check > ${end}`]);
  const swapped = wayOn(
    {
      ...named,
      nodes: named.nodes.map((node) => ({
        ...node,
        name: node.id === 'appraise2' ? 'appraise' : node.id === 'appraise' ? 'appraise2' : node.name,
      })),
    },
    2,
  );
  assert.match(moved(on.stands, swapped), /task 3 at step 3/, 'the node, not what is called like it');
  const gone = drawnWay(['S:start > receive > check > appraise3 > sign > number > return > E:end']);
  const called = wayOn({ ...gone, nodes: gone.nodes.map((node) => (node.id === 'appraise3' ? { ...node, name: 'appraise' } : node)) }, 2);
  assert.match(moved(on.stands, called), /task 3 at step 3/, 'what is called like it, as the node is gone');
  const retyped = { ...called, plan: called.plan.map((step) => (step.no === 2 ? { ...step, nodeId: 'appraise' } : step)) };
  assert.match(moved(on.stands, retyped), /task 3 at step 3/, 'a check at the old node is no appraisal');
});

const both = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > J', `J > ${end}`]);
const parallel = new Branching(both).act('receive').act('hand on').act('take', 'check');

test('several tasks that are open go together, and only to a way that branches', () => {
  assert.match(
    moved(parallel.stands, wayOn(both, 2)),
    /task 4 at step 3 of music professional for head, head since .*; beside \[5 at step 2 of music professional for specialist, nobody/,
  );
  assert.equal(moved(parallel.stands, inTable()), 'no-place-on-way: appraise');
  assert.equal(moved(parallel.stands, drawnTo(straight)), 'no-place-on-way: check, appraise');
  assert.match(
    moved(new Branching(drawnWay(straight)).act('receive').act('hand on').stands, inTable()),
    /^state in progress; task 3 at step 2/,
  );
});

const waits = ['S:start > receive > T:timer > appraise > M:message > check', `check > ${end}`, 'W:on appraise > check2 > E2:end'];
const waiting = new Branching(drawnWay(waits)).act('receive').act('hand on');
const renamed = waits.map((line) => line.replace('T:timer', 'Q:timer'));

test('what is waited for stays waited for, at the node of the same name and kind', () => {
  assert.match(moved(waiting.stands, drawnTo(waits)), /task none; .*tokens \[T 15 11:00\]/);
  assert.equal(moved(waiting.stands, drawnTo(renamed)), 'no-place-on-way: Node T');
  assert.equal(moved(waiting.stands, drawnTo(waits.map((line) => line.replace('T:timer', 'T:message')))), 'no-place-on-way: Node T');
  assert.equal(moved(waiting.stands, inTable()), 'no-place-on-way: Node T');
  const nameless = { ...waiting.stands, routing: { ...wayOn(drawnWay(waits), 1).routing, nodes: [] } };
  assert.equal(moved(nameless, drawnTo(renamed)), 'no-place-on-way: T');
});

test('what lies on a flow, for what must come together with it, lies on the same flow', () => {
  const on = new Branching(both).act('receive').act('hand on').act('hand on', 'check');
  assert.match(moved(on.stands, wayOn(both, 2)), /tokens \[check-J null\]/);
  const other = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J', `J > ${end}`]);
  assert.equal(moved(on.stands, wayOn(other, 2)), 'no-place-on-way: Node J');
});

const appraising = new Branching(drawnWay(waits)).act('receive').act('hand on').waitUntil(new Date('2018-05-16T09:00+07:00'));
appraising.decide((d, f) => fireTimer(d, { nodeId: 'T' }, f), { by: system });

test('a timer on a task keeps its time; one that is new there is set; one that fired, or is there no more, is not', () => {
  assert.match(moved(appraising.stands, drawnTo(waits)), /tokens \[W 17 10:00\]/);
  assert.match(moved(appraising.stands, drawnTo([...waits.slice(0, 2), 'V:on appraise > check2 > E2:end'])), /tokens \[V 27 21:00\]/);
  assert.match(moved(appraising.stands, drawnTo(waits.slice(0, 2))), /tokens \[\]/);
  const fired = { ...appraising.stands, tokens: [] };
  assert.match(moved(fired, drawnTo(waits)), /tokens \[\]/);
});

test('who did a step before has done it on the new way, where the step is there', () => {
  const { stands } = dossier('receive', 'hand on', 'draft', 'hand on');
  const ids = Object.values(stands.doneBy);
  assert.equal(ids.length, 2);
  assert.deepEqual(doneOnWay(stands, inTable()), stands.doneBy);
  const later = plan.filter(({ no }) => no !== 1).map((step) => ({ ...step, no: step.no + 5 }));
  assert.deepEqual(doneOnWay(stands, inTable(later)), { 7: ids[1] });
  const answer = moveToVersion(stands, { version: 2, reason: 'x' }, inTable(later), factsAt(hoursLater(6), head));
  assert.ok(!isRefusal(answer));
  const after = answer.reduce(evolve, stands);
  assert.deepEqual([after.doneBy, after.procedureVersion, after.task?.stepNo, after.movedTo], [{ 7: ids[1] }, 2, 8, inTable(later)]);
  assert.equal('routing' in after, false);
});
