import { parseArgs } from 'node:util';
import { mergeCalendars } from '#domain/calendar/change.ts';
import { keepCalendar } from '#server/usecases/keep-calendar.ts';
import { exportCalendar } from '#server/usecases/read-calendar.ts';
import { CannotRun } from './cannot-run.ts';
import { faultInWords, readCalendarFile } from './due-calendars.ts';
import { withHouse, withKeptHouse } from './house.ts';

const usage = 'it is "motcua calendar export [--year 2018]" or "motcua calendar import FILE", of iCalendar or JSON.';

/**
 * `motcua calendar export` prints the stored days off as iCalendar; `import FILE` puts the years of a file in the place of those
 * that are stored, all of it or nothing. No due time moves by it: the administrator's page says whom it would touch.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { what, file, year } = readArgs(args);
  if (what === 'export' && file === undefined)
    return withKeptHouse('motcua calendar export', async (house) => {
      const text = await exportCalendar(house, year);
      if (text === undefined) throw new CannotRun(year === null ? 'the calendar has no year yet.' : `${year} is not in the calendar.`);
      process.stdout.write(text);
      return 0;
    });
  if (what !== 'import' || file === undefined || year !== null) throw new CannotRun(usage);

  const brought = readCalendarFile(file);
  return withHouse('motcua calendar import', async (house) => {
    const kept = await keepCalendar(house, (stored) => mergeCalendars(stored, brought));
    if ('faults' in kept) {
      for (const fault of kept.faults) console.error(`${file}: ${faultInWords(fault)}`);
      console.error(`Nothing was imported: ${kept.faults.length} wrong.`);
      return 1;
    }
    console.log(`${kept.changed} days and years new or changed.`);
    return 0;
  });
}

function readArgs(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: { year: { type: 'string' } }, allowPositionals: true });
    const [what, file, ...more] = positionals;
    if (more.length > 0 || (values.year !== undefined && !/^[12]\d{3}$/.test(values.year))) throw new CannotRun(usage);
    return { what, file, year: values.year === undefined ? null : Number(values.year) };
  } catch {
    throw new CannotRun(usage);
  }
}
