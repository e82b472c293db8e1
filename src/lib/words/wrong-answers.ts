import type { Faults } from '#domain/form/check.ts';
import type { Words } from './words.ts';

/** A place to put right: what is said beside the question, and in the summary on top. */
export type WrongAnswer = { readonly id: string; readonly beside: string; readonly words: string };

/** What is wrong with answers, in the order of these questions; `labels` has what each is called. */
export function wrongAnswers(at: Faults, labels: Readonly<Record<string, string>>, { wrong }: Words): readonly WrongAnswer[] {
  return Object.entries(labels).flatMap(([id, label]) => {
    const fault = at[id];
    return fault ? [{ id, beside: wrong[fault], words: joined(label, wrong[fault]) }] : [];
  });
}

/** By the place it stands at. */
export function besideOf(wrongs: readonly WrongAnswer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(wrongs.map(({ id, beside }) => [id, beside]));
}

function joined(label: string, what: string): string {
  return label.endsWith('?') ? `${label} ${what}` : `${label}: ${what.charAt(0).toLocaleLowerCase('vi')}${what.slice(1)}`;
}
