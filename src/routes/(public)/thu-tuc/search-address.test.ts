import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSearch, type Search, searchAddress } from './search-address.ts';

test('a list’s address brings back what was searched', () => {
  const search: Search = { query: 'đất & nhà', filters: { level: 'commune', fieldId: 'ho-tich', reception: 'commune' }, after: 'HGX-004' };
  assert.deepEqual(readSearch(new URL(searchAddress(search), 'http://localhost').searchParams), search);
});

test('a filter that nobody knows is none', () => {
  assert.deepEqual(readSearch(new URLSearchParams('cap=nation&noi=home&linh-vuc=')), { query: '', filters: {}, after: null });
});
