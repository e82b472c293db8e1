import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { system } from '#domain/access/actor.ts';
import type { Led } from '#domain/access/leaders.ts';
import { asDay } from '#domain/calendar/day.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import { Branching } from '#tests/branching.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import {
  calendar,
  colleague,
  dossier,
  factsAt,
  head,
  lending,
  monday,
  type OrdinaryAct,
  ordinary,
  receiver,
  specialist,
  submitted,
  whoseTurn,
} from '#tests/given.ts';
import { staff } from '#tests/lending-world.ts';
import type { Dossier, Task } from './dossier.ts';
import { evolve, replay } from './evolve.ts';
import { recordMessage } from './fire.ts';
import { appointedAt, owedWarning, reportLateness, saidWarning, warnOfDue, whoHearsOfLateness, whoIsWarned } from './warn.ts';

/** Owed on Monday 21 May at 17:30. */
const working = () => dossier('receive', 'hand on');
const told = [specialist.personId];
const at = (moment: string) => new Date(`${moment}+07:00`);
const warn = (d: ReturnType<typeof dossier>, now: Date, warnsBefore?: number | null) =>
  d.when(
    (stands, f) =>
      warnOfDue(stands, { whoHears: () => told }, warnsBefore === undefined ? f : { ...f, version: { ...lending, warnsBefore } }),
    {
      by: system,
      now,
    },
  );

test('whoever has it is warned eight working hours before it is owed, not a minute earlier', () => {
  warn(working(), at('2018-05-21T07:29')).then({ type: 'due time warned', dueAt: at('2018-05-21T17:30'), told });
  warn(working(), at('2018-05-18T17:30')).then({ type: 'due time warned' });
  warn(working(), at('2018-05-18T17:29')).isRefused('wrong-state');
});

test('a procedure may say another span, or none', () => {
  warn(working(), at('2018-05-21T11:29'), 4).isRefused('wrong-state');
  warn(working(), at('2018-05-21T11:30'), 4).then({ type: 'due time warned' });
  warn(working(), at('2018-05-21T17:00'), null).isRefused('wrong-state');
});

test('who got little time is not warned before half of it is over, whatever the span', () => {
  warn(working(), at('2018-05-16T16:29'), 80).isRefused('wrong-state');
  const { totalMinutes, dueAt } = working().stands;
  assert.ok(dueAt);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.option(fc.integer({ min: 1, max: 200 })), (minutes, warnsBefore) => {
      const now = new Date(monday.getTime() + minutes * 60_000);
      const version = { ...lending, warnsBefore };
      const owes = owedWarning(working().stands, { ...factsAt(now, system), version });
      if (owes?.warning === 'near') assert.ok(workingMinutesBetween(now, dueAt, calendar) <= totalMinutes / 2);
    }),
  );
});

test('lateness is reported once the time is over, not at the last minute', () => {
  const due = at('2018-05-21T17:30');
  working().when(ordinary.report, { by: system, now: due }).isRefused('wrong-state');
  working()
    .when(ordinary.report, { by: system, now: new Date(due.getTime() + 1) })
    .then({ type: 'lateness reported', dueAt: due })
    .leaves({ reported: { dueAt: due, taskNos: [2] }, state: 'in progress' });
});

test('of one time one is told once at each task: who gets it next hears of it too', () => {
  dossier('receive', 'hand on', 'warn')
    .when(ordinary.warn, { by: system, now: at('2018-05-21T17:00') })
    .isRefused('wrong-state');
  dossier('receive', 'hand on', 'report')
    .when(ordinary.report, { by: system, now: at('2018-05-23T17:00') })
    .isRefused('wrong-state');
  const handedOn = dossier('receive', 'hand on', 'warn', 'draft', 'hand on');
  handedOn.when(ordinary.warn, { by: system, now: at('2018-05-21T17:00') }).then({ type: 'due time warned' });
  dossier('receive', 'hand on', 'take', 'draft', 'hand on', 'warn', 'take back')
    .when(ordinary.warn, { by: system, now: at('2018-05-21T17:00') })
    .then({ type: 'due time warned' });
});

test('after an apology the time is another: what was said is void, and one is warned of the new one', () => {
  const given = dossier('receive', 'hand on', 'warn', 'apologise');
  assert.deepEqual(appointedAt(given.stands), at('2018-05-22T17:30'));
  assert.equal(saidWarning(given.stands, 2), null);
  given.when(ordinary.report, { by: system, now: at('2018-05-22T08:00') }).isRefused('wrong-state');
  warn(given, at('2018-05-22T08:00')).then({ type: 'due time warned', dueAt: at('2018-05-22T17:30') });
});

test('while the clock stands still, before receipt and when it is settled nobody is told anything', () => {
  for (const acts of [[], ['receive', 'hand on', 'suspend'], ['receive', 'hand on', 'refuse']] as const) {
    const still = dossier(...acts);
    for (const now of [at('2018-05-21T12:00'), at('2018-06-21T12:00')]) {
      for (const act of [ordinary.warn, ordinary.report]) still.when(act, { by: system, now }).isRefused('wrong-state');
    }
  }
});

