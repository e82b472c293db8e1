import type { Component } from '#domain/procedure/procedure.ts';
import type { Faults } from './check.ts';
import type { Form } from './form.ts';

/**
 * What an applicant does for a component: sends it, sends it if its condition applies to him, brings it along to be shown,
 * or nothing, because an agency or his own answers make it.
 */
export type Sending = 'sent' | 'sent if it applies' | 'shown' | 'made by the agency' | 'made from the answers';

export type Paper = { readonly component: Component; readonly sending: Sending };

/** The size of one file, and of all that is sent at once; pages say the same numbers. A megabyte has 1024 × 1024 bytes: what a computer shows as 20 MB is taken. */
export const maxFileMegabytes = 20;
export const maxFileBytes = maxFileMegabytes * 1024 * 1024;
export const maxSentMegabytes = 32;

/** Files that one component and one application may have. */
export const maxFilesPerComponent = 20;
export const maxFilesPerApplication = 60;

/** The components of a procedure, each with what the applicant has to do for it. */
export function papersOf(components: readonly Component[], form: Form): readonly Paper[] {
  return components.map((component) => ({ component, sending: sendingOf(component, form) }));
}

/** What is still missing: a component that everyone must send, without a file. */
export function checkPapers(papers: readonly Paper[], files: readonly { readonly componentNo: number }[]): Faults {
  const missing = papers.filter(
    ({ component, sending }) => sending === 'sent' && !files.some(({ componentNo }) => componentNo === component.no),
  );
  return Object.fromEntries(missing.map(({ component }) => [paperId(component.no), 'file-missing'] as const));
}

/** The name under which a component's question stands on the page. */
export function paperId(componentNo: number): string {
  return `paper-${componentNo}`;
}

export function takesFiles({ sending }: Paper): boolean {
  return sending === 'sent' || sending === 'sent if it applies';
}

function sendingOf({ no, kind, condition }: Component, { replaces }: Form): Sending {
  if (replaces?.includes(no)) return 'made from the answers';
  if (kind !== 'handed in') return kind;
  return condition === null ? 'sent' : 'sent if it applies';
}
