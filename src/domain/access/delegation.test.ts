import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays, asDay, instantAt } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { acts, mayDo } from './access.ts';
import type { Officer, Role } from './actor.ts';
import { type Delegation, delegate, isInForce, type NewDelegation, standsInFor, takeBackDelegation } from './delegation.ts';

const [absentId, standInId, thirdId, headId] = [1, 2, 3, 4].map((n) => `018f0000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const unit = { agencyId: 'justice', unitId: 'desk' };
const officer = (officerId: string, role: Role = 'specialist', unitId = 'desk'): Officer => {
  return { officerId, name: '', assignments: [{ agencyId: 'justice', unitId, role }] };
};
const staff = [officer(absentId), officer(standInId), officer(thirdId), officer(headId, 'head')];
const monday = asDay('2018-05-14');
const now = instantAt(monday, 9 * 60);
const by = { personId: headId, agencyId: 'justice', role: 'head' } as const;
const week: NewDelegation = {
  delegationId: 'a',
  absentId,
  standInId,
  unitId: 'desk',
  role: 'specialist',
  fromOn: monday,
  untilOn: addDays(monday, 4),
  ground: 'nghỉ phép',
};
const make = (changed: Partial<NewDelegation> = {}, known: readonly Delegation[] = []) =>
  delegate({ ...week, ...changed }, { now, by, staff, known });

function made(changed: Partial<NewDelegation> = {}): Delegation {
  const answer = make(changed);
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer;
}

test('a head names a colleague of the same role and unit for the days of an absence', () => {
  assert.deepEqual(made(), { ...week, agencyId: 'justice', madeAt: now, madeBy: headId, endedAt: null });
});

const refused: [what: string, changed: Partial<NewDelegation>, code: string][] = [
  ['nobody stands in for himself', { standInId: absentId }, 'delegation-to-self'],
  ['a colleague of another role does not stand in', { standInId: headId }, 'stand-in-without-role'],
  ['nor is one absent in a role that he does not hold', { role: 'head' }, 'absent-without-role'],
  ['it does not begin before today', { fromOn: addDays(monday, -1) }, 'delegation-past'],
  ['it does not end before it begins', { untilOn: addDays(monday, -1) }, 'delegation-span-wrong'],
  ['it says why', { ground: '' }, 'ground-missing'],
];
for (const [what, changed, code] of refused) test(what, () => assert.deepEqual(make(changed), { refused: code }));

test('a colleague of another unit does not stand in', () => {
  const others = [officer(absentId), officer(standInId, 'specialist', 'archive')];
  assert.deepEqual(delegate(week, { now, by, staff: others, known: [] }), { refused: 'stand-in-without-role' });
});

test('for one absent officer one colleague a day; one that was taken back leaves the days free', () => {
  const first = made();
  const next = { delegationId: 'b', standInId: thirdId };
  assert.deepEqual(make({ ...next, fromOn: week.untilOn, untilOn: addDays(monday, 9) }, [first]), { refused: 'delegation-overlaps' });
  assert.equal(isRefusal(make({ ...next, fromOn: addDays(week.untilOn, 1), untilOn: addDays(monday, 9) }, [first])), false);
  assert.equal(isRefusal(make(next, [{ ...first, endedAt: now }])), false);
});

test('who is absent himself stands in for nobody', () => {
  const away = made({ absentId: standInId, standInId: thirdId });
  assert.deepEqual(make({ delegationId: 'b' }, [away]), { refused: 'stand-in-absent' });
});

test('it holds from its first to its last day, whole days, and not a moment longer', () => {
  const delegation = made({ fromOn: addDays(monday, 1) });
  const at = (days: number, minute: number) => isInForce(delegation, instantAt(addDays(monday, days), minute));
  assert.deepEqual([at(0, 1439), at(1, 0), at(4, 1439), at(5, 0)], [false, true, true, false]);
});

test('taken back it ends at once; what has ended is not taken back again', () => {
  const delegation = made();
  const endedAt = takeBackDelegation(delegation, now);
  assert.deepEqual(endedAt, now);
  assert.equal(isInForce({ ...delegation, endedAt: now }, now), false);
  assert.deepEqual(takeBackDelegation({ ...delegation, endedAt: now }, now), { refused: 'delegation-over' });
  assert.deepEqual(takeBackDelegation(delegation, instantAt(addDays(monday, 5), 0)), { refused: 'delegation-over' });
});

const place = { ...unit, role: 'specialist', officerId: absentId } as const;

test('the stand-in does what the absent one has, and is named with him and the delegation', () => {
  const standIn = { ...officer(standInId), standsInFor: standsInFor(standInId, [made()], now) };
  assert.deepEqual(mayDo(standIn, 'hand on dossier', place), {
    personId: standInId,
    agencyId: 'justice',
    role: 'specialist',
    inPlaceOf: { officerId: absentId, delegationId: 'a' },
  });
  assert.deepEqual(mayDo(officer(standInId), 'hand on dossier', place), { refused: 'taken-by-colleague' });
  const own = { personId: standInId, agencyId: 'justice', role: 'specialist' };
  assert.deepEqual(mayDo(standIn, 'hand on dossier', { ...place, officerId: standInId }), own);
  assert.deepEqual(mayDo(standIn, 'hand on dossier', { ...place, officerId: null }), own);
});

test('a delegation allows what its role and unit allow and nothing besides: not the tasks of a third, not another unit, not another role', () => {
  const standIn = { ...officer(standInId), standsInFor: standsInFor(standInId, [made()], now) };
  const elsewhere = [
    { ...place, officerId: thirdId },
    { ...place, unitId: 'archive' },
    { ...place, role: 'clerk' as const },
  ];
  for (const where of elsewhere) {
    for (const act of acts) assert.deepEqual(mayDo(standIn, act, where), mayDo(officer(standInId), act, where), act);
  }
});

test('whatever was asked for in whatever order, nobody has two stand-ins on one day, and none who is away himself', () => {
  const person = fc.constantFrom(absentId, standInId, thirdId);
  const asked = fc.tuple(person, person, fc.integer({ min: -2, max: 20 }), fc.integer({ min: -2, max: 6 }));
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 20 }), (all) => {
      const known: Delegation[] = [];
      for (const [i, [absent, standIn, from, days]] of all.entries()) {
        const fromOn = addDays(monday, from);
        const answer = make({ delegationId: `${i}`, absentId: absent, standInId: standIn, fromOn, untilOn: addDays(fromOn, days) }, known);
        if (!isRefusal(answer)) known.push(answer);
      }
      for (let day = 0; day < 30; day++) {
        const inForce = known.filter((one) => isInForce(one, instantAt(addDays(monday, day), 600)));
        const away = inForce.map((one) => one.absentId);
        assert.equal(new Set(away).size, away.length);
      }
    }),
  );
});
