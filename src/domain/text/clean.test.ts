import assert from 'node:assert/strict';
import { test } from 'node:test';
import { normaliseTyped } from './clean.ts';

test('what was typed is kept composed and without white space around it, nothing else changes', () => {
  assert.equal(normaliseTyped('  Nguyễn  THỊ hoà \n'.normalize('NFD')), 'Nguyễn  THỊ hoà');
});
