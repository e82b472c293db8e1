import type { Rating } from '#domain/rating/rating.ts';
import type { Db } from './db.ts';

export type NewRating = Rating & {
  readonly dossierId: string;
  readonly receivingAgencyId: string;
  readonly decidingAgencyId: string;
  readonly fieldId: string;
  readonly trial: boolean;
  readonly ratedAt: Date;
};

/** Keeps the first rating of a dossier. @returns whether it was this one */
export async function appendRating(db: Db, rating: NewRating): Promise<boolean> {
  const { dossierId, receivingAgencyId, decidingAgencyId, fieldId, trial, score, aspects, comment, ratedAt } = rating;
  const kept = await db
    .insertInto('rating')
    .values({
      dossier_id: dossierId,
      receiving_agency_id: receivingAgencyId,
      deciding_agency_id: decidingAgencyId,
      field_id: fieldId,
      trial,
      score,
      aspects: JSON.stringify(aspects),
      comment,
      rated_at: ratedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('dossier_id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** When a dossier was rated; `undefined` when it was not. */
export async function findRatedAt(db: Db, dossierId: string): Promise<Date | undefined> {
  const row = await db.selectFrom('rating').select('rated_at').where('dossier_id', '=', dossierId).executeTakeFirst();
  return row?.rated_at;
}
