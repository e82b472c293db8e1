import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { after, beforeEach, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { addressHeader, listen, protocolHeader, type WebServer } from './server.ts';

const place = { publicUrl: 'https://motcua.example.vn', proxies: [] };
let web: WebServer;
let told: (string | string[] | undefined)[];

beforeEach(async () => {
  await web?.stop();
  web = await listen('127.0.0.1', 0);
  told = [];
});
after(() => web.stop());

test('until the pages serve, whoever comes is asked to come again', async () => {
  const early = await fetch(web.url);
  assert.equal(early.status, 503);
  assert.equal(early.headers.get('retry-after'), '2');
  serve();
  assert.equal((await fetch(web.url)).status, 200);
});

test('an address that is no text is told so, and reaches no page; what is asked of a page is that page’s to read', async () => {
  serve();
  assert.equal((await fetch(`${web.url}/tra-cuu/%E1%20`)).status, 400);
  assert.deepEqual(told, []);
  assert.equal((await fetch(`${web.url}/tra-cuu?q=%E1%20`)).status, 200);
});

test('the pages are told http or https by us alone, whatever a visitor claims', async () => {
  serve();
  await fetch(web.url);
  await fetch(web.url, { headers: { [protocolHeader]: 'https' } });
  assert.deepEqual(told, ['http', 'http']);
});

test('the pages are told by us from where a request comes, of what a visitor claims only what a proxy here adds', async () => {
  const from: (string | string[] | undefined)[] = [];
  web.serve(({ headers }, response) => {
    from.push(headers[addressHeader]);
    response.end();
  }, place);
  await fetch(web.url, { headers: { [addressHeader]: '192.0.2.1' } });
  await fetch(web.url, { headers: { 'x-forwarded-for': '192.0.2.1, 198.51.100.1' } });
  assert.deepEqual(from, ['127.0.0.1', '198.51.100.1']);
});

test('a request for the public address came over what that address says', async () => {
  serve();
  const { port } = new URL(web.url);
  const [answer] = await once(get({ host: '127.0.0.1', port, headers: { host: 'motcua.example.vn' } }), 'response');
  answer.resume();
  assert.deepEqual(told, ['https']);
});

test('what is being answered when it stops is answered', async () => {
  let begun = () => {};
  const asked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  web.serve(async (_, response) => {
    begun();
    await setTimeout(300);
    response.end('done');
  }, place);
  const answer = fetch(web.url);
  await asked;
  const stopped = web.stop();
  assert.equal(await (await answer).text(), 'done');
  await stopped;
  await assert.rejects(fetch(web.url));
});

test('a page that fails ends its own request and no other', async (t) => {
  t.mock.method(console, 'error', () => {});
  web.serve(async ({ url }, response) => {
    if (url === '/broken') throw new Error('broken');
    response.end();
  }, place);
  await assert.rejects(fetch(`${web.url}/broken`));
  assert.equal((await fetch(web.url)).status, 200);
});

test('a port that is taken, or a host that is not ours, is one line', async () => {
  const { port } = new URL(web.url);
  await assert.rejects(listen('127.0.0.1', Number(port)), {
    message: `port ${port} is taken by another program: stop that one, or set PORT to another.`,
  });
  await assert.rejects(listen('192.0.2.1', 0), { message: 'HOST=192.0.2.1 is no address of this machine.' });
});

function serve(): void {
  web.serve((request, response) => {
    told.push(request.headers[protocolHeader]);
    response.end();
  }, place);
}
