import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Officer, Role } from '#domain/access/actor.ts';
import type { StepKind } from '#domain/procedure/step.ts';
import { Branching } from '#tests/branching.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { clerk, colleague, dossier, head, leader, monday, type OrdinaryAct, plan, receiver, specialist, wholeWay } from '#tests/given.ts';
import type { Dossier } from './dossier.ts';
import { openActs, placesFor, turnFor } from './open-acts.ts';

/** Who holds the role in each of the units in which the plan wants it. */
function officer({ personId, agencyId, role }: Actor): Officer {
  const units = new Set(plan.filter((step) => step.agencyId === agencyId && step.role === role).map(({ unitId }) => unitId));
  return { officerId: personId, name: role, assignments: [...units].map((unitId) => ({ agencyId, unitId, role })) };
}

const people = { receiver, specialist, colleague, head, leader, clerk };

/** `receiver: receive, take`: what each of them can do, in the order of the buttons, without the word that all have in common. */
function openTo(stands: Dossier): string {
  return Object.entries(people)
    .map(([name, person]) => [name, openActs(officer(person), stands).map((act) => act.replace(/ (dossier|result)$/, ''))] as const)
    .flatMap(([name, acts]) => (acts.length > 0 ? [`${name}: ${acts.join(', ')}`] : []))
    .join('; ');
}

const settling = 'request supplement, ask payment, send back, refuse';
const bosses = 'head: assign, apologise, suspend, move to version; leader: apologise';

// biome-ignore format: a table
const stages: [what: string, acts: readonly OrdinaryAct[], open: string][] = [
  ['was handed in', [], 'receiver: receive, request supplement, not accept, take, correct'],
  ['was received', ['receive'], 'receiver: hand on, request supplement, ask payment, correct'],
  ['lies in the queue', ['receive', 'hand on'], `receiver: take back, correct; specialist: draft, ${settling}, take, correct, suspend; colleague: draft, ${settling}, take, correct, suspend; ${bosses}`],
  ['somebody took', ['receive', 'hand on', 'take'], `receiver: correct; specialist: draft, ${settling}, correct, suspend; ${bosses}`],
  ['has its draft', ['receive', 'hand on', 'draft'], `receiver: correct; specialist: draft, hand on, ${settling}, correct, suspend; ${bosses}`],
  ['lies with the head', wholeWay.slice(0, 4), 'receiver: correct; specialist: take back; head: hand on, take back, send back, refuse, take, assign, correct, apologise, suspend, move to version; leader: apologise'],
  ['is to be signed', wholeWay.slice(0, 5), 'receiver: correct; head: take back, apologise, move to version; leader: sign, send back, take, correct, apologise'],
  ['was signed', wholeWay.slice(0, 6), 'head: apologise, move to version; leader: hand on, send back, apologise'],
  ['is to be numbered', wholeWay.slice(0, 7), 'head: apologise, move to version; leader: take back, apologise; clerk: number, send back, take'],
  ['was numbered', wholeWay.slice(0, 8), 'head: apologise, move to version; leader: apologise; clerk: hand on'],
  ['has its result ready', wholeWay.slice(0, 9), 'receiver: return, take'],
  ['was returned', wholeWay, 'head: reopen; leader: reopen'],
  ['waits for a supplement before receipt', ['ask supplement'], 'receiver: not accept, correct'],
  ['waits for a supplement', ['receive', 'hand on', 'ask supplement'], 'receiver: correct; specialist: correct; head: assign'],
  ['waits for a payment', ['receive', 'hand on', 'ask payment'], 'receiver: record payment, correct; specialist: record payment, correct; head: assign'],
  ['is suspended', ['receive', 'hand on', 'suspend'], 'receiver: correct; specialist: resume, correct; colleague: resume, correct; head: resume, assign'],
  ['was refused', ['receive', 'hand on', 'refuse'], 'receiver: return, take'],
  ['is to be withdrawn', ['receive', 'hand on', 'take', 'ask withdrawal'], `receiver: answer withdrawal, correct; specialist: draft, ${settling}, correct, suspend; ${bosses}`],
  ['was apologised for', ['receive', 'hand on', 'take', 'apologise'], `receiver: correct; specialist: draft, ${settling}, correct, suspend; head: assign, suspend, move to version`],
  ['was not accepted', ['decline'], ''],
  ['was withdrawn', ['receive', 'hand on', 'ask withdrawal', 'grant withdrawal'], ''],
];
for (const [what, acts, open] of stages) {
  test(`what can be done with a dossier that ${what}, by whom`, () => assert.equal(openTo(dossier(...acts).stands), open));
}