test('whatever happens, what is owed can be said, and then it is said and not owed any more', () => {
  const act = fc.constantFrom(...(Object.keys(ordinary) as OrdinaryAct[]));
  fc.assert(
    fc.property(fc.array(fc.tuple(act, fc.integer({ min: 0, max: 36 * 60 })), { maxLength: 25 }), (tries) => {
      let now = monday;
      let stands: Dossier = replay(submitted);
      for (const [name, minutes] of [['receive', 1] as const, ...tries]) {
        now = new Date(now.getTime() + minutes * 60_000);
        const answer = ordinary[name](stands, factsAt(now, whoseTurn(stands, name)));
        if (!isRefusal(answer)) stands = answer.reduce(evolve, stands);
        const facts = factsAt(now, system);
        const owes = owedWarning(stands, facts);
        if (!owes) continue;
        const said = ordinary[owes.warning === 'near' ? 'warn' : 'report'](stands, facts);
        assert.ok(!isRefusal(said));
        const after = said.reduce(evolve, stands);
        assert.deepEqual([owedWarning(after, facts), saidWarning(after, after.task?.no ?? 0)], [null, owes.warning]);
      }
    }),
  );
});

test('the holder hears of it, with who acts for him, or everybody of his role in the unit while nobody has it; of lateness who leads the unit', () => {
  const everybody = Object.values(staff);
  const { task } = working().stands;
  assert.ok(task);
  assert.deepEqual(whoIsWarned(everybody, task, []), [specialist.personId, colleague.personId]);
  assert.deepEqual(whoIsWarned(everybody, { ...task, officerId: colleague.personId }, []), [colleague.personId]);
  const awayOf = (absentId: string) => ({
    delegationId: '',
    absentId,
    standInId: specialist.personId,
    unitId: task.unitId,
    role: task.role,
    fromOn: asDay('2018-05-14'),
    untilOn: asDay('2018-05-25'),
    endedAt: null,
  });
  const away = [awayOf(colleague.personId), awayOf(head.personId)];
  assert.deepEqual(whoIsWarned(everybody, { ...task, officerId: colleague.personId }, away), [colleague.personId, specialist.personId]);
  assert.deepEqual(whoHearsOfLateness(everybody, task), [staff.head.officerId]);
  assert.deepEqual(
    whoHearsOfLateness(everybody, { ...task, agencyId: 'centre', unitId: 'centre one-stop', officerId: receiver.personId }),
    [],
  );
});

const end = 'sign > number > return > E:end';
const parallel = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > check2 > J', `J > ${end}`], {
  agencies: { check: 'city', check2: 'city' },
});
const onBoth = () => new Branching(parallel).act('receive').act('hand on');
/** An act comes an hour after the one before: this moves it to so many hours from the due time. */
const towardsDue = (on: Branching, hours: number) => on.waitUntil(new Date((on.stands.dueAt?.getTime() ?? 0) + (hours - 1) * 3_600_000));
const bySystem = { by: system };

test('of several open tasks each is told, by one event that names them; who hears of two is named once', () => {
  const on = onBoth();
  const { dueAt } = on.stands;
  const both = { whoHears: ({ role }: Task) => (role === 'head' ? [head.personId] : [specialist.personId, head.personId]) };
  towardsDue(on, -8).decide((d, f) => warnOfDue(d, both, f), bySystem);
  assert.partialDeepStrictEqual(on.events.at(-1), { told: [specialist.personId, head.personId], taskNos: [2, 3] });
  assert.deepEqual(on.stands.warned, { dueAt, taskNos: [2, 3] });
  assert.ok(isRefusal(towardsDue(on, -1).try(ordinary.warn, bySystem)));
  assert.deepEqual(
    [2, 3, 4].map((no) => saidWarning(on.stands, no)),
    ['near', 'near', null],
  );
});

test('a task that opens later hears of it alone, before the time and after', () => {
  const on = towardsDue(onBoth(), -7).decide(ordinary.warn, bySystem).act('hand on', 'check');
  on.decide(ordinary.warn, bySystem);
  assert.partialDeepStrictEqual(on.events.at(-1), { type: 'due time warned', taskNos: [4] });
  assert.ok(isRefusal(on.try(ordinary.warn, bySystem)));
  towardsDue(on, 0).act('draft', 'appraise');
  towardsDue(on, 1).decide(ordinary.report, bySystem);
  assert.partialDeepStrictEqual(on.events.at(-1), { type: 'lateness reported', taskNos: [2, 4] });
  on.act('hand on', 'appraise').act('hand on', 'check2').decide(ordinary.report, bySystem);
  assert.partialDeepStrictEqual(on.events.at(-1), { type: 'lateness reported', taskNos: [5] });
  assert.ok(isRefusal(on.try(ordinary.report, bySystem)));
  assert.deepEqual(replay(on.events), on.stands);
});

test('while nobody has it nobody is warned; that it is late is reported once, to who leads the agency that received it', () => {
  const on = new Branching(drawnWay(['S:start > receive > M:message > appraise', `appraise > ${end}`])).act('receive').act('hand on');
  assert.deepEqual(on.open, []);
  assert.ok(isRefusal(towardsDue(on, -1).try(ordinary.warn, bySystem)));
  const asked: Led[] = [];
  const whoHears = (led: Led) => {
    asked.push(led);
    return [head.personId];
  };
  towardsDue(on, 1).decide((d, f) => reportLateness(d, { whoHears }, f), bySystem);
  assert.deepEqual(asked, [{ agencyId: 'centre', unitId: '', officerId: null }]);
  assert.partialDeepStrictEqual(on.events.at(-1), { type: 'lateness reported', told: [head.personId], taskNos: [] });
  assert.ok(isRefusal(on.try(ordinary.report, bySystem)));
  on.decide((d, f) => recordMessage(d, { nodeId: 'M', note: '' }, f), { by: receiver }).decide(ordinary.report, bySystem);
  assert.partialDeepStrictEqual(on.events.at(-1), { taskNos: [2] });
});
