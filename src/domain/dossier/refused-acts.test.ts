import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRefusal, type RefusalCode } from '#domain/refusal.ts';
import {
  colleague,
  dossier,
  factsAt,
  hoursLater,
  type OrdinaryAct,
  ordinary,
  receiver,
  whenDone,
  wholeWay,
  whoseTurn,
} from '#tests/given.ts';
import { apologise } from './apologise.ts';
import { handOn, refuseDossier } from './hand-on.ts';
import { declineReceipt } from './receive.ts';
import { recountDue } from './recount.ts';
import { reopen } from './reopen.ts';
import { resume, suspend } from './stand-still.ts';
import { takeBack } from './take-back.ts';
import { answerWithdrawal } from './withdraw.ts';

const stages: readonly (readonly OrdinaryAct[])[] = [
  [],
  ['receive'],
  ['receive', 'hand on'],
  ['receive', 'hand on', 'take'],
  ['receive', 'hand on', 'draft'],
  wholeWay.slice(0, 4),
  wholeWay.slice(0, 5),
  wholeWay.slice(0, 6),
  wholeWay.slice(0, 7),
  wholeWay.slice(0, 8),
  wholeWay.slice(0, 9),
  wholeWay,
  ['ask supplement'],
  ['receive', 'hand on', 'ask supplement'],
  ['receive', 'hand on', 'ask payment'],
  ['receive', 'hand on', 'suspend'],
  ['receive', 'hand on', 'refuse'],
  ['receive', 'ask withdrawal'],
  ['decline'],
  ['receive', 'ask withdrawal', 'grant withdrawal'],
  ['receive', 'hand on', 'ask supplement', 'close unanswered'],
  ['receive', 'hand on', 'ask supplement', 'give supplement'],
];

/** `+`: it can be done; `-`: not where the dossier stands. */
const signs: Readonly<Partial<Record<RefusalCode, string>>> = {
  'wrong-state': '-',
  'second-supplement-needs-reason': '2',
  'result-missing': 'r',
  'result-not-signed': 's',
  'result-not-numbered': 'n',
  'already-taken': 't',
  'nobody-before': 'b',
  'result-already-signed': 'S',
  'result-already-numbered': 'N',
  'not-your-turn': 'y',
  'withdrawal-already-asked': 'W',
  'withdrawal-not-asked': 'w',
  'corrected-after-signing': 'c',
};

// biome-ignore format: a table; one column a stage, from submitted to after a supplement
const answers: Readonly<Partial<Record<OrdinaryAct, string>>> = {
  receive:            '+ - - - - - - - - - - - - - - - - - - - - -',
  decline:            '+ - - - - - - - - - - - + - - - - - - - - -',
  'ask supplement':   '+ + + + + + + + + + - - - - - - - + - - - 2',
  'close unanswered': '- - - - - - - - - - - - + + - - - - - - - -',
  'give supplement':  '- - - - - - - - - - - - + + - - - - - - - -',
  'ask payment':      '- + + + + + + + + + - - - - - - - + - - - +',
  'record payment':   '- - - - - - - - - - - - - - + - - - - - - -',
  suspend:            '- + + + + + + + + + - - - - - - - + - - - +',
  resume:             '- - - - - - - - - - - - - - - + - - - - - -',
  take:               '+ + + + + + + + + + + - - - - - + + - - - +',
  'hand on':          '- + r r + + s + n + - - - - - - - + - - - r',
  'take back':        '- t + t t + + t + t - - - - - - - t - - - t',
  'send back':        '- b b b b + + + + S - - - - - - - b - - - b',
  draft:              '- y + + + y y y y y - - - - - - - y - - - +',
  sign:               '- y y y y y + S y y - - - - - - - y - - - y',
  number:             '- y y y y y y y + N - - - - - - - y - - - y',
  refuse:             '- - + + + + + + + + - - - - - - - - - - - +',
  return:             '- - - - - - - - - - + - - - - - + - - - - -',
  'ask withdrawal':   '+ + + + + + + S S S - - + + + + - W - - - +',
  'grant withdrawal': 'w w w w w w w w w w w w w w w w w + w w w w',
  'deny withdrawal':  'w w w w w w w w w w w w w w w w w + w w w w',
  reopen:             '- - - - - - - - - - - + - - - - - - + - - -',
  warn:               '- + + + + + + + + + - - - - - - - + - - - +',
  report:             '- + + + + + + + + + - - - - - - - + - - - +',
  apologise:          '- + + + + + + + + + - - - - - - - + - - - +',
};

for (const [act, row] of Object.entries(answers) as [OrdinaryAct, string][]) {
  test(`where ${act} can be done, and why not elsewhere`, () => {
    const found = stages.map((acts) => {
      const { stands } = dossier(...acts);
      const answer = ordinary[act](stands, factsAt(whenDone(stands, act, acts.length + 1), whoseTurn(stands, act)));
      if (!isRefusal(answer)) return '+';
      assert.deepEqual(answer.facts ?? {}, answer.refused === 'wrong-state' ? { state: stands.state } : {});
      return signs[answer.refused] ?? answer.refused;
    });
    assert.equal(found.join(' '), row);
  });
}

const asked = dossier('receive', 'ask withdrawal');
const queued = dossier('receive', 'hand on');
const later = hoursLater(1000);

// biome-ignore format: a table
test('nothing that needs a reason is done without one', () => {
  dossier('decline').when((d, f) => reopen(d, { toStepNo: 1, reason: '' }, f)).isRefused('reason-missing');
  dossier().when((d, f) => declineReceipt(d, { reasons: [], ground: '' }, f)).isRefused('reason-missing');
  queued.when((d, f) => takeBack(d, { reason: '' }, f)).isRefused('reason-missing');
  queued.when((d, f) => refuseDossier(d, { reasons: [], ground: 'x' }, f)).isRefused('reason-missing');
  queued.when((d, f) => suspend(d, { ground: 'x', reason: '' }, f)).isRefused('reason-missing');
  queued.when((d, f) => apologise(d, { reason: '', promisedAt: later }, f)).isRefused('reason-missing');
  queued.when((d, f) => recountDue(d, { ground: '' }, f)).isRefused('reason-missing');
  dossier('receive', 'hand on', 'suspend').when((d, f) => resume(d, { reason: '' }, f)).isRefused('reason-missing');
  asked.when((d, f) => answerWithdrawal(d, { granted: false, reason: '' }, f)).isRefused('reason-missing');
});

test('a withdrawal is granted without a reason', () => {
  asked.when((d, f) => answerWithdrawal(d, { granted: true, reason: '' }, f)).then({ type: 'withdrawn' });
});

const acts: readonly OrdinaryAct[] = ['ask supplement', 'ask payment', 'take', 'hand on', 'send back', 'draft', 'refuse'];
for (const act of acts) {
  test(`${act} is nothing to do with what a colleague has`, () => {
    dossier('receive', 'hand on', 'draft').when(ordinary[act], { by: colleague }).isRefused('taken-by-colleague');
  });
}

test('who acts in the place of one who is absent does with his task what he could', () => {
  const specialist = dossier('receive', 'hand on', 'take').stands.task?.officerId ?? '';
  const by = { ...colleague, inPlaceOf: { officerId: specialist, delegationId: 'd' } };
  dossier('receive', 'hand on', 'take').when(ordinary.draft, { by }).then({ type: 'result drafted' });
});

test('an officer who cannot do the next step is not given it', () => {
  dossier('receive')
    .when((d, f) => handOn(d, { note: '', toOfficerId: receiver.personId }, f))
    .isRefused('role-missing');
});
