import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { secretOf, tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { answerWithdrawal } from './answer-withdrawal.ts';
import { declineReceipt } from './decline-receipt.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { issueReceipt } from './issue-receipt.ts';
import { openDossier } from './open-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { requestSupplement } from './request-supplement.ts';
import { requestWithdrawal } from './request-withdrawal.ts';
import { takeDossier } from './take-dossier.ts';
import { stampDossier, trackDossier } from './track-dossier.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
after(() => house.close());

test('code and secret open the dossier however they are typed; a wrong one of either gets the same answer', async () => {
  const { dossierId } = await submitLending(house);
  const code = '000.00.22.H22-180514-0099';
  await house.behindItsBack('update dossier_code set code = $2 where dossier_id = $1', [dossierId, code]);
  const secret = secretOf(house.key, dossierId);
  const typed = { code: ` ${code.toLowerCase().replaceAll('-', '–')} `, secret: secret.toLowerCase().replaceAll('-', ' ') };
  assert.deepEqual(await openDossier(house, typed, '10.0.0.1'), { code, token: tokenOf(house.key, dossierId) });
  for (const wrong of [
    { code, secret: 'AAAA-AAAA-AAAA' },
    { code: `${code}9`, secret },
    { code: 'a\0b', secret },
    { code: '', secret: '' },
  ]) {
    assert.deepEqual(await openDossier(house, wrong, '10.0.0.1'), { refused: 'not-yours' });
  }
});

test('not yet received, it shows by when there is an answer, and that nobody has taken it', async () => {
  const { view } = await submitted();
  const { holding, due, left, next, withdrawal, visits } = await view();
  assert.deepEqual(
    [holding?.agencyName, holding?.isTaken, holding?.sinceAt, holding?.plannedAt],
    ['centre', false, at('09:00'), at('09:00', '15')],
  );
  assert.deepEqual([due, left, next.steps[0]?.name, withdrawal.may], [null, null, 'appraise', 'at once']);
  assert.deepEqual(
    visits.map(({ kind }) => kind),
    ['answer'],
  );
});

test('what happens is seen at once, also within the minute in which it was looked at', async () => {
  const { code, view } = await submitted();
  assert.equal((await view()).dossier.state, 'submitted');
  await receive(code);
  const received = await view();
  assert.deepEqual([received.dossier.state, received.holding?.isTaken, received.due?.dueAt], ['received', true, at('17:30', '21')]);
  await handOn(code);
  const { holding, next, usualMinutes } = await view();
  assert.deepEqual([holding?.agencyName, holding?.isTaken, next.steps[0]?.name, usualMinutes], ['music', false, 'check', null]);
  await takeDossier(house, staff.specialist, { code, commandId: crypto.randomUUID(), request: {} });
  assert.equal((await view()).holding?.isTaken, true);
});

test('the time that is left goes on while nothing happens', async () => {
  const { code, dossierId } = await submitLending(house);
  await receive(code);
  const leftAt = async (now: Date) =>
    (await trackDossier(clocked(now), code, { token: tokenOf(house.key, dossierId) }))?.left?.workingMinutes;
  assert.deepEqual([await leftAt(at('09:00')), await leftAt(at('10:00')), await leftAt(at('11:00', '15'))], [2790, 2730, 2190]);
});

test('a paper that was issued in the meantime is there, with the head that is printed on it and the one in the book', async () => {
  const { code, view } = await submitted();
  await receive(code);
  assert.deepEqual(
    [(await view()).proofs.paper, (await view()).papers.map(({ kind, sizeBytes }) => [kind, sizeBytes])],
    [
      null,
      [
        ['submission', null],
        ['receipt', null],
      ],
    ],
  );
  await issueReceipt(house, code, 2);
  const { proofs, papers } = await view();
  assert.deepEqual([proofs.events, proofs.paper?.kind, proofs.paper?.version], [2, 'receipt', 2]);
  assert.equal(proofs.paper?.hash, proofs.paper?.found);
  assert.ok((papers[1]?.sizeBytes ?? 0) > 1000);
});

test('a supplement that is asked for stands there whole, a refusal with its reasons and where to complain', async () => {
  const one = await submitted();
  const request = {
    gaps: [{ component: 'Đơn', why: 'thiếu chữ ký' }],
    explanation: 'Ký rồi nộp lại',
    answerDueAt: at('17:30', '21'),
    headReason: '',
  };
  await done(requestSupplement(house, staff.receiver, { code: one.code, commandId: crypto.randomUUID(), request }));
  const { asked } = await one.view();
  assert.deepEqual([asked?.gaps, asked?.explanation, asked?.answerDueAt], [request.gaps, request.explanation, request.answerDueAt]);

  const other = await submitted();
  const reasons = { reasons: ['Không đúng nơi nhận'], ground: 'Quy chế, Điều 3' };
  await done(declineReceipt(house, staff.receiver, { code: other.code, commandId: crypto.randomUUID(), request: reasons }));
  const { refusal, holding, withdrawal } = await other.view();
  assert.deepEqual([refusal?.reasons, refusal?.ground, refusal?.complainTo.name], [reasons.reasons, reasons.ground, 'Cơ quan city']);
  assert.deepEqual([holding, withdrawal], [null, { may: 'no', because: 'closed' }]);
});

test('a withdrawal that was denied shows why, and may be asked again', async () => {
  const { code, proof, view } = await submitted();
  await receive(code);
  await done(requestWithdrawal(house, proof, { code, commandId: crypto.randomUUID(), request: { reason: '' } }));
  assert.deepEqual((await view()).withdrawal, { may: 'no', because: 'asked' });
  await done(
    answerWithdrawal(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: { granted: false, reason: 'Đang ký' } }),
  );
  assert.deepEqual((await view()).withdrawal, { may: 'ask', denied: { at: house.now(), reason: 'Đang ký' } });
});

