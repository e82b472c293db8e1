import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localeOf, schemeOf } from './preferences.ts';

const at = (search: string) => new URL(`http://localhost/thu-tuc${search}`);

test('the address wins over what was chosen before, and Vietnamese stands where nothing was', () => {
  assert.equal(localeOf(at('?lang=vi'), 'en'), 'vi');
  assert.equal(localeOf(at('?lang=en'), undefined), 'en');
  assert.equal(localeOf(at(''), 'en'), 'en');
  assert.equal(localeOf(at(''), undefined), 'vi');
  assert.equal(localeOf(at('?lang=xx'), 'en'), 'vi');
});

test('colours that nobody knows follow the reader’s machine', () => {
  assert.equal(schemeOf('dark'), 'dark');
  assert.equal(schemeOf('"><script>'), 'auto');
  assert.equal(schemeOf(undefined), 'auto');
});
