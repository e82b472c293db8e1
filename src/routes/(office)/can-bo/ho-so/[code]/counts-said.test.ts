import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Component } from '#domain/procedure/procedure.ts';
import { wordsFor } from '#lib/words/words.ts';
import { lending } from '#tests/given.ts';
import { foundSaid, receivedSaid } from './counts-said.ts';

const [owed] = lending.components;
assert.ok(owed);
const some: Component = { ...owed, condition: 'khi ủy quyền' };
const theirs: Component = { ...owed, kind: 'made by the agency' };
const there = { originals: 1, copies: 0, inOrder: true };
const absent = { originals: 0, copies: 0, inOrder: false };

test('what is not there is missing where it is owed, and else did not have to be handed in', () => {
  const components = [
    { ...owed, checked: there },
    { ...owed, checked: absent },
    { ...some, checked: there },
    { ...some, checked: absent },
    { ...theirs, checked: absent },
    { ...theirs, checked: null },
  ];
  assert.equal(foundSaid(components, wordsFor('vi')), 'Thành phần hồ sơ: 2 đã đủ, 1 còn thiếu, 3 không phải nộp');
  assert.equal(foundSaid([{ ...owed, checked: there }], wordsFor('vi')), 'Thành phần hồ sơ: 1 đã đủ');
});

test('a component of a case that is not the applicant’s did not have to be handed in; one that is owed was not', () => {
  const said = (component: Component, checked: typeof there | null) => receivedSaid({ ...component, checked }, wordsFor('vi'));
  assert.equal(said(owed, there), '; khi nhận: 1 bản chính');
  assert.equal(said(owed, absent), '; khi nhận: không có bản nào');
  assert.equal(said(some, absent), '; không phải nộp trong trường hợp này');
  assert.equal(said(some, null), '; không phải nộp trong trường hợp này');
  assert.equal(said(some, there), '; khi nhận: 1 bản chính');
  assert.equal(said({ ...owed, kind: 'shown' }, there), '');
});
