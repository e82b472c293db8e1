import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { system } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
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
import type { Dossier } from './dossier.ts';
import { evolve, replay } from './evolve.ts';
import { appointedAt, owedWarning, saidWarning, warnOfDue, whoHearsOfLateness, whoIsWarned } from './warn.ts';

/** Owed on Monday 21 May at 17:30. */
const working = () => dossier('receive', 'hand on');
const told = [specialist.personId];
const at = (moment: string) => new Date(`${moment}+07:00`);
const warn = (d: ReturnType<typeof dossier>, now: Date, warnsBefore?: number | null) =>
  d.when((stands, f) => warnOfDue(stands, { told }, warnsBefore === undefined ? f : { ...f, version: { ...lending, warnsBefore } }), {
    by: system,
    now,
  });

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
      if (owes === 'near') assert.ok(workingMinutesBetween(now, dueAt, calendar) <= totalMinutes / 2);
    }),
  );
});

test('lateness is reported once the time is over, not at the last minute', () => {
  const due = at('2018-05-21T17:30');
  working().when(ordinary.report, { by: system, now: due }).isRefused('wrong-state');
  working()
    .when(ordinary.report, { by: system, now: new Date(due.getTime() + 1) })
    .then({ type: 'lateness reported', dueAt: due })
    .leaves({ reportedOfAt: due, state: 'in progress' });
});

test('of one time one is told once', () => {
  dossier('receive', 'hand on', 'warn')
    .when(ordinary.warn, { by: system, now: at('2018-05-21T17:00') })
    .isRefused('wrong-state');
  dossier('receive', 'hand on', 'report')
    .when(ordinary.report, { by: system, now: at('2018-05-23T17:00') })
    .isRefused('wrong-state');
});

test('after an apology the time is another: what was said is void, and one is warned of the new one', () => {
  const given = dossier('receive', 'hand on', 'warn', 'apologise');
  assert.deepEqual(appointedAt(given.stands), at('2018-05-22T17:30'));
  assert.equal(saidWarning(given.stands), null);
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
        const said = ordinary[owes === 'near' ? 'warn' : 'report'](stands, facts);
        assert.ok(!isRefusal(said));
        const after = said.reduce(evolve, stands);
        assert.deepEqual([owedWarning(after, facts), saidWarning(after)], [null, owes]);
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
