import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sourceParts } from './source-parts.ts';

const said = (source: string) => sourceParts(source).map(({ words, href }) => (href ? `[${words}](${href})` : words));

test('addresses are called by their sites, all else stays as it is written', () => {
  assert.deepEqual(said('Công văn 2450/VPCP-KGVX; https://www.a.vn/mot/hai.html?x=1 ; http://b.gov.vn (26/4)'), [
    'Công văn 2450/VPCP-KGVX; ',
    '[a.vn](https://www.a.vn/mot/hai.html?x=1)',
    '; ',
    '[b.gov.vn](http://b.gov.vn)',
    ' (26/4)',
  ]);
  assert.deepEqual(said('Bộ luật Lao động'), ['Bộ luật Lao động']);
  assert.deepEqual(said(''), []);
});

test('what is no address of a page is no link', () => {
  assert.deepEqual(said('javascript:alert(1)'), ['javascript:alert(1)']);
  assert.deepEqual(said('https://['), ['https://[']);
});
