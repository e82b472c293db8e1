import type { Dossier } from '#domain/dossier/dossier.ts';
import { type Refusal, type RefusalAt, refuse } from '#domain/refusal.ts';
import { normaliseTyped } from '#domain/text/clean.ts';
import { isStorable } from '#domain/text/storable.ts';

/** What is asked besides the whole, as the official index asks it. */
export const aspects = ['access', 'procedure', 'officer', 'result', 'comments'] as const;

export type Aspect = (typeof aspects)[number];

/** From very dissatisfied to very satisfied. */
export const scores = [1, 2, 3, 4, 5] as const;

export type Score = (typeof scores)[number];

export type Rating = { readonly score: Score; readonly aspects: Readonly<Partial<Record<Aspect, Score>>>; readonly comment: string };

/** A rating as it was typed: anything may stand there. */
export type TypedRating = {
  readonly score: string | number;
  readonly aspects: Readonly<Partial<Record<Aspect, string | number>>>;
  readonly comment: string;
};

/** Longest comment that is kept. */
export const longestComment = 3000;

/** Where a dossier can be rated: not before its result is in the applicant's hands. */
export function mayRate({ state }: Pick<Dossier, 'state'>): boolean {
  return state === 'returned';
}

/**
 * Rates the service for one dossier: the whole from 1 to 5, each aspect from 1 to 5 or left out, and what else there is to say.
 *
 * @returns the rating, or a refusal: `wrong-state` before the return, `score-out-of-range` or `answers-incomplete` with what is wrong where
 */
export function rate(dossier: Pick<Dossier, 'state'>, typed: TypedRating): Rating | Refusal {
  if (!mayRate(dossier)) return refuse('wrong-state', { state: dossier.state });

  const comment = normaliseTyped(typed.comment.replaceAll('\r\n', '\n'));
  const score = scoreOf(typed.score);
  const given = aspects.flatMap((aspect) => {
    const answer = typed.aspects[aspect] ?? '';
    return answer === '' ? [] : [[aspect, scoreOf(answer)] as const];
  });
  const at: Record<string, RefusalAt> = {};
  if (!score) at.score = typed.score === '' ? 'missing' : 'not-a-choice';
  for (const [aspect, one] of given) if (!one) at[aspect] = 'not-a-choice';
  if (!isStorable(comment)) at.comment = 'not-storable';
  else if (comment.length > longestComment) at.comment = 'too-long';
  if (!score || Object.keys(at).length > 0) return { refused: onlyScores(at) ? 'score-out-of-range' : 'answers-incomplete', at };

  return { score, aspects: Object.fromEntries(given), comment };
}

/** How many ratings gave each score. Figures of one officer are not kept: shown for few ratings, they would tell who gave them. */
export type ScoreCounts = Readonly<Record<Score, number>>;

/**
 * How satisfied people are: who gives 4 or 5 is.
 *
 * @returns the two counts, and the share from 0 to 1; null when nobody has rated, because silence is not dissatisfaction
 * @example four ratings, three of them 4 or 5: 0.75
 */
export function satisfaction(ratings: ScoreCounts): { readonly satisfied: number; readonly all: number; readonly share: number | null } {
  const satisfied = ratings[4] + ratings[5];
  const all = scores.reduce((sum, score) => sum + ratings[score], 0);
  return { satisfied, all, share: all === 0 ? null : satisfied / all };
}

function scoreOf(typed: string | number): Score | undefined {
  return scores.find((score) => String(score) === String(typed));
}

function onlyScores(at: Readonly<Record<string, RefusalAt>>): boolean {
  return !('comment' in at);
}
