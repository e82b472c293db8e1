import { type Rating, rate, type Score } from '#domain/rating/rating.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { City } from './city.ts';
import { type Life, standing } from './life.ts';

/** What an applicant said of the service once he had the result. */
export type Rated = Rating & { readonly ratedAt: Date };

/** Of those who have their result in hand, so many rate. */
const rates = 0.34;

/** Of those who rate, so many are satisfied: who waited longer than was promised, or had to come again, less often. */
const satisfied = { onTime: 0.93, late: 0.45, askedAgain: 0.8, refused: 0.6 } as const;

/** Where a whole is good or poor, each aspect lies near it. */
const aspectBeside: readonly (-1 | 0 | 1)[] = [-1, 0, 0, 0, 1];

/** Within three days of the return, and not after the end. @returns null of who does not rate */
export function ratingOf({ words, endsAt }: Pick<City, 'words'> & { readonly endsAt: number }, life: Life): Rated | null {
  const { chance } = life;
  const dossier = standing(life);
  if (dossier.state !== 'returned' || !dossier.closedAt || !chance.happens(rates)) return null;
  const ratedAt = new Date(dossier.closedAt.getTime() + chance.between(5, 72 * 60) * 60_000);
  if (ratedAt.getTime() > endsAt) return null;

  const isGood = chance.happens(satisfiedShare(life));
  const score = isGood ? chance.pick([4, 5, 5]) : chance.pick([1, 2, 3, 3]);
  const aspect = () => near(score + chance.pick(aspectBeside));
  const aspects = { access: aspect(), procedure: aspect(), officer: aspect(), result: aspect(), comments: aspect() };
  const comment = chance.pick(isGood ? words.goodComments : words.poorComments);
  const rating = rate(dossier, { score, aspects, comment });
  if (isRefusal(rating)) throw new Error(`${dossier.code} is not rated: ${JSON.stringify(rating)}`);
  return { ...rating, ratedAt };
}

function satisfiedShare(life: Life): number {
  const { outcome, refused, waits } = standing(life);
  if (refused) return satisfied.refused;
  if (outcome === 'late') return satisfied.late;
  return waits.some(({ cause }) => cause === 'supplement') ? satisfied.askedAgain : satisfied.onTime;
}

function near(score: number): Score {
  return score <= 1 ? 1 : score === 2 ? 2 : score === 3 ? 3 : score === 4 ? 4 : 5;
}
