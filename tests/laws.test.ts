import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

type Law = Readonly<Record<'title' | 'number' | 'reliedOn' | 'source', string>> &
  Readonly<Record<'issuedOn' | 'inForceFrom' | 'inForceUntil', string | null>>;

const laws: Readonly<Record<string, Law>> = JSON.parse(readFileSync('data/laws.json', 'utf8'));
const named = globSync(['{src,cli,bench}/**/*.{ts,svelte,sql,typ}']).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/@law (\S+)/g)].map(([, key = '']) => ({ file, key })),
);

test('every law that a rule names stands in data/laws.json', () => {
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter(({ key }) => !laws[key]),
    [],
  );
});

test('every law of data/laws.json is relied on by some rule', () => {
  const keys = new Set(named.map(({ key }) => key));
  assert.deepEqual(
    Object.keys(laws).filter((key) => !keys.has(key)),
    [],
  );
});

test('a law has title and number, says what is relied on and whence that is known, and its days are days in their order', () => {
  for (const [key, law] of Object.entries(laws)) {
    for (const column of ['title', 'number', 'reliedOn', 'source'] as const) assert.ok(law[column], `${key}: ${column}`);
    const days = [law.issuedOn, law.inForceFrom, law.inForceUntil].filter((day) => day !== null);
    for (const day of days) assert.equal(new Date(day).toISOString().slice(0, 10), day, key);
    assert.deepEqual(days, [...days].sort(), key);
  }
});
