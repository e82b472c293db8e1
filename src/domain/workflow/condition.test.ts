import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asCondition, comparedIn, readingsOf, unreadableFrom } from './condition.ts';

test('a condition that can be read is; else the place is told from which it cannot', () => {
  assert.equal(unreadableFrom('age > 18'), null);
  assert.equal(unreadableFrom('age >'), 5);
  assert.equal(unreadableFrom('age ) 3 )'), 4);
});

test('a test that begins with its sign is read behind `in` only', () => {
  for (const [condition, from] of [
    ['a == 1', 3],
    ['a = = 1', 4],
    ['= a', 0],
    ['a < = 1', 4],
    ['a = 1 and != 2', 10],
    ['x in (> 1, < 5) and == 3', 20],
  ] as const)
    assert.equal(unreadableFrom(condition), from, condition);
  for (const condition of ['x in > 1', 'x in (> 1, <= 5)', 'x in [1..5]', 'x in not(> 1)', 'x != 1 and not(y >= 2)'])
    assert.equal(unreadableFrom(condition), null, condition);
});

test('a condition is at most two thousand letters long', () => {
  const long = (letters: number) => `"${'x'.repeat(letters - 2)}"`;
  assert.equal(unreadableFrom(long(2000)), null);
  assert.equal(unreadableFrom(long(2001)), 2000);
});

test('the mark that other tools put before a condition is no part of it, an equals sign of its own is', () => {
  assert.equal(asCondition(' =  age > 18 '), 'age > 18');
  assert.equal(asCondition('=age > 18'), 'age > 18');
  assert.equal(asCondition('age = 18'), 'age = 18');
  assert.equal(asCondition('== 18'), '== 18');
});

test('what a condition reads is told with where it stands', () => {
  assert.deepEqual(readingsOf('age > 18 and married', []), [
    { name: 'age', from: 0 },
    { name: 'married', from: 13 },
  ]);
});

test('a name with a dash is one name where it is known, and is told as one where it is not', () => {
  const names = (expression: string, known: readonly string[]) => readingsOf(expression, known).map(({ name }) => name);
  assert.deepEqual(readingsOf('applicant-name = "x"', ['applicant-name']), [{ name: 'applicant-name', from: 0 }]);
  assert.deepEqual(readingsOf('age > 3 and kind-of-child-2-now = "x"', []), [
    { name: 'age', from: 0 },
    { name: 'kind-of-child-2-now', from: 12 },
  ]);
  assert.deepEqual(names('kind-of-child = "x"', ['kind-of']), ['kind-of-child']);
});

test('a difference of what is known is one, and so is what stands in brackets or apart', () => {
  const names = (expression: string) => readingsOf(expression, ['age', 'least']).map(({ name }) => name);
  assert.deepEqual(names('age-least > 3'), ['age', 'least']);
  assert.deepEqual(names('(age)-most + most - age'), ['age', 'most', 'most', 'age']);
});

test('functions and what a condition names itself are nothing that it reads', () => {
  const names = (expression: string) => readingsOf(expression, []).map(({ name }) => name);
  assert.deepEqual(names('count(children) > 2'), ['children']);
  assert.deepEqual(names('some child in children satisfies child > 2'), ['children']);
  assert.deepEqual(names('every child in children satisfies child > least'), ['children', 'least']);
});

const known = ['kind', 'instrument-kind'];
const compared = (condition: string) => comparedIn(condition, known).map(({ name, text, from }) => `${name} ${text} ${from}`);

test('what a text is compared with for being equal is told, whichever side it stands on', () => {
  assert.deepEqual(compared('instrument-kind = "drum"'), ['instrument-kind drum 18']);
  assert.deepEqual(compared('"drum" != kind'), ['kind drum 0']);
  assert.deepEqual(compared('kind = "a" or not(kind = "b")'), ['kind a 7', 'kind b 25']);
  assert.deepEqual(compared('("a") = (kind)'), ['kind a 1']);
});

test('so is each of several texts', () => {
  assert.deepEqual(compared('kind in ("a", "b")'), ['kind a 9', 'kind b 14']);
  assert.deepEqual(compared('kind in "a"'), ['kind a 8']);
  assert.deepEqual(compared('kind in ["a", "b"]'), ['kind a 9', 'kind b 14']);
});

test('a text is told without its quotes and what escapes them', () => {
  assert.deepEqual(compared('kind = "a \\"b\\" \\\\ \\n"'), ['kind a "b" \\ \\n 7']);
});

test('nothing is told of an order, a range, a number, two names, two texts, or of what is no comparison', () => {
  const others = [
    'kind > "a"',
    'kind <= "a"',
    'kind between "a" and "c"',
    'kind in ["a".."c"]',
    'kind in (> "a")',
    'kind = 1',
    'kind = kind',
  ];
  for (const condition of [...others, '"a" = "b"', 'contains(kind, "a")', 'kind']) assert.deepEqual(compared(condition), [], condition);
});
