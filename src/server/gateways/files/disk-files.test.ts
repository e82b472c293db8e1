import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { PDFDocument } from 'pdf-lib';
import { isRefusal } from '#domain/refusal.ts';
import { diskFiles } from './disk-files.ts';
import type { Files, Kept } from './files.ts';
import { countPdfPages } from './pages.ts';

const limits = { maxBytes: 20_000 };
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==', 'base64');
const jpeg = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(300, 7),
  Buffer.from('ffd9', 'hex'),
]);
const heic = Buffer.concat([Buffer.from('0000001c6674797068656963000000006d696631686569636d736631', 'hex'), Buffer.alloc(300, 1)]);

let folder: string;
let files: Files;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'motcua-files-'));
  files = diskFiles(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const taken: [what: string, content: Buffer, mediaType: string][] = [
  ['a PNG', png, 'image/png'],
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a HEIC photo, as it came', heic, 'image/heic'],
];
for (const [what, content, mediaType] of taken) {
  test(`${what} is kept under its digest and read back unchanged`, async () => {
    const digest = createHash('sha256').update(content).digest('hex');
    assert.deepEqual(await receive(content), { digest, sizeBytes: content.length, mediaType, pages: 1 });
    assert.deepEqual(Buffer.from(await files.read(digest)), content);
    assert.deepEqual(await buffer(files.open(digest)), content);
    assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
  });
}

for (const useObjectStreams of [true, false]) {
  test(`the pages of a PDF are counted, ${useObjectStreams ? 'also when its page tree is compressed' : 'in the form of before PDF 1.5 too'}`, async () => {
    const pdf = await PDFDocument.create();
    for (let page = 0; page < 23; page++) pdf.addPage();
    const kept = await receive(await pdf.save({ useObjectStreams }));
    assert.ok(!isRefusal(kept));
    assert.equal(kept.pages, 23);
    assert.equal(kept.mediaType, 'application/pdf');
  });
}

test('a PDF that was cut off is refused wherever it was cut, though its page tree stands in what is left', async () => {
  const page = '3 0 obj\n<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>\nendobj\n4 0 obj\n<< /Length 9000 >>\nstream\n';
  const tree = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n';
  const whole = `${tree}${page}${'0 0 m 9 9 l S\n'.repeat(640)}endstream\nendobj\nstartxref\n9\n%%EOF`;
  for (let left = 120; left < whole.length; left += 7)
    assert.equal(countPdfPages(Buffer.from(whole.slice(0, left))), null, `${left} bytes`);
  for (const after of ['', '\r\n', '\0'.repeat(5000), '\n% sent by a scanner\n'])
    assert.equal(countPdfPages(Buffer.from(whole + after)), 1);
  const answer = await receive(Buffer.from(whole.slice(0, 2000)));
  assert.deepEqual(answer, { refused: 'file-unreadable' });
});

const refused: [what: string, content: Uint8Array, code: string][] = [
  ['an empty file', new Uint8Array(), 'file-empty'],
  ['a file over the limit', Buffer.concat([png, Buffer.alloc(20_000)]), 'file-too-large'],
  ['a web page that is named as a photo', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file-type-unknown'],
  ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'file-type-unknown'],
  ['a PDF without pages, broken or locked', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF'), 'file-unreadable'],
];
for (const [what, content, code] of refused) {
  test(`${what} is refused and leaves nothing behind`, async () => {
    const answer = await receive(content);
    assert.ok(isRefusal(answer));
    assert.equal(answer.refused, code);
    assert.deepEqual(await readdir(folder), ['incoming']);
    assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
  });
}

test('the limit counts while the file arrives, so that no endless one is read to its end', async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1000;
      yield Buffer.alloc(1000);
    }
  }
  assert.deepEqual(await receive(endless()), { refused: 'file-too-large', facts: { maxBytes: 20_000 } });
  assert.ok(sent <= 21_000);
});

test('the same content sent twice, also at once, is one file', async () => {
  const [first, second] = await Promise.all([receive(png), receive(png)]);
  assert.deepEqual(first, second);
  assert.equal((await readdir(folder)).length, 2);
});

