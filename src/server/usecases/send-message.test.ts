import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Mail } from '#server/gateways/mail/mail.ts';
import { smtpMail } from '#server/gateways/mail/smtp-mail.ts';
import type { House } from '#server/house.ts';
import { endTalk, findMessage, takeMessage } from '#server/store/messages.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, submitLending } from '#tests/lending-world.ts';
import { type MailServer, startMailServer } from '#tests/mail-server.ts';
import { resendMessage } from './resend-message.ts';
import { sendMessage } from './send-message.ts';
import { settleTalks } from './settle-talks.ts';
import { tellCitizen } from './tell-citizen.ts';

const administrator = {
  officerId: '018f0000-0000-7000-8000-0000000000aa',
  name: 'Đặng Văn Phúc',
  assignments: [{ agencyId: 'city', unitId: 'city professional', role: 'administrator' }],
} as const;

let own: HouseForTests;
let house: House;
let server: MailServer;
let answer: Parameters<typeof startMailServer>[0];
beforeEach(async () => {
  own = await houseForTests();
  answer = () => undefined;
  server = await startMailServer(() => answer?.());
  house = { ...own, mail: smtpMail(server.url, 'motcua@localhost') };
  await keepLendingWorld(house);
});
afterEach(async () => {
  await server.stop();
  await own.close();
});

test('a mail server that is down is tried again later, and the letter goes out once', async () => {
  const { code, key } = await submit();
  const away = { ...house, mail: smtpMail('smtp://127.0.0.1:1', 'motcua@localhost') };
  await assert.rejects(tellCitizen(away, code, 1), /ECONNREFUSED/);
  assert.partialDeepStrictEqual(await findMessage(house.db, key), { state: 'waiting', tries: 1 });

  await tellCitizen(house, code, 1);
  await tellCitizen(house, code, 1);
  assert.partialDeepStrictEqual(await findMessage(house.db, key), { state: 'sent', tries: 2, lastError: '' });
  assert.equal(server.letters.length, 1);
});

test('a mail server that is busy is tried again, one that refuses for good is not', async () => {
  const { code, key } = await submit();
  answer = () => ({ code: 451, words: 'come again' });
  await assert.rejects(tellCitizen(house, code, 1), /come again/);
  assert.equal((await findMessage(house.db, key))?.state, 'waiting');

  answer = () => ({ code: 550, words: 'no such mailbox' });
  await tellCitizen(house, code, 1);
  assert.partialDeepStrictEqual(await findMessage(house.db, key), { state: 'failed' });
  await tellCitizen(house, code, 1);
  assert.equal((await findMessage(house.db, key))?.tries, 2);
});

test('a talk that breaks off after the letter was handed over is of unknown end, and only an administrator sends again', async () => {
  const { code, key } = await submit();
  answer = () => 'hang up';
  await tellCitizen(house, code, 1);
  assert.equal((await findMessage(house.db, key))?.state, 'unknown');
  await tellCitizen(house, code, 1);
  assert.equal(server.letters.length, 1);

  assert.equal(await resendMessage({ ...house, mail: smtpMail('smtp://127.0.0.1:1', 'motcua@localhost') }, administrator, key), 'failed');
  const again = await startMailServer();
  await resendMessage({ ...house, mail: smtpMail(again.url, 'motcua@localhost') }, administrator, key);
  assert.equal((await findMessage(house.db, key))?.state, 'sent');
  assert.deepEqual(
    again.letters.map(({ messageId }) => messageId),
    server.letters.map(({ messageId }) => messageId),
  );
  await again.stop();
});

test('what a killed process left in the middle is of unknown end after five minutes, not before', async () => {
  const { code, key } = await submit();
  await tellCitizen({ ...house, mail: { deliver: () => Promise.reject(new Error('killed')) } }, code, 1).catch(() => {});
  await settleTalks(house);
  assert.equal((await findMessage(house.db, key))?.state, 'sending');
  assert.deepEqual(await resendMessage(house, administrator, key), { refused: 'wrong-state', facts: { state: 'sending' } });

  const later = { ...house, now: () => new Date(house.now().getTime() + 6 * 60_000) };
  await settleTalks(later);
  assert.equal((await findMessage(house.db, key))?.state, 'unknown');
  assert.equal(await sendMessage(house, key), undefined);
  assert.deepEqual(server.letters, []);
});

