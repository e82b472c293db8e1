import fc, { type IAsyncProperty, type IProperty, type Parameters } from 'fast-check';

/** A mutant that a thirtieth of the random inputs, ten at least, cannot tell from the code is seldom found by more. */
function runsOf(numRuns = 100): number {
  return Math.min(numRuns, Math.max(10, Math.round(numRuns / 30)));
}

/** Stands in for `assert` of fast-check: fewer inputs, the same for every mutant, and none made small, as nobody reads them. */
function assert<T>(property: IProperty<T> | IAsyncProperty<T>, given: Parameters<T> = {}): Promise<void> | void {
  return fc.assert(property, { seed: 1, ...given, numRuns: runsOf(given.numRuns), endOnFailure: true });
}

export * from 'fast-check';
export default { ...fc, assert };
