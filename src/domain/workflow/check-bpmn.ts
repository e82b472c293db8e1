import { findDoubts } from './doubts.ts';
import type { Unsound } from './findings.ts';
import { type BpmnRead, readBpmn } from './read-bpmn.ts';
import type { Doubt, RefusedPart } from './refused-part.ts';
import { checkSoundness } from './soundness.ts';

/** All that can be said of a file before it is published. */
export type BpmnReport = {
  readonly verdict: 'sound' | 'unsound' | 'refused';
  readonly problems: readonly (Unsound | (RefusedPart & { readonly path: readonly [] }))[];
  readonly warnings: readonly Doubt[];
};

/** Reads a file and proves its workflow sound, or tells what stands against it: by name, place and path. */
export async function checkBpmn(xml: string): Promise<BpmnReport> {
  return reportOf(await readBpmn(xml));
}

/** The same of a file that was read already. */
export function reportOf(read: BpmnRead): BpmnReport {
  if ('refused' in read) return refused(read.refused, []);

  const { workflow } = read;
  const warnings = [...read.doubts, ...findDoubts(workflow)];
  const found = checkSoundness(workflow);
  if (found.verdict === 'sound') return { verdict: 'sound', problems: [], warnings };
  if (found.verdict === 'unsound') return { verdict: 'unsound', problems: found.problems, warnings };
  const what = `more than ${found.bound} ${found.beyond === 'elements' ? 'elements' : 'moves of tokens to look at'}`;
  return refused([{ kind: 'unsupported', element: workflow.id, reason: 'too-large', what, line: null, column: null }], warnings);
}

function refused(parts: readonly RefusedPart[], warnings: readonly Doubt[]): BpmnReport {
  return { verdict: 'refused', problems: parts.map((part) => ({ ...part, path: [] })), warnings };
}