test('what was not accepted is opened again by those who lead where it was to be received', () => {
  const { stands } = dossier('decline');
  const assignments = [{ agencyId: 'centre', unitId: 'centre leadership', role: 'signing leader' as const }];
  const centre = { officerId: leader.personId, name: '', assignments };
  assert.deepEqual(openActs(centre, stands), ['reopen dossier']);
  assert.deepEqual(placesFor('reopen dossier', stands), [{ agencyId: 'centre' }]);
});

const end = 'sign > number > return > E:end';
const parallel = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > J', `J > ${end}`]);

test('where ways branch, a hand-over is taken back by who handed on, and nothing else lies where it was', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  assert.partialDeepStrictEqual(placesFor('take back dossier', on.stands), [{ role: 'receiving officer', officerId: receiver.personId }]);
  assert.ok(openActs(officer(receiver), on.stands).includes('take back dossier'));
  on.act('take', 'check');
  assert.deepEqual(placesFor('take back dossier', on.stands), []);
});

test('a dossier is moved to another version by the heads of all who have it; while nobody has, by those who had it last', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  assert.equal(placesFor('move to version', on.stands).length, 2);
  const waiting = new Branching(drawnWay(['S:start > receive > appraise > T:timer > check > sign > number > return > E:end']));
  waiting.act('receive').act('hand on').act('draft').act('hand on');
  assert.equal(waiting.stands.task, null);
  assert.partialDeepStrictEqual(placesFor('move to version', waiting.stands), [{ agencyId: 'music' }]);
  assert.equal(openTo(waiting.stands), 'specialist: take back; head: take back, apologise, move to version; leader: apologise');
});

test('while a message is waited for, the receiving agency records it, whether anybody has the dossier or not', () => {
  const on = new Branching(drawnWay(['S:start > receive > M:message > appraise > sign > number > return > E:end']));
  assert.ok(!openTo(on.act('receive').stands).includes('record message'));
  assert.equal(openTo(on.act('hand on').stands), 'receiver: take back, record message');
  const beside = new Branching(drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > M:message > J', `J > ${end}`]));
  assert.ok(
    openTo(beside.act('receive').act('hand on').act('take').stands).startsWith('receiver: record message, correct; specialist: draft'),
  );
});

const three = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > J', 'P > check2 > J', `J > ${end}`], {
  agencies: { check2: 'city' },
});

test('who opens a dossier of several tasks sees his own, else one in his queue, else one of his unit, else one of his agency', () => {
  const on = new Branching(three).act('receive').act('hand on');
  const nodeFor = (assignments: readonly { agencyId: string; unitId: string; role: Role }[], taskNo?: number) => {
    const { task, plan: steps } = turnFor({ officerId: head.personId, name: '', assignments }, on.stands, taskNo);
    return steps.find(({ no }) => no === task?.stepNo)?.nodeId;
  };
  const at = (unitId: string, role: Role, agencyId = 'music') => [{ agencyId, unitId, role }];
  assert.equal(nodeFor(at('music professional', 'head')), 'check');
  assert.equal(nodeFor(at('music professional', 'specialist')), 'appraise');
  assert.equal(nodeFor(at('city professional', 'head', 'city')), 'check2');
  assert.equal(nodeFor(at('city professional', 'clerk', 'city')), 'check2');
  assert.equal(nodeFor(at('city clerical', 'clerk', 'city')), 'check2');
  assert.equal(nodeFor([]), 'appraise');
  const no = on.stands.beside?.find(({ agencyId }) => agencyId === 'city')?.no;
  assert.equal(nodeFor(at('music professional', 'head'), no), 'check2');
  on.act('take', 'check');
  assert.equal(nodeFor(at('music professional', 'specialist')), 'check', 'his own before a queue');
});

