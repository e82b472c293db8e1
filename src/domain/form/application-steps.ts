import type { Faults } from './check.ts';
import type { Paper } from './papers.ts';

/** One page of an application: questions, then the papers if there are any, then all of it to look through. */
export type ApplicationStep<Page> =
  | { readonly kind: 'questions'; readonly page: Page; readonly done: boolean }
  | { readonly kind: 'papers' | 'review'; readonly done: boolean };

export function stepsOf<Page extends { readonly done: boolean }>(
  pages: readonly Page[],
  papers: readonly Paper[],
  paperFaults: Faults,
): readonly ApplicationStep<Page>[] {
  return [
    ...pages.map((page) => ({ kind: 'questions', page, done: page.done }) as const),
    ...(papers.length > 0 ? [{ kind: 'papers', done: Object.keys(paperFaults).length === 0 } as const] : []),
    { kind: 'review', done: false },
  ];
}

/** Where it is gone on with: the first page that is not done, counted from 1. */
export function firstOpen(steps: readonly { readonly done: boolean }[]): number {
  return steps.findIndex(({ done }) => !done) + 1;
}
