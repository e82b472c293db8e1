/** What keeps a text from being XML. */
export type XmlFault =
  | 'breaks-off'
  | 'tags-crossed'
  | 'no-tags'
  | 'text-outside'
  | 'attribute-broken'
  | 'name-broken'
  | 'prefix-unknown'
  | 'sign-forbidden'
  | 'ampersand-bare';

/** The words of the reader of XML (`saxen`), which are English only, and our own of what must not reach it (`guardXml`). */
const faults: readonly (readonly [RegExp, XmlFault])[] = [
  [/^(unexpected end of file|unclosed )/, 'breaks-off'],
  [/^(closing tag mismatch|missing open tag|close tag)/, 'tags-crossed'],
  [/^missing start tag/, 'no-tags'],
  [/^non-whitespace outside/, 'text-outside'],
  [/attribute|^missing closing quotes|xmlns/, 'attribute-broken'],
  [/nodeName/i, 'name-broken'],
  [/^missing namespace/, 'prefix-unknown'],
  [/^U\+/, 'sign-forbidden'],
  [/^&/, 'ampersand-bare'],
];

/** What is wrong, so that it can be said in any language; `undefined` for words that we do not know. */
export function xmlFaultOf(what: string): XmlFault | undefined {
  return faults.find(([words]) => words.test(what))?.[1];
}
