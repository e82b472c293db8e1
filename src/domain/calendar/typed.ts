import { type Day, dayFrom, instantAt, isDay } from './day.ts';

/**
 * A day as people here type it: day, month, year, with slashes, dots, dashes or spaces between, or eight figures.
 *
 * The day comes first, never the month. The year has four figures, so that nobody is born in the wrong century.
 *
 * @returns `undefined` when it is not such a day, or there is none
 * @example `09/5/2018`, `9.5.2018`, `09052018`, `2018-05-09`, `ngày 9 tháng 5 năm 2018` are 9 May 2018
 */
export function parseTyped(text: string): Day | undefined {
  const typed = text.normalize('NFC').trim().toLowerCase();
  if (isDay(typed)) return typed;

  const found =
    /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/.exec(typed) ??
    /^(\d{2})(\d{2})(\d{4})$/.exec(typed) ??
    /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/.exec(typed);
  return found ? dayFrom(Number(found[3]), Number(found[2]), Number(found[1])) : undefined;
}

/**
 * A time as people here type it, as minutes since midnight.
 *
 * @returns `undefined` when it is not such a time
 * @example `7:30`, `07.30`, `7h30`, `7 giờ 30`, `7 giờ 30 phút` are 450; `7h` is 420
 */
export function parseTypedClock(text: string): number | undefined {
  const found = /^(\d{1,2})(?:\s*(?::|\.|h|giờ)\s*(\d{1,2})(?:\s*(?:phút|p))?|\s*(?:h|giờ))$/.exec(
    text.normalize('NFC').trim().toLowerCase(),
  );
  if (!found) return undefined;

  const hours = Number(found[1]);
  const minutes = Number(found[2] ?? 0);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

/** The instant at which the wall shows a day and a time, both as typed; `undefined` when either is none. */
export function parseTypedMoment(day: string, clock: string): Date | undefined {
  const on = parseTyped(day);
  const minute = parseTypedClock(clock);
  return on === undefined || minute === undefined ? undefined : instantAt(on, minute);
}
