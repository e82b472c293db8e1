import { sql } from 'kysely';
import type { Db } from '#server/store/db.ts';

/** An agency's dossiers of one day: received, returned, and owed on it while still open. */
export type DayCounts = { readonly received: number; readonly returned: number; readonly due: number };

/** Counts the dossiers that an agency receives; those made to try things with are left out. `from` and `until` are the day's two midnights. */
export async function countDay(
  db: Db,
  agencyId: string,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<DayCounts> {
  const { rows } = await sql<DayCounts>`
    select (count(*) filter (where received_at >= ${from} and received_at < ${until}))::int                       as "received",
           (count(*) filter (where state = 'returned' and closed_at >= ${from} and closed_at < ${until}))::int    as "returned",
           (count(*) filter (where ready_at is null and due_at >= ${from} and due_at < ${until}))::int            as "due"
      from dossier
     where receiving_agency_id = ${agencyId} and not trial
       and (closed_at is null or closed_at >= ${from})`.execute(db);
  return rows[0] ?? { received: 0, returned: 0, due: 0 };
}