test('a file gets its name only after its row is written', async () => {
  let before: boolean | undefined;
  await files.receive(png, limits, async ({ digest }) => {
    before = await files.has(digest);
  });
  assert.equal(before, false);

  await assert.rejects(
    files.receive(jpeg, limits, () => Promise.reject(new Error('no database'))),
    /no database/,
  );
  assert.equal(await files.has(createHash('sha256').update(jpeg).digest('hex')), false);
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
});

test('a line that breaks while sending leaves no half of a file', async () => {
  async function* broken() {
    yield png.subarray(0, 30);
    throw new Error('line broken');
  }
  await assert.rejects(receive(broken()), /line broken/);
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
});

test('a full disk is said in words and leaves no half of a file', async () => {
  async function* full() {
    yield png;
    throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  }
  assert.deepEqual(await receive(full()), { refused: 'disk-full' });
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), []);
});

test('what must leave more room on the disk than there is is refused before it is read', async () => {
  let isRead = false;
  async function* content() {
    isRead = true;
    yield png;
  }
  const answer = await files.receive(content(), { ...limits, leaveBytes: Number.MAX_SAFE_INTEGER }, () => Promise.resolve());
  assert.deepEqual(answer, { refused: 'disk-full' });
  assert.equal(isRead, false);
  assert.ok(!isRefusal(await files.receive(png, { ...limits, leaveBytes: 1 }, () => Promise.resolve())));
});

test('removing a file that is gone is no fault', async () => {
  const kept = await receive(png);
  assert.ok(!isRefusal(kept));
  await files.remove(kept.digest);
  await files.remove(kept.digest);
  assert.equal(await files.has(kept.digest), false);
});

test('what arrived long ago and was never finished is cleared, what arrives now is not', async () => {
  await receive(png);
  const [old, fresh] = ['old', 'fresh'].map((name) => path.join(folder, 'incoming', name));
  for (const file of [old, fresh]) await writeFile(file ?? '', png);
  await utimes(old ?? '', new Date('2018-05-01'), new Date('2018-05-01'));
  assert.equal(await files.clearIncoming(new Date('2018-05-02')), 1);
  assert.deepEqual(await readdir(path.join(folder, 'incoming')), ['fresh']);
});

test('at most four files are read at a time, and everyone gets his turn', async () => {
  let reading = 0;
  let most = 0;
  const read = async () => {
    most = Math.max(most, ++reading);
    await new Promise((done) => setImmediate(done));
    reading--;
    if (most % 2) throw new Error('a fault frees its place');
  };
  await Promise.allSettled(Array.from({ length: 20 }, () => files.inTurn(read)));
  assert.equal(most, 4);
  assert.equal(await files.inTurn(async () => 'served'), 'served');
});

function receive(content: Parameters<Files['receive']>[0]): ReturnType<Files['receive']> {
  return files.receive(content, limits, async (_kept: Kept) => undefined);
}

const hostile: [what: string, content: string][] = [
  ['that opens without end', `%PDF-1.7\n${'<<'.repeat(10_000_000)}%%EOF`],
  ['with a million beginnings of streams and one end', `%PDF-1.7\n${'/ObjStm stream\n'.repeat(1_300_000)}endstream%%EOF`],
  ['with words that nearly match', `%PDF-1.7\n${'/Type /Page'.repeat(1_800_000)}%%EOF`],
];
for (const [what, content] of hostile) {
  test(`a PDF ${what} is refused within two seconds`, () => {
    const begun = performance.now();
    assert.equal(countPdfPages(Buffer.from(content)), null);
    assert.ok(performance.now() - begun < 2000, `${performance.now() - begun} ms`);
  });
}

test('a PDF that swells when unpacked is not unpacked to its end', () => {
  const bomb = deflateSync(Buffer.alloc(200_000_000));
  assert.equal(
    countPdfPages(Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/ObjStm>>stream\n'), bomb, Buffer.from('\nendstream\n%%EOF')])),
    null,
  );
});
