import { rate, type TypedRating } from '#domain/rating/rating.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { appendRating, findRatedAt } from '#server/store/ratings.ts';
import { trackDossier } from './track-dossier.ts';

/** A rating as it comes from the link on a receipt or in a mail. */
export type RatingByLink = TypedRating & { readonly code: string; readonly token: string };

/**
 * Whoever holds a dossier's link rates the service, once, after the return. Of two at once, one is kept.
 *
 * @returns when it was rated; a refusal of the rule, or `already-rated`; `undefined` when the link opens nothing
 */
export async function rateDossier(
  house: House,
  { code, token, ...typed }: RatingByLink,
): Promise<{ readonly ratedAt: Date } | Refusal | undefined> {
  const view = await trackDossier(house, code, { token });
  if (!view) return undefined;
  const { dossierId, dossier, procedure } = view;
  if (await findRatedAt(house.db, dossierId)) return refuse('already-rated');

  const rating = rate(dossier, typed);
  if (isRefusal(rating)) return rating;

  const ratedAt = house.now();
  const kept = await appendRating(house.db, {
    ...rating,
    dossierId,
    receivingAgencyId: dossier.receivingAgencyId,
    decidingAgencyId: procedure.decidingAgencyId ?? dossier.receivingAgencyId,
    fieldId: procedure.fieldId,
    trial: dossier.trial,
    ratedAt,
  });
  return kept ? { ratedAt } : refuse('already-rated');
}
