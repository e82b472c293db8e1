import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readBpmn } from './read-bpmn.ts';
import { type XmlFault, xmlFaultOf } from './xml-fault.ts';

const head = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">';
const tail = '</process></definitions>';

/** The words with which a file is refused first. */
async function refusedAs(xml: string): Promise<string> {
  const read = await readBpmn(xml);
  return 'refused' in read ? (read.refused[0]?.what ?? '') : 'read';
}

const files: [what: string, xml: string, fault: XmlFault][] = [
  ['a file that ends in the midst of it', `${head}<task id="a">`, 'breaks-off'],
  ['a tag that is closed as another', `${head}<task id="a"></tusk>${tail}`, 'tags-crossed'],
  ['a text without a tag', 'Hồ sơ', 'no-tags'],
  ['a text behind the last tag', `${head}<startEvent id="s"/>${tail} thêm`, 'text-outside'],
  ['an attribute without quotes', `${head}<task id=a/>${tail}`, 'attribute-broken'],
  ['a tag whose name is none', `${head}<1task id="a"/>${tail}`, 'name-broken'],
  ['a prefix that is not explained', `${head}<x:task id="a"/>${tail}`, 'prefix-unknown'],
  ['a sign that XML forbids', `${head}<task id="a" name="\u0001"/>${tail}`, 'sign-forbidden'],
  ['an ampersand that stands alone', `${head}<task id="a" name="a & b"/>${tail}`, 'ampersand-bare'],
];
for (const [what, xml, fault] of files) {
  test(`told as what it is: ${what}`, async () => {
    const said = await refusedAs(xml);
    assert.equal(xmlFaultOf(said), fault, said);
  });
}

const words: [said: string, fault: XmlFault | undefined][] = [
  ['unclosed cdata', 'breaks-off'],
  ['unclosed tag', 'breaks-off'],
  ['an unclosed tag', undefined],
  ['missing open tag', 'tags-crossed'],
  ['closing tag mismatch', 'tags-crossed'],
  ['close tag', 'tags-crossed'],
  ['a closing tag mismatch', undefined],
  ['missing start tag', 'no-tags'],
  ['non-whitespace outside of root node', 'text-outside'],
  ['illegal attribute name', 'attribute-broken'],
  ['missing closing quotes', 'attribute-broken'],
  ['xmlns attribute', 'attribute-broken'],
  ['illegal first char nodeName', 'name-broken'],
  ['missing namespace for prefix <x>', 'prefix-unknown'],
  ['U+0001', 'sign-forbidden'],
  ['(U+0001)', undefined],
  ['a &b;', undefined],
  ['no missing start tag', undefined],
  ['some non-whitespace outside', undefined],
  ['no missing closing quotes', undefined],
  ['a missing namespace', undefined],
];
for (const [said, fault] of words) test(`“${said}” is ${fault ?? 'nothing that we know'}`, () => assert.equal(xmlFaultOf(said), fault));
