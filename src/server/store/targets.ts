import { sql } from 'kysely';
import type { Target } from '#domain/indicator/targets.ts';
import type { Db } from './db.ts';

/** All targets in the order of the city's page. */
export async function listTargets(db: Db): Promise<Target[]> {
  const { rows } = await sql<Target>`
    select target_id as "targetId", topic, name, measure, goal_pct::float8 as "goalPct", goal_said as "goalSaid", source
      from target
     order by position`.execute(db);
  return rows;
}

/** Brings the targets up to this list; one that is no longer in it stays. */
export async function ensureTargets(db: Db, targets: readonly Target[]): Promise<void> {
  const rows = targets.map(({ targetId, topic, name, measure, goalPct, goalSaid, source }, position) => ({
    target_id: targetId,
    position,
    topic,
    name,
    measure,
    goal_pct: goalPct,
    goal_said: goalSaid,
    source,
  }));
  await sql`
    insert into target
    select * from jsonb_populate_recordset(null::target, ${JSON.stringify(rows)})
    on conflict (target_id) do update
       set position = excluded.position, topic = excluded.topic, name = excluded.name, measure = excluded.measure,
           goal_pct = excluded.goal_pct, goal_said = excluded.goal_said, source = excluded.source`.execute(db);
}