test('a dossier of one task is seen by it, whoever opens it', () => {
  const { stands } = dossier('receive');
  assert.equal(turnFor(officer(clerk), stands, 5), stands);
  const on = new Branching(parallel).act('receive');
  assert.equal(turnFor(officer(clerk), on.stands), on.stands);
});

test('on a way that branches nothing is sent back where no step lies before in the same branch', () => {
  const on = new Branching(parallel).act('receive').act('hand on');
  assert.ok(!openActs(officer(specialist), turnFor(officer(specialist), on.stands)).includes('send back dossier'));
  const straight = new Branching(drawnWay([`S:start > receive > appraise > ${end}`])).act('receive').act('hand on');
  assert.ok(openActs(officer(specialist), straight.stands).includes('send back dossier'));
});

/** One who may do anything where the task lies, so that only the step decides. */
const everybody: Officer = {
  officerId: specialist.personId,
  name: '',
  assignments: (['receiving officer', 'specialist', 'head', 'signing leader', 'clerk'] as const).map((role) => ({
    agencyId: 'music',
    unitId: 'music professional',
    role,
  })),
};

test('what a step is there for is open at a step of that kind, and only at the last of its kind', () => {
  const { stands } = dossier('receive', 'hand on', 'take');
  const here = stands.task;
  assert.ok(here);
  const openAt = (kind: StepKind, isLast: boolean, role: Role) => {
    const [, second] = plan;
    const changed = plan.map((step) =>
      step.no === 2 ? { ...step, kind, role } : step.kind === kind ? { ...step, kind: 'receive' as const } : step,
    );
    const more = isLast || !second ? [] : [{ ...second, no: 7, kind }];
    const acts = openActs(everybody, { ...stands, plan: [...changed, ...more], task: { ...here, role } });
    return acts
      .filter((act) => /^(draft|sign|number|hand on|refuse|send back)/.test(act))
      .map((act) => act.replace(/ (dossier|result)$/, ''))
      .join(', ');
  };
  assert.equal(openAt('appraise', true, 'specialist'), 'draft, send back, refuse');
  assert.equal(openAt('appraise', false, 'specialist'), 'hand on, send back, refuse');
  assert.equal(openAt('check', true, 'specialist'), 'hand on, send back, refuse');
  assert.equal(openAt('sign', true, 'specialist'), 'send back');
  assert.equal(openAt('sign', true, 'signing leader'), 'sign, send back');
  assert.equal(openAt('sign', false, 'signing leader'), 'hand on, send back');
  assert.equal(openAt('check', true, 'signing leader'), 'hand on, send back');
  assert.equal(openAt('number', true, 'clerk'), 'number, send back');
  assert.equal(openAt('number', false, 'clerk'), 'hand on, send back');
  assert.equal(openAt('check', true, 'clerk'), 'hand on, send back');
});

test('the first step of a way sends nothing back', () => {
  const { stands } = dossier('receive', 'hand on', 'take');
  const at = (no: number) =>
    plan.map((step) => (step.no === 2 ? { ...step, no } : step)).filter((step) => step.no !== 1 || step.kind === 'appraise');
  const openAt = (no: number) => openActs(everybody, { ...stands, plan: at(no), task: stands.task && { ...stands.task, stepNo: no } });
  assert.ok(openAt(2).includes('send back dossier'));
  assert.ok(!openAt(1).includes('send back dossier'));
});

test('while nobody has a dossier that waits for a time, its withdrawal is answered and its lateness apologised for, once', () => {
  const way = drawnWay(['S:start > receive > appraise > T:timer > check > sign > number > return > E:end']);
  const { stands } = new Branching(way).act('receive').act('hand on').act('draft').act('hand on');
  const asked = openTo({ ...stands, withdrawalAsked: true });
  assert.equal(asked, 'receiver: answer withdrawal; specialist: take back; head: take back, apologise, move to version; leader: apologise');
  const promised = openTo({ ...stands, promisedAt: monday, handedOver: null });
  assert.equal(promised, 'head: move to version');
});
