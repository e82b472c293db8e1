import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const files = globSync('{src,cli,tests,bench}/**/*.{ts,js,svelte,css,sql,typ}');

test('every file is short enough to be read: under 400 lines', () => {
  assert.ok(files.length > 0);
  none(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 400));
});

test('what is left to do stands in an issue: a TODO names its number', () => {
  const todos = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, at) => (/\b(TODO|FIXME|XXX|HACK)\b(?!\(#\d+\))/.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])),
  );
  none(todos.filter((todo) => !todo.startsWith('tests/house-files.test.ts')));
});

test('no name fits everything: what has no better one has no room', () => {
  none(files.filter((file) => /(^|\/)(utils?|helpers?|common|shared|types|constants|misc)(\/|\.)/.test(file)));
});

test('nothing is passed on: a file is imported from where it stands', () =>
  none(files.filter((file) => path.parse(file).name === 'index')));

test('migrations are numbered from 0001 without a gap, so that all databases went the same way', () => {
  const numbers = globSync('src/server/store/migrations/*')
    .map((file) => path.basename(file))
    .sort()
    .map((name) => /^(\d{4})_[a-z_]+\.sql$/.exec(name)?.[1] ?? name);
  assert.ok(numbers.length > 0);
  assert.deepEqual(
    numbers,
    numbers.map((_, at) => String(at + 1).padStart(4, '0')),
  );
});

function none(wrong: string[]): void {
  assert.deepEqual(wrong, []);
}