test('of two who take a message at once one has it', async () => {
  const { code, key } = await submit();
  const busy: Mail = { deliver: async () => ({ ended: 'not sent', why: 'busy', lasting: false }) };
  await assert.rejects(tellCitizen({ ...house, mail: busy }, code, 1), /busy/);
  const both = await Promise.all([1, 2].map(() => takeMessage(house.db, key, ['waiting'], house.now())));
  assert.equal(both.filter((message) => message).length, 1);

  const earlier = new Date(house.now().getTime() - 1000);
  await endTalk(house.db, key, earlier, { state: 'sent', lastError: '', sentAt: earlier });
  assert.equal((await findMessage(house.db, key))?.state, 'sending');
});

test('without a mail server the letter is kept for the outbox page; without an address it is only written down', async () => {
  const { code, key } = await submit();
  await tellCitizen(own, code, 1);
  assert.partialDeepStrictEqual(await findMessage(house.db, key), { state: 'kept', recipient: 'dinh@example.org' });

  const unreached = await submit({ 'applicant-email': '' });
  await tellCitizen(house, unreached.code, 1);
  assert.partialDeepStrictEqual(await findMessage(house.db, unreached.key), { state: 'no address', recipient: '', tries: 0 });
  assert.deepEqual(server.letters, []);
});

test('only an administrator sends again, and never what has arrived', async () => {
  const { code, key } = await submit();
  await tellCitizen(house, code, 1);
  const receiver = { ...administrator, assignments: [{ ...administrator.assignments[0], role: 'receiving officer' }] } as const;
  assert.deepEqual(await resendMessage(house, receiver, key), { refused: 'role-missing' });
  assert.deepEqual(await resendMessage(house, administrator, key), { refused: 'wrong-state', facts: { state: 'sent' } });
  assert.equal(server.letters.length, 1);
});

const names = [
  'Sùng\r\nBcc: thief@example.org\r\n\r\nHello',
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)> O’Brien & con',
  `Nguyễn${'ượ'.repeat(147)}`,
];
for (const name of names) {
  test(`a name ${JSON.stringify(name.slice(0, 30))} stays a name, in headers and in HTML`, async () => {
    const { code } = await submit({ 'applicant-name': name });
    await tellCitizen(house, code, 1);
    const [letter] = server.letters;
    assert.ok(letter);
    assert.equal(letter.to, 'dinh@example.org');
    assert.doesNotMatch(letter.headers, /^(Bcc|X-)/im);
    assert.equal(letter.subject, `Đã nhận đơn nộp trực tuyến: hồ sơ ${code}`);
    assert.ok(letter.text.includes(`Kính gửi ông/bà ${name.replace(/(\r\n)+/g, ' ').replace(/(\r\n)+/g, ' ')},`), letter.text);
    assert.doesNotMatch(letter.html, /<(script|img)/);
    assert.match(letter.html, /<a href="http:\/\/localhost:3000\/ho-so\/[^"]+">/);
  });
}

const addresses = [
  'dinh@example.org\r\nBcc: thief@example.org',
  'dinh@example.org, thief@example.org',
  'Thief <thief@example.org>',
  'dinh',
];
for (const address of addresses) {
  test(`an address ${JSON.stringify(address)} is none`, async () => {
    const { code, key } = await submit({ 'applicant-email': address });
    await tellCitizen(house, code, 1);
    assert.equal((await findMessage(house.db, key))?.state, 'no address');
    assert.deepEqual(server.letters, []);
  });
}

async function submit(answers: Readonly<Record<string, string>> = {}) {
  const { code, dossierId } = await submitLending(house, crypto.randomUUID(), { ...lendingAnswers, ...answers });
  return { code, key: { dossierId, version: 1 } };
}
