import { parseArgs } from 'node:util';
import { CannotRun } from '#cli/cannot-run.ts';
import { addDays, type Day, dayFrom, dayOf, dayOfMonth, instantAt, isDay, monthOf, yearOf } from '#domain/calendar/day.ts';
import type { Wanted } from '#domain/simulation/simulate.ts';

const usage = 'it is "motcua simulate [--dossiers N] [--seed S] [--from DAY] [--until DAY] [--show [FILE.svg]] [--anyway]".';

/** What is asked for; where the picture goes, `-` for the standard output; whether what speaks against it is put aside. */
export type Options = { readonly wanted: Wanted; readonly show: string | undefined; readonly anyway: boolean };

const most = 10_000_000;

/**
 * The options of `motcua simulate`. Without days it is the last year up to now, as far as the calendar goes back;
 * a picture without a file goes to the standard output.
 *
 * @param firstDay of the calendar
 * @throws CannotRun naming what is wrong
 */
export function readOptions(args: readonly string[], now: Date, firstDay: Day): Options {
  const { values } = parse(args.map((arg, i) => (arg === '--show' && !args[i + 1]?.endsWith('.svg') ? '--show=-' : arg)));
  const dossiers = Number(values.dossiers ?? 10_000);
  if (!Number.isInteger(dossiers) || dossiers < 1 || dossiers > most)
    throw new CannotRun(`--dossiers is a whole number from 1 to ${most}.`);

  const until = values.until === undefined ? dayOf(now) : readDay('--until', values.until);
  const ends = new Date(Math.min(instantAt(addDays(until, 1), 0).getTime(), now.getTime()));
  const from = values.from === undefined ? laterOf(yearBefore(until), firstDay) : readDay('--from', values.from);
  if (from < firstDay) throw new CannotRun(`--from ${from} lies before the calendar, which begins on ${firstDay}.`);
  if (instantAt(from, 0) >= ends) throw new CannotRun(`--from ${from} is not before --until ${until} and now.`);
  const wanted = { dossiers, seed: values.seed ?? '1', span: { from, until: ends } };
  return { wanted, show: values.show, anyway: values.anyway === true };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { dossiers: text, seed: text, from: text, until: text, show: text, anyway: { type: 'boolean' } },
    });
  } catch {
    throw new CannotRun(usage);
  }
}

function readDay(option: string, typed: string): Day {
  if (isDay(typed)) return typed;
  throw new CannotRun(`${option} ${typed} is no day: write it as 2018-04-02.`);
}

function yearBefore(day: Day): Day {
  return dayFrom(yearOf(day) - 1, monthOf(day), dayOfMonth(day)) ?? addDays(day, -365);
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}
