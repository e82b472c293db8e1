import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashPassword, isPassword } from './password-hash.ts';

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
    const hash = await hashPassword('mật khẩu', made);
    const [known, unknown] = [await time(() => isPassword('wrong', hash, made)), await time(() => isPassword('wrong', nobodys, made))];
    assert.ok(unknown < 4 * known && known < 4 * unknown, `${made}: known ${known} ms, unknown ${unknown} ms`);
  }
});

/** The quickest of some tries: what else the machine does only makes one slower. */
async function time(work: () => Promise<boolean>): Promise<number> {
  const times: number[] = [];
  for (let no = 0; no < 8; no++) {
    const startedAt = performance.now();
    assert.equal(await work(), false);
    times.push(performance.now() - startedAt);
  }
  return Math.min(...times);
}
