import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { placesIn } from './file-places.ts';

test('a character stands where one finds it by going through the lines before it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', ' ') }), fc.nat(), (text, nat) => {
      const index = nat % (text.length + 1);
      const before = text.slice(0, index).split('\n');
      assert.deepEqual(placesIn(text).at(index), { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
    }),
  );
});

test('an id is found where it is given first, in either quotes, and nowhere else', () => {
  const { idAt } = placesIn(`<a id="x"/><b xid="y" ref="z" id='z'/><c id="x"/>`);
  assert.deepEqual([idAt('x'), idAt('z'), idAt('y'), idAt('')], [2, 29, undefined, undefined]);
});
