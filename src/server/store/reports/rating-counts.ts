import { sql } from 'kysely';
import type { ScoreCounts } from '#domain/rating/rating.ts';
import type { Db } from '#server/store/db.ts';

/** From an instant on, and before another. */
export type Period = { readonly from: Date; readonly until: Date };

/** What ratings are told apart by. */
export type RatingGroup = 'field' | 'receiving agency' | 'deciding agency';

const columns = {
  field: sql.ref('field_id'),
  'receiving agency': sql.ref('receiving_agency_id'),
  'deciding agency': sql.ref('deciding_agency_id'),
} as const satisfies Record<RatingGroup, unknown>;

/** How many ratings of a period gave each score; those of dossiers made to try things with are left out. */
export async function countRatings(db: Db, period: Period): Promise<ScoreCounts> {
  const { rows } = await sql<{ counts: Counts }>`
    select ${byScore} as "counts" from rating where ${within(period)}`.execute(db);
  return toScores(rows[0]?.counts ?? []);
}

/** The same by field, or by agency, in the order of their ids; one without a rating is not in it. */
export async function countRatingsBy(
  db: Db,
  group: RatingGroup,
  period: Period,
): Promise<{ readonly id: string; readonly scores: ScoreCounts }[]> {
  const { rows } = await sql<{ id: string; counts: Counts }>`
    select ${columns[group]} as "id", ${byScore} as "counts"
      from rating
     where ${within(period)}
     group by 1
     order by 1`.execute(db);
  return rows.map(({ id, counts }) => ({ id, scores: toScores(counts) }));
}

type Counts = readonly number[];

const byScore = sql`array[${sql.join([1, 2, 3, 4, 5].map((score) => sql`(count(*) filter (where score = ${sql.lit(score)}))::int`))}]`;

function within({ from, until }: Period) {
  return sql`rated_at >= ${from} and rated_at < ${until} and not trial`;
}

function toScores([one = 0, two = 0, three = 0, four = 0, five = 0]: Counts): ScoreCounts {
  return { 1: one, 2: two, 3: three, 4: four, 5: five };
}
