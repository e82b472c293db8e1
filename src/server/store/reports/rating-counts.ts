import { sql } from 'kysely';
import type { Aspect, ScoreCounts } from '#domain/rating/rating.ts';
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

/** Which score of a rating is counted: that of the whole, or of one aspect; who left that one out is not in it. */
export type RatedPart = 'whole' | Aspect;

/** How many ratings of a period gave each score; those of dossiers made to try things with are left out. */
export async function countRatings(db: Db, period: Period, part: RatedPart = 'whole'): Promise<ScoreCounts> {
  const { rows } = await sql<{ counts: Counts }>`
    select ${byScore(part)} as "counts" from rating where ${within(period)}`.execute(db);
  return toScores(rows[0]?.counts ?? []);
}

/** The same by field, or by agency, in the order of their ids; one without any rating is not in it. */
export async function countRatingsBy(
  db: Db,
  group: RatingGroup,
  period: Period,
  part: RatedPart = 'whole',
): Promise<{ readonly id: string; readonly scores: ScoreCounts }[]> {
  const { rows } = await sql<{ id: string; counts: Counts }>`
    select ${columns[group]} as "id", ${byScore(part)} as "counts"
      from rating
     where ${within(period)}
     group by 1
     order by 1`.execute(db);
  return rows.map(({ id, counts }) => ({ id, scores: toScores(counts) }));
}

type Counts = readonly number[];

function byScore(part: RatedPart) {
  const given = part === 'whole' ? sql.ref('score') : sql`(aspects ->> ${sql.lit(part)})::int`;
  return sql`array[${sql.join([1, 2, 3, 4, 5].map((score) => sql`(count(*) filter (where ${given} = ${sql.lit(score)}))::int`))}]`;
}

function within({ from, until }: Period) {
  return sql`rated_at >= ${from} and rated_at < ${until} and not trial`;
}

function toScores([one = 0, two = 0, three = 0, four = 0, five = 0]: Counts): ScoreCounts {
  return { 1: one, 2: two, 3: three, 4: four, 5: five };
}
