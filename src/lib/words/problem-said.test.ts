import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBpmn } from '#domain/workflow/bpmn-file.ts';
import { malformed, type RefusedPart, unsupported } from '#domain/workflow/refused-part.ts';
import { unreadSaid } from './problem-said.ts';
import { wordsFor } from './words.ts';

const model = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

async function said(xml: string, locale: 'vi' | 'en' = 'vi'): Promise<readonly string[]> {
  const file = await openBpmn(xml);
  return file.refused.map((part) => unreadSaid(wordsFor(locale), part));
}

// biome-ignore format: a table
const files: [what: string, xml: string, said: string][] = [
  ['that breaks off', `<definitions xmlns="${model}">\n<process id="p"`, 'dòng 2, cột 1, phần p: XML hỏng, tệp bị cắt ngang, hoặc có thẻ mở mà không đóng'],
  ['whose tags cross', `<definitions xmlns="${model}">\n<process></definitions>`, 'dòng 2, cột 10: XML hỏng, thẻ đóng không khớp với thẻ mở'],
  ['of words', 'Một Cửa', 'dòng 1, cột 1: không phải XML, không có thẻ nào'],
  ['with words behind it', `<definitions xmlns="${model}"/>\nMột Cửa`, 'dòng 1, cột 67: XML hỏng, có chữ nằm ngoài thẻ bao ngoài cùng'],
  ['with an attribute without quotes', `<definitions xmlns="${model}">\n<process id=p></process></definitions>`, 'dòng 2, cột 1: XML hỏng, thuộc tính của thẻ viết sai'],
  ['with a name that is none', `<definitions xmlns="${model}">\n<1/></definitions>`, 'dòng 2, cột 1: XML hỏng, tên thẻ viết sai'],
  ['with a prefix that nobody declared', `<definitions xmlns="${model}">\n<x:a/></definitions>`, 'dòng 2, cột 1: XML hỏng, tiền tố của tên thẻ chưa khai báo'],
  ['with a sign that XML forbids', '<a>\n\u0001</a>', 'dòng 2, cột 1: XML hỏng, có ký tự không được dùng (U+0001)'],
  ['with a bare &', '<a>A & B</a>', 'dòng 1, cột 6: XML hỏng, dấu & đứng một mình, phải viết &amp; (&)'],
  ['of another kind', '<html/>', 'dòng 1, cột 1: không phải BPMN 2.0'],
];
for (const [what, xml, words] of files)
  test(`a file ${what} is told in Vietnamese, with its place`, async () => assert.deepEqual(await said(xml), [words]));

test('in English too, and in the parser’s own words only where we have none', async () => {
  assert.deepEqual(await said(`<definitions xmlns="${model}">\n<process></definitions>`, 'en'), [
    'line 2, column 10: broken XML, a closing tag does not match the opening one',
  ]);
  const strange: RefusedPart = malformed('', 'not-well-formed', 'something new', 3, 1);
  assert.equal(unreadSaid(wordsFor('vi'), strange), 'dòng 3, cột 1: XML hỏng (something new)');
});

test('a part that cannot be used is named by its own name, and all around it is said in the reader’s language', () => {
  const said = (what: string) => unreadSaid(wordsFor('vi'), unsupported('a', what));
  assert.equal(said('bpmn:ServiceTask'), 'phần a: loại hình này chưa dùng được (bpmn:ServiceTask)');
  assert.equal(said('a second bpmn:Process'), 'phần a: loại hình này chưa dùng được (bpmn:Process thứ hai)');
  assert.equal(said('condition in groovy'), 'phần a: loại hình này chưa dùng được (điều kiện viết bằng groovy)');
  assert.equal(said('several events'), 'phần a: loại hình này chưa dùng được (nhiều sự kiện cùng lúc)');
});
