import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberedPage } from './remembered-pages.ts';

/** Makes pages that count how often they were made. */
function pages(headers: HeadersInit = {}, status = 200) {
  let made = 0;
  return async () => new Response(`page ${++made}`, { headers, status });
}

async function body(name: string, stamp: string, make: () => Promise<Response>): Promise<string> {
  return (await rememberedPage(name, stamp, make)).text();
}

test('a page is made once for as long as what it depends on is the same', async () => {
  const make = pages();
  assert.deepEqual([await body('a', '1', make), await body('a', '1', make), await body('a', '2', make)], ['page 1', 'page 1', 'page 2']);
});

test('what one reader chose is not shown to another', async () => {
  const make = pages();
  assert.deepEqual(
    [await body('b vi', '1', make), await body('b en', '1', make), await body('b vi', '1', make)],
    ['page 1', 'page 2', 'page 1'],
  );
});

test('it goes out again with its headers', async () => {
  const make = pages({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  await rememberedPage('c', '1', make);
  const { headers } = await rememberedPage('c', '1', make);
  assert.deepEqual([headers.get('cache-control'), headers.get('x-robots-tag')], ['no-store', 'noindex']);
});

test('a page that is not whole, or gives somebody a cookie, is not kept', async () => {
  const broken = pages({}, 500);
  assert.deepEqual([await body('d', '1', broken), await body('d', '1', broken)], ['page 1', 'page 2']);
  const personal = pages({ 'set-cookie': 'lang=en' });
  assert.deepEqual([await body('e', '1', personal), await body('e', '1', personal)], ['page 1', 'page 2']);
});

test('of very many pages those that were asked for longest ago are forgotten', async () => {
  const make = pages();
  const first = await body('first', '1', make);
  for (let i = 0; i < 500; i++) await body(`other ${i}`, '1', make);
  assert.notEqual(await body('first', '1', make), first);
});
