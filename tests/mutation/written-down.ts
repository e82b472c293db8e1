/** A test that was written down instead of run. */
export type WrittenTest = { readonly name: string; readonly run: () => unknown };

let written: WrittenTest[] = [];

/** Stands in for `test` of `node:test`. */
export function test(name: string, run: () => unknown): void {
  written.push({ name, run });
}

/** The tests that a file writes down while it is loaded. */
export async function writtenBy(loading: Promise<unknown>): Promise<readonly WrittenTest[]> {
  written = [];
  await loading;
  return written;
}
