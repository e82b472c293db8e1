import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readPdf } from '#tests/read-pdf.ts';
import { type ReceiptFacts, receipt } from './receipt/content.ts';
import { receiptSample } from './receipt/sample.ts';
import { renderPaper } from './render.ts';

const root = path.join(import.meta.dirname, '../../..');
const now = receiptSample.at;

function print(facts: Partial<ReceiptFacts> = {}) {
  return renderPaper(root, 'receipt', receipt({ ...receiptSample, ...facts }), { now });
}

function printFor(name: string) {
  return print({ applicant: { ...receiptSample.applicant, name } });
}

test('the same content at the same time gives the same bytes', async () => {
  const first = await print();
  assert.deepEqual(first, await print());
  assert.notDeepEqual(first, await renderPaper(root, 'receipt', receipt(receiptSample), { now: new Date(now.getTime() + 1000) }));
});

test('a paper is PDF/A-2b and carries its font along', async () => {
  const pdf = Buffer.from(await print()).toString('latin1');
  assert.match(pdf, /pdfaid:part>2</);
  assert.match(pdf, /pdfaid:conformance>B</);
  assert.match(pdf, /[A-Z]{6}\+Tinos-Regular/);
  assert.match(pdf, /FontFile2/);
  assert.deepEqual([...new Set(pdf.match(/\+[A-Z][A-Za-z]+-/g))], ['+Tinos-']);
});

const literal = [
  '#eval("1+1")',
  '$x^2$ & _y_',
  '*a* **b** = c',
  '<script>alert(1)</script>',
  `"O'Brien" \\ \`x\``,
  '#{sys.inputs}',
  '//a /*b*/ @c [d] ~e',
  '{{name}} %s',
];
for (const name of literal) {
  test(`a name ${name} is printed as it is`, async () =>
    assert.ok((await readPdf(await printFor(name))).text.includes(`Tiếp nhận hồ sơ của: ${name} `)));
}

test('a name of 300 letters without a gap stays on the page, whole', async () => {
  const name = `Nguyễn${'ượ'.repeat(147)}`;
  const { text, right } = await readPdf(await printFor(name));
  assert.ok(text.replaceAll(' ', '').includes(name));
  assert.ok(right < 595 - 40, String(right));
});

test('what the font cannot draw, or one cannot see, stands as its number', async () => {
  const { text } = await readPdf(await printFor('Vàng 😀 中 \u202eA\u0007\u2028B e\u0302\u0306'));
  assert.ok(text.includes('Vàng [U+1F600] [U+4E2D] [U+202E]A[U+0007][U+2028]B ê̆'), text);
});

test('a trial paper says on every page that it has no force', async () => {
  const components = Array.from({ length: 60 }, () => ({ name: 'Giấy tờ', originals: 1, copies: 0 }));
  const { pages } = await readPdf(await print({ trial: true, components }));
  assert.ok(pages.length > 1);
  for (const page of pages) assert.ok(page.includes('HỒ SƠ THỬ'));
  assert.ok(pages[0]?.includes('GIẤY NÀY KHÔNG CÓ GIÁ TRỊ'));
  assert.ok(!(await readPdf(await print())).text.includes('HỒ SƠ THỬ'));
});
