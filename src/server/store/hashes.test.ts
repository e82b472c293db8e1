import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { digest } from '#domain/dossier/history.ts';
import { sha256 } from './hashes.ts';

test('a history is chained by the same hashes whether this machine or a browser makes them', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((some) => some.isWellFormed());
  fc.assert(
    fc.property(fc.dictionary(text, text), fc.option(fc.stringMatching(/^[0-9a-f]{64}$/), { nil: '' }), (value, before) => {
      assert.equal(digest(value, before, sha256), digest(value, before));
    }),
  );
});
