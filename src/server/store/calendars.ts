import { sql } from 'kysely';
import type { CalendarFacts } from '#domain/calendar/working-calendar.ts';
import type { Db } from './db.ts';

/** Which days differ from their weekday, for everybody, in all years that are known. */
export async function loadCalendarFacts(db: Db): Promise<CalendarFacts> {
  const { rows } = await sql<CalendarFacts>`
    select (select coalesce(jsonb_agg(jsonb_build_object('year', year, 'provisional', provisional) order by year), '[]')
              from calendar_year) as "years",
           (select coalesce(jsonb_agg(jsonb_build_object('day', day, 'kind', kind, 'name', name, 'source', source) order by day), '[]')
              from calendar_day) as "days"`.execute(db);
  return rows[0] ?? { years: [], days: [] };
}

/**
 * Brings the calendar up to these facts. In the years that they cover, days that they do not name are ordinary again.
 *
 * @returns how many rows were new, changed or taken away
 */
export async function ensureCalendar(db: Db, { years, days }: CalendarFacts): Promise<number> {
  const ordinary = await sql`
    delete from calendar_day
     where extract(year from day) = any (${years.map(({ year }) => year)}::int[])
       and day <> all (${days.map(({ day }) => day)}::date[])`.execute(db);
  const newYears = await sql`
    insert into calendar_year
    select * from jsonb_populate_recordset(null::calendar_year, ${JSON.stringify(years)})
    on conflict (year) do update set provisional = excluded.provisional
     where calendar_year is distinct from excluded`.execute(db);
  const newDays = await sql`
    insert into calendar_day
    select * from jsonb_populate_recordset(null::calendar_day, ${JSON.stringify(days)})
    on conflict (day) do update set kind = excluded.kind, name = excluded.name, source = excluded.source
     where calendar_day is distinct from excluded`.execute(db);
  return [ordinary, newYears, newDays].reduce((sum, { numAffectedRows }) => sum + Number(numAffectedRows ?? 0), 0);
}
