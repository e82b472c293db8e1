import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal } from '#domain/refusal.ts';
import {
  calendar,
  colleague,
  dossier,
  factsAt,
  head,
  history,
  hoursLater,
  type OrdinaryAct,
  ordinary,
  receiver,
  specialist,
} from '#tests/given.ts';
import { replay } from './evolve.ts';
import { recordPayment, requestPayment, resume, suspend } from './stand-still.ts';

const payment = { amountVnd: 120_000, setBy: 'Chi cục Thuế', ground: 'Thông báo số 7', how: '' };
const ways: [begin: OrdinaryAct, end: OrdinaryAct, state: string, cause: string][] = [
  ['ask payment', 'record payment', 'awaiting payment', 'payment'],
  ['suspend', 'resume', 'suspended', 'suspension'],
];

for (const [begin, end, state, cause] of ways) {
  test(`${state}: the clock stands still, and what was owed is remembered`, () => {
    const before = dossier('receive', 'hand on').stands;
    assert.partialDeepStrictEqual(dossier('receive', 'hand on', begin).stands, {
      state,
      stateBefore: 'in progress',
      dueAt: null,
      owedAt: before.dueAt,
      handedOver: null,
      waits: [{ cause, fromAt: hoursLater(3), untilAt: null }],
    });
  });

  test(`${state}: when it ends, the due time, the step and the agency’s share have moved by what was waited`, () => {
    const before = dossier('receive', 'hand on').stands;
    const then = new Date('2018-05-16T11:00+07:00');
    const answer = ordinary[end](dossier('receive', 'hand on', begin).stands, factsAt(then, specialist));
    assert.ok(!isRefusal(answer));
    const after = replay([...history('receive', 'hand on', begin), ...answer]);
    assert.partialDeepStrictEqual(after, {
      state: 'in progress',
      stateBefore: null,
      owedAt: null,
      dueAt: new Date('2018-05-23T17:30+07:00'),
    });
    // Two days without the hour at noon: from Monday 12:00 to Wednesday 11:00 are 2 working days less half an hour.
    const waited = 4 * 60 + 8 * 60 + 3.5 * 60;
    assert.equal(workedBetween(before.task?.plannedAt, after.task?.plannedAt), waited);
    assert.equal(workedBetween(before.shares[1]?.dueAt, after.shares[1]?.dueAt), waited);
    assert.deepEqual(after.waits, [{ cause, fromAt: hoursLater(3), untilAt: then }]);
  });

  test(`${state}: nothing else is done meanwhile than what ends it, or withdraws it`, () => {
    const waiting = dossier('receive', 'hand on', 'take', begin);
    for (const act of [
      'draft',
      'hand on',
      'send back',
      'refuse',
      'ask supplement',
      'ask payment',
      'suspend',
      'apologise',
      'take back',
    ] as const) {
      waiting.when(ordinary[act]).isRefused('wrong-state');
    }
    waiting
      .when((d, f) => {
        const asked = ordinary['ask withdrawal'](d, f);
        assert.ok(!isRefusal(asked));
        return ordinary['grant withdrawal'](replay([...history('receive', 'hand on', 'take', begin), ...asked]), f);
      })
      .then({ type: 'withdrawn' });
    const other = end === 'resume' ? 'record payment' : 'resume';
    waiting.when(ordinary[other]).isRefused('wrong-state');
  });

  test(`${state}: it does not begin before receipt, after the result, or end twice`, () => {
    dossier().when(ordinary[begin]).isRefused('wrong-state');
    dossier('receive', 'hand on', 'refuse').when(ordinary[begin]).isRefused('wrong-state');
    dossier('receive', begin, end).when(ordinary[end]).isRefused('wrong-state');
  });
}

test('a payment names its amount, who set it and by what; what was paid, its proof', () => {
  const asks = (request: typeof payment) => dossier('receive', 'hand on').when((d, f) => requestPayment(d, request, f));
  for (const amountVnd of [0, -1, 0.5, Number.NaN]) asks({ ...payment, amountVnd }).isRefused('amount-missing');
  asks({ ...payment, setBy: '' }).isRefused('obligation-setter-missing');
  asks({ ...payment, ground: '' }).isRefused('ground-missing');
  asks(payment).then({ type: 'taken' }, { type: 'payment requested', amountVnd: 120_000 });
  dossier('receive', 'hand on', 'take')
    .when((d, f) => requestPayment(d, payment, f), { by: colleague })
    .isRefused('taken-by-colleague');
  dossier('receive', 'ask payment')
    .when((d, f) => recordPayment(d, { proof: '' }, f), { by: receiver })
    .isRefused('payment-proof-missing');
});

test('a suspension names the law and the reason, and may be the head’s while an officer of his has the task', () => {
  const taken = dossier('receive', 'hand on', 'take');
  const suspends = (ground: string, reason: string) => taken.when((d, f) => suspend(d, { ground, reason }, f), { by: head });
  suspends('', 'Tranh chấp').isRefused('ground-missing');
  suspends('Luật', '').isRefused('reason-missing');
  suspends('Luật', 'Tranh chấp').then({ type: 'suspended' }).leaves({ task: taken.stands.task });
  dossier('receive', 'suspend')
    .when((d, f) => resume(d, { reason: '' }, f))
    .isRefused('reason-missing');
});

test('however long one waits and for what, the due time is never earlier than it was', () => {
  const wait = fc.tuple(fc.constantFrom(...ways), fc.integer({ min: 0, max: 10 * 24 * 60 }));
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 6 }), (waits) => {
      let now = hoursLater(2);
      let events = history('receive', 'hand on');
      for (const [[begin, end], minutes] of waits) {
        const before = replay(events);
        const begun = ordinary[begin](before, factsAt(now, specialist));
        assert.ok(!isRefusal(begun));
        now = new Date(now.getTime() + minutes * 60_000);
        const ended = ordinary[end](replay([...events, ...begun]), factsAt(now, specialist));
        assert.ok(!isRefusal(ended));
        events = [...events, ...begun, ...ended];
        const after = replay(events);
        assert.ok(before.dueAt && after.dueAt && after.dueAt >= before.dueAt);
        assert.ok(before.task?.plannedAt && after.task?.plannedAt && after.task.plannedAt >= before.task.plannedAt);
      }
    }),
  );
});

/** Minutes of 8 working hours a day that lie between two moments of one week or the next. */
function workedBetween(from: Date | null | undefined, until: Date | null | undefined): number {
  return workingMinutesBetween(from ?? new Date(0), until ?? new Date(0), calendar);
}
