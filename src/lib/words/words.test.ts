import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { vi } from './vi.ts';
import { wordsFor } from './words.ts';

type Section = Readonly<Record<string, string>>;

const english: Readonly<Record<string, Section>> = en;
const keys = Object.entries<Section>(vi).flatMap(([section, texts]) => Object.keys(texts).map((key) => [section, key] as const));

test('a sentence names the same facts in both languages', () => {
  const differing = keys.filter(([section, key]) => {
    const [inVi, inEn] = [(vi as Readonly<Record<string, Section>>)[section]?.[key], english[section]?.[key]];
    return String(factsOf(inVi)) !== String(factsOf(inEn));
  });
  assert.deepEqual(differing, []);
});

test('every sentence can be said in both languages', () => {
  for (const locale of ['vi', 'en'] as const) {
    const words: Readonly<Record<string, unknown>> = wordsFor(locale);
    for (const [section, key] of keys) {
      const said = (words[section] as Readonly<Record<string, unknown>>)[key];
      const facts = Object.fromEntries(factsOf(english[section]?.[key]).map((name) => [name, 3]));
      const text = typeof said === 'function' ? said(facts) : said;
      assert.ok(typeof text === 'string' && text !== '' && !/[{}]/.test(text), `${locale} ${section}.${key}: ${text}`);
    }
  }
});

test('what a person typed is said literally, whatever it holds', () => {
  const { search } = wordsFor('vi');
  const query = '<b>{total}</b> #eval("x") \'{q}\'';
  assert.equal(search.foundOf({ total: 2, query }), `2 thủ tục có “${query}”`);
});

test('English tells one from many', () => {
  const { search } = wordsFor('en');
  assert.equal(search.found({ total: 1 }), '1 procedure');
  assert.equal(search.found({ total: 12 }), '12 procedures');
});

/** Names in braces, each once; those inside a plural's arms are the plural's own. */
function factsOf(text = ''): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)(?=[},])/g)].map(([, name = '']) => name))].sort();
}
