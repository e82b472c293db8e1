import assert from 'node:assert/strict';
import { test } from 'node:test';
import { costOf, hashPassword, isPassword } from './password-hash.ts';

for (const made of ['chosen', 'random'] as const) {
  test(`a ${made} password is known again, however its marks are written, and no other is`, async () => {
    const hash = await hashPassword('mật khẩu', made);
    assert.equal(await isPassword('mật khẩu'.normalize('NFD'), hash, made), true);
    assert.equal(await isPassword('mat khau', hash, made), false);
    assert.notEqual(await hashPassword('mật khẩu', made), hash, 'each has a salt of its own');
  });
}

test('a hash is known again in a house that hashes at another cost', async () => {
  const hash = await hashPassword('mật khẩu', 'random');
  assert.equal(await isPassword('mật khẩu', hash, 'chosen'), true);
});

test('trying a name that nobody has costs what a known one costs in this house', async () => {
  const nobodys = `0:0:${'a'.repeat(32)}:${'b'.repeat(128)}`;
  for (const made of ['chosen', 'random'] as const) {
    assert.deepEqual(costOf(nobodys, made), costOf(await hashPassword('mật khẩu', made), made));
    assert.equal(await isPassword('mật khẩu', nobodys, made), false);
  }
});
