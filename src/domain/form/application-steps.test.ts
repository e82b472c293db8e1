import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Component } from '#domain/procedure/procedure.ts';
import { firstOpen, stepsOf } from './application-steps.ts';

const component: Component = {
  no: 1,
  name: 'Đơn',
  originals: 1,
  copies: 0,
  condition: null,
  kind: 'handed in',
  provenance: { stated: false, source: '' },
};
const papers = [{ component, sending: 'sent' }] as const;

test('an application is questions, papers if there are any, and all of it to look through', () => {
  const kinds = (steps: ReturnType<typeof stepsOf>) => steps.map(({ kind }) => kind);
  assert.deepEqual(kinds(stepsOf([{ done: true }], papers, {})), ['questions', 'papers', 'review']);
  assert.deepEqual(kinds(stepsOf([{ done: true }], [], {})), ['questions', 'review']);
});

test('it is gone on with where it is not done', () => {
  assert.equal(firstOpen(stepsOf([{ done: true }, { done: false }], papers, {})), 2);
  assert.equal(firstOpen(stepsOf([{ done: true }], papers, { 'paper-1': 'file-missing' })), 2);
  assert.equal(firstOpen(stepsOf([{ done: true }], papers, {})), 3);
});
