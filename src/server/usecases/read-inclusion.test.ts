import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { tokenOf } from '#domain/dossier/secret.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, receipt, staff, submitLending } from '#tests/lending-world.ts';
import { closeDays } from './close-days.ts';
import { readClosings } from './read-closings.ts';
import { type InclusionProof, readInclusion } from './read-inclusion.ts';
import { receiveDossier } from './receive-dossier.ts';

let house: HouseForTests;
let folder: string;
let code: string;
let token: string;
before(async () => {
  house = await houseForTests();
  folder = mkdtempSync(path.join(tmpdir(), 'motcua-proof-'));
  await keepLendingWorld(house);
  for (let no = 0; no < 7; no++) {
    const submitted = await submitLending(house);
    [code, token] = [submitted.code, tokenOf(house.key, submitted.dossierId)];
  }
  await receiveDossier(on('2018-05-16'), staff.receiver, { code, commandId: crypto.randomUUID(), request: receipt });
});
after(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const on = (day: string) => ({ ...house, now: () => new Date(`${day}T09:00+07:00`) });

/** What the script says that knows nothing of this program. */
function checked(proof: unknown, ...marks: string[]) {
  const file = path.join(folder, 'chung-cu.json');
  writeFileSync(file, JSON.stringify(proof));
  const { status, stdout } = spawnSync(process.execPath, [path.join(house.root, 'docs/check-inclusion.mjs'), file, ...marks], {
    encoding: 'utf8',
  });
  return { status, said: stdout.trim() };
}

test('whoever has a dossier’s address gets a proof that anybody can check; what is altered in it no longer holds', async () => {
  const early = await readInclusion(house, code, token);
  assert.deepEqual([early?.heads, early?.closings], [[], []]);
  assert.equal(checked(early).status, 1);

  await closeDays(on('2018-05-20'));
  const proof = await readInclusion(house, code, token);
  assert.ok(proof);
  assert.deepEqual(
    proof.heads.map(({ day, version, size }) => [day, version, size]),
    [
      ['2018-05-14', 1, 7],
      ['2018-05-16', 2, 1],
    ],
  );
  const { closings } = await readClosings(house, undefined);
  const published = closings[0]?.hash ?? '';
  assert.deepEqual(checked(proof, published), { status: 0, said: `${code}: in 2 closed days, chained to ${published}` });

  const other = 'ab'.repeat(32);
  const alterations: ((proof: InclusionProof) => unknown)[] = [
    ({ heads: [first, ...rest], ...more }) => ({ ...more, heads: [{ ...first, head: other }, ...rest] }),
    ({ heads: [first, ...rest], ...more }) => ({ ...more, heads: [{ ...first, index: (first?.index ?? 0) + 1 }, ...rest] }),
    ({ heads: [first, ...rest], ...more }) => ({ ...more, heads: [{ ...first, path: first?.path.toReversed() }, ...rest] }),
    ({ closings: [first, ...rest], ...more }) => ({ ...more, closings: [{ ...first, size: 8 }, ...rest] }),
    ({ closings: [, ...rest], ...more }) => ({ ...more, closings: rest }),
    (all) => ({ ...all, before: other }),
  ];
  for (const alter of alterations) assert.equal(checked(alter(proof), published).status, 1, alter.toString());
  assert.equal(checked(proof, other).status, 1);
});

test('who has no address of it gets none', async () => {
  assert.equal(await readInclusion(house, code, '0'.repeat(32)), undefined);
  assert.equal(await readInclusion(house, 'none', token), undefined);
});
