import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newHeap } from './heap.ts';

test('what is smaller comes first, and of equals what was there first', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), fc.array(fc.integer({ min: 0, max: 20 })), (first, then) => {
      const heap = newHeap<string>();
      const put = (keys: readonly number[], name: string) => {
        for (const [no, key] of keys.entries()) heap.put(key, `${key} ${name}${no}`);
      };
      put(first, 'first ');
      const begun = heap.take();
      put(then, 'then ');

      const taken = [];
      for (let thing = heap.take(); thing !== undefined; thing = heap.take()) taken.push(thing);
      const named = [
        ...first.map((key, no) => ({ key, name: `${key} first ${no}` })),
        ...then.map((key, no) => ({ key, name: `${key} then ${no}` })),
      ];
      const sorted = named.filter(({ name }) => name !== begun).toSorted((one, other) => one.key - other.key);
      assert.deepEqual(
        taken,
        sorted.map(({ name }) => name),
      );
      assert.equal(begun === undefined, first.length === 0);
    }),
  );
});
