import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDay, dayOf } from '#domain/calendar/day.ts';
import { isOpen, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { ruleSetOn } from '#domain/dossier/code.ts';
import { planSteps } from '#domain/workflow/plan.ts';
import { calendar, lending } from '#tests/given.ts';
import { agencies, lendingAnswers, lendingForm, lendingWords, staff } from '#tests/lending-world.ts';
import type { CityAtWork } from './city.ts';
import { type Simulated, simulate } from './simulate.ts';

const until = new Date('2018-11-30T17:00+07:00');
const version = { ...lending, closesUnansweredAfter: 6 };

/** The lending of instruments as a city of its own. */
function city(): CityAtWork {
  const [root] = agencies;
  if (!root) throw new Error('No agency');
  const agencyOf = (agencyId: string) => agencies.find((one) => one.agencyId === agencyId) ?? root;
  const unitOf = (agencyId: string, kind: string) => `${agencyId} ${kind}`;
  const steps = (receivingAgencyId: string) => planSteps(version.steps, receivingAgencyId, unitOf);
  return {
    calendarOf: () => calendar,
    mayHold: () => true,
    agencyOf,
    unitOf,
    staff: Object.values(staff),
    offered: [{ version, form: lendingForm, receivers: [agencyOf('centre')], weight: 1, paymentShare: 0.1, isDrawnUp: () => false }],
    calendar,
    birthOf: ({ procedureId, committedTime: time, dueRule: rule }, how) => ({
      code: '',
      procedureId,
      procedureVersion: version.version,
      ruleSet: ruleSetOn(dayOf(how.submittedAt)),
      ...how,
      plan: steps(how.receivingAgencyId),
      promised: { time, rule },
    }),
    answersOf: () => lendingAnswers,
    words: lendingWords,
    exhibits: [],
    pageDigest: 'a'.repeat(64),
    codes: numbers(),
    results: numbers(),
  };
}

function numbers() {
  const last = new Map<string, number>();
  return {
    next(agencyId: string, period: string) {
      const number = (last.get(`${agencyId} ${period}`) ?? 0) + 1;
      last.set(`${agencyId} ${period}`, number);
      return number;
    },
  };
}

function play(dossiers: number, seed = 'here'): Simulated[] {
  return [...simulate(city(), { dossiers, seed, span: { from: asDay('2018-03-01'), until } })];
}

test('a supplement that nobody gives closes the dossier when its time is over, and not before', () => {
  const all = play(1500);
  const closed = all.filter(({ dossier }) => dossier.outcome === null && dossier.state !== 'withdrawn' && dossier.state !== 'not accepted');
  assert.ok(closed.some(({ acts }) => acts.at(-1)?.events[0]?.type === 'closed unanswered'));
  for (const { dossier } of all) {
    assert.ok(dossier.state !== 'awaiting supplement' || !dossier.closesAt || dossier.closesAt >= new Date(until.getTime() - 60_000));
  }
});

test('everybody who came is there once, in the order in which codes were given; nothing happens after the end', () => {
  const all = play(600);
  assert.equal(new Set(all.map(({ dossierId }) => dossierId)).size, 600);
  const inOrder = all.toSorted((one, other) => one.dossier.submittedAt.getTime() - other.dossier.submittedAt.getTime());
  for (const [no, { dossier }] of inOrder.entries()) {
    const before = inOrder[no - 1]?.dossier;
    if (before && dayOf(before.submittedAt) === dayOf(dossier.submittedAt)) assert.ok(before.code < dossier.code);
  }
  for (const event of all.flatMap(({ acts }) => acts.flatMap(({ events }) => events))) assert.ok(event.at <= until);
});

test('officers act while their office is open, to its closing', () => {
  for (const { by, events } of play(600).flatMap(({ acts }) => acts)) {
    if (by.role === 'citizen' || by.role === 'system') continue;
    for (const { at, type } of events)
      assert.ok(isOpen(new Date(at.getTime() - 60_000), calendar) || isOpen(at, calendar), `${type} ${at.toISOString()}`);
  }
});

test('most results are early, some are late, and what waits longer is later', () => {
  const ready = play(2500).filter(({ dossier }) => dossier.outcome !== null);
  const late = ready.filter(({ dossier }) => dossier.outcome === 'late');
  assert.ok(late.length > 0.005 * ready.length && late.length < 0.3 * ready.length, `${late.length} of ${ready.length}`);
  const used = ({ dossier: { receivedAt, readyAt } }: Simulated) =>
    receivedAt && readyAt ? workingMinutesBetween(receivedAt, readyAt, calendar) : 0;
  const mean = (some: readonly Simulated[]) => some.reduce((sum, one) => sum + used(one), 0) / some.length;
  assert.ok(mean(late) > 2 * mean(ready));
});

test('also the rarer detours are taken: payment, suspension, taking back and opening again, each with its way on', () => {
  const happened = play(2500).map(({ acts }) => acts.flatMap(({ events }) => events.map(({ type }) => type)));
  for (const [detour, wayOn] of [
    ['payment requested', 'payment recorded'],
    ['suspended', 'resumed'],
    ['hand-over withdrawn', 'handed on'],
    ['reopened', 'result drafted'],
  ] as const) {
    assert.ok(
      happened.some((types) => types.includes(detour) && types.lastIndexOf(wayOn) > types.indexOf(detour)),
      detour,
    );
  }
});

test('an exhibit is found in the state in which it is to be seen, and only the last that come are exhibits', () => {
  const states = ['received', 'suspended', 'refused', 'stopped'] as const;
  const exhibits = states.map((state) => ({ procedureId: version.procedureId, state, daysBefore: state === 'stopped' ? 30 : 8 }));
  const wanted = { dossiers: 600, seed: 'here', span: { from: asDay('2018-03-01'), until } };
  const found = [...simulate({ ...city(), exhibits }, wanted)];
  for (const state of states) {
    assert.ok(
      found.some(({ dossier }) => dossier.state === state && dossier.submittedAt > new Date('2018-10-01T00:00+07:00')),
      state,
    );
  }
});

test('who has the result may say how it was, once the result is in hand and before the end', () => {
  const all = play(1500);
  const rated = all.filter(({ rating }) => rating);
  const returned = all.filter(({ dossier }) => dossier.state === 'returned');
  assert.ok(rated.length > 0.2 * returned.length && rated.length < 0.5 * returned.length);
  for (const { dossier, rating } of rated) {
    assert.ok(dossier.closedAt && rating && rating.ratedAt > dossier.closedAt && rating.ratedAt <= until);
  }
});