test('what a step usually takes is said once five dossiers have been through it', async () => {
  const own = await houseForTests();
  try {
    await keepLendingWorld(own);
    for (let i = 0; i < 6; i++) {
      const { code } = await submitLending(own);
      await done(receiveDossier(own, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt }));
      if (i === 5) continue;
      const later = { ...own, now: () => at('10:30') };
      await done(handOnDossier(later, staff.receiver, { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } }));
    }
    const { code, dossierId } = await submitLending(own);
    assert.equal((await trackDossier(own, code, { token: tokenOf(own.key, dossierId) }))?.usualMinutes, 90);
  } finally {
    await own.close();
  }
});

test('what the page depends on changes with an event, a paper and the minute, and with nothing else', async () => {
  const { code, proof } = await submitted();
  const stamp = (now = house.now()) => stampDossier(clocked(now), code, proof);
  const first = await stamp();
  assert.deepEqual([await stamp(), await stamp(new Date(house.now().getTime() + 59_000))], [first, first]);
  assert.notEqual(await stamp(at('09:01')), first);

  await receive(code);
  const received = await stamp();
  assert.notEqual(received, first);
  await issueReceipt(house, code, 2);
  assert.notEqual(await stamp(), received);
  assert.equal(await stampDossier(house, code, { token: '0'.repeat(32) }), undefined);
});

test('no officer’s name and no word between officers is in what its holder sees', async () => {
  const { code, view } = await submitted();
  await receive(code);
  await done(
    handOnDossier(house, staff.receiver, {
      code,
      commandId: crypto.randomUUID(),
      request: { note: 'Xem kỹ', toOfficerId: staff.specialist.officerId },
    }),
  );
  const { name } = staff.receiver;
  assert.doesNotMatch(JSON.stringify(await view()), new RegExp(`${name}|${staff.specialist.name}|Xem kỹ`));
});

test('a token opens its own dossier and no other, and a code that cannot be one opens none', async () => {
  const one = await submitted();
  const other = await submitted();
  assert.equal(await trackDossier(house, one.code, other.proof), undefined);
  assert.equal(await trackDossier(house, 'a\0b', one.proof), undefined);
});

async function submitted() {
  const { code, dossierId } = await submitLending(house);
  const proof = { token: tokenOf(house.key, dossierId) };
  const view = async () => {
    const found = await trackDossier(house, code, proof);
    assert.ok(found);
    return found;
  };
  return { code, proof, view };
}

function receive(code: string) {
  return done(receiveDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt }));
}

function handOn(code: string) {
  return done(handOnDossier(house, staff.receiver, { code, commandId: crypto.randomUUID(), request: { note: '', toOfficerId: null } }));
}

async function done(acted: Promise<unknown>): Promise<void> {
  const answer = await acted;
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
}

function clocked(now: Date): House {
  return { ...house, now: () => now };
}

function at(time: string, day = '14'): Date {
  return new Date(`2018-05-${day}T${time}+07:00`);
}
