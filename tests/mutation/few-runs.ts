import fc, { type IAsyncProperty, type IProperty, type Parameters } from 'fast-check';

/** A mutant that as many random inputs cannot tell from the code is hardly ever found by more. */
const mostRuns = 10;

/** Stands in for `assert` of fast-check: fewer inputs, the same for every mutant, and none made small, as nobody reads them. */
function assert<T>(property: IProperty<T> | IAsyncProperty<T>, given: Parameters<T> = {}): Promise<void> | void {
  return fc.assert(property, { seed: 1, ...given, numRuns: Math.min(given.numRuns ?? 100, mostRuns), endOnFailure: true });
}

export * from 'fast-check';
export default { ...fc, assert };
