import { mayRate } from '#domain/rating/rating.ts';
import type { House } from '#server/house.ts';
import { findRatedAt } from '#server/store/ratings.ts';
import { trackDossier } from './track-dossier.ts';

/** What the rating's page shows: whether one may rate now, or when one did. */
export type RatingView = {
  readonly code: string;
  readonly procedureName: string;
  readonly receivingAgencyName: string;
  readonly open: boolean;
  readonly ratedAt: Date | null;
};

/** Whoever holds a dossier's link sees whether it can be rated. @returns `undefined` when the link opens nothing */
export async function readRating(house: House, code: string, token: string): Promise<RatingView | undefined> {
  const view = await trackDossier(house, code, { token });
  if (!view) return undefined;
  const { dossierId, dossier, procedure, receivingAgency } = view;
  const ratedAt = (await findRatedAt(house.db, dossierId)) ?? null;
  return {
    code: dossier.code,
    procedureName: procedure.name,
    receivingAgencyName: receivingAgency.name,
    open: mayRate(dossier) && ratedAt === null,
    ratedAt,
  };
}
