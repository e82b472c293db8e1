import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isMailAddress, mayResend, messageStates, talksBegunBefore } from './message.ts';
import { owed } from './owed.ts';
import { whoIsTold } from './told.ts';

const online = { channel: 'online' } as const;
const applicant = { email: 'nhung@example.vn', phone: '0100 000 615' };

test('who has a mail address is told by mail, and sees which one in part', () =>
  assert.deepEqual(whoIsTold('supplement requested', online, applicant), { by: 'mail', address: 'n***@example.vn' }));

test('who has none is called', () =>
  assert.deepEqual(whoIsTold('refused', online, { ...applicant, email: '' }), { by: 'telephone', phone: '0100 000 615' }));

test('what happens inside the office is told to nobody', () => {
  for (const type of ['taken', 'assigned', 'handed on', 'sent back', 'result drafted', 'result signed', 'result numbered'] as const) {
    assert.equal(whoIsTold(type, online, applicant), null);
  }
});

test('at the counter only the receipt is told, not that something was handed in', () => {
  const counter = { channel: 'counter' } as const;
  assert.equal(whoIsTold('submitted', counter, applicant), null);
  assert.notEqual(whoIsTold('received', counter, applicant), null);
});

test('once what was sealed is wiped nobody can be told', () => assert.equal(whoIsTold('received', online, null), null));

test('who gets a paper is told of it', () => {
  for (const { paper, message } of Object.values(owed)) assert.ok(message || paper === null);
});

const addresses: [address: string, is: boolean][] = [
  ['nhung@example.vn', true],
  ['nhung.trang+hoso@mail.example.vn', true],
  ['nhung@ví-dụ.vn', true],
  ['', false],
  ['nhung', false],
  ['nhung@example.vn\r\nBcc: a@b.vn', false],
  ['a@b.vn,c@d.vn', false],
  ['Nhung <nhung@example.vn>', false],
  [`${'a'.repeat(249)}@b.vn`, true],
  [`${'a'.repeat(250)}@b.vn`, false],
];
for (const [address, is] of addresses) {
  test(`${JSON.stringify(address.slice(0, 40))} is ${is ? 'a' : 'no'} mail address`, () => assert.equal(isMailAddress(address), is));
}

test('a message is sent again only where it cannot be on its way nor have arrived', () => {
  assert.deepEqual(messageStates.filter(mayResend), ['kept', 'failed', 'unknown']);
});

test('a talk with a mail server that began more than five minutes ago is over', () => {
  assert.deepEqual(talksBegunBefore(new Date('2018-05-14T09:05:00Z')), new Date('2018-05-14T09:00:00Z'));
});
