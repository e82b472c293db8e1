import { type Day, dayOf, dayOfMonth, minuteOfDay, monthOf, type Weekday, weekdayOf, yearOf } from '#domain/calendar/day.ts';
import { splitWorkingMinutes } from '#domain/calendar/time-left.ts';
import type { Locale } from './say.ts';

/** Days, moments and spans of working time as people here write them: `thứ Sáu 04/5/2018, 17:30`, `2 ngày 5 giờ 50 phút`. */
export function timesOf(locale: Locale) {
  const { tightWeekdays, months, units } = names[locale];

  const weekday = (when: Date | Day) => weekdayName(weekdayOf(wallDay(when)), locale);
  const tightWeekday = (when: Date | Day) => tightWeekdays[weekdayOf(wallDay(when)) - 1] ?? '';
  const dayShort = (when: Date | Day) => {
    const dayNo = dayOfMonth(wallDay(when));
    const month = monthOf(wallDay(when));
    return locale === 'vi' ? `${pad(dayNo)}/${month < 3 ? pad(month) : month}` : `${dayNo} ${months[month - 1]}`;
  };
  const day = (when: Date | Day) => `${dayShort(when)}${locale === 'vi' ? '/' : ' '}${yearOf(wallDay(when))}`;

  const dayNear = (at: Date, now: Date) => (yearOf(dayOf(at)) === yearOf(dayOf(now)) ? dayShort(at) : day(at));

  return {
    /** `thứ Sáu` */
    weekday,
    /** `T6` */
    tightWeekday,
    /** `04/5/2018` */
    day,
    /** `04`, where the month is said after it */
    dayAlone: (when: Date | Day) => (locale === 'vi' ? pad(dayOfMonth(wallDay(when))) : String(dayOfMonth(wallDay(when)))),
    /** `04/5`, where the year is plain */
    dayShort,
    /** `17:30` */
    time,
    /** `thứ Sáu 04/5/2018, 17:30` */
    moment: (at: Date) => `${weekday(at)} ${day(at)}, ${time(at)}`,
    /** `thứ Sáu 04/5, 17:30`, where the year is plain */
    momentNear: (at: Date) => `${weekday(at)} ${dayShort(at)}, ${time(at)}`,
    /** `04/5, 17:30`, in a history; with its year where that is not the year of `now` */
    momentShort: (at: Date, now: Date = at) => `${dayNear(at, now)}, ${time(at)}`,
    /** `T6 04/5 17:30`, in a list; with its year where that is not the year of `now` */
    momentTight: (at: Date, now: Date = at) => `${tightWeekday(at)} ${dayNear(at, now)} ${time(at)}`,
    /** `17:30`, of minutes since midnight */
    clock: clockWords,
    /** `20 giờ`, `5 giờ 46 phút`: hours are not made into days */
    hours: (minutes: number) =>
      saidParts([
        [Math.floor(minutes / 60), 'hour'],
        [minutes % 60, 'minute'],
      ])
        .map(([count, unit]) => `${count} ${unitName(units[unit], count)}`)
        .join(' '),
    /** `5 giờ 46`, in a list */
    hoursTight: (minutes: number) => {
      const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
      const hourWord = unitName(units.hour, hours);
      if (hours === 0) return `${rest} ${unitName(units.minute, rest)}`;
      return rest === 0 ? `${hours} ${hourWord}` : `${hours} ${hourWord} ${rest}`;
    },
    /** `2 ngày 5 giờ 50 phút`, of working time: a day has 8 hours */
    workingTime: (minutes: number) =>
      spanParts(minutes)
        .map(([count, unit]) => `${count} ${unitName(units[unit], count)}`)
        .join(' '),
    /** `2 ngày 5 giờ 50`, in a list */
    workingTimeTight: (minutes: number) => {
      const spans = spanParts(minutes);
      return spans
        .map(([count, unit]) => (unit === 'minute' && spans.length > 1 ? count : `${count} ${unitName(units[unit], count)}`))
        .join(' ');
    },
  };
}

type Unit = 'day' | 'hour' | 'minute';

const names = {
  vi: {
    weekdays: ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'],
    tightWeekdays: ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'],
    months: [],
    units: { day: ['ngày', 'ngày'], hour: ['giờ', 'giờ'], minute: ['phút', 'phút'] },
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    tightWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    units: { day: ['day', 'days'], hour: ['hour', 'hours'], minute: ['minute', 'minutes'] },
  },
} as const satisfies Record<Locale, object>;

/** `thứ Sáu` */
export function weekdayName(weekday: Weekday, locale: Locale): string {
  return names[locale].weekdays[weekday - 1] ?? '';
}

/** `17:30`, of minutes since midnight. */
export function clockWords(minute: number): string {
  return `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`;
}

function time(at: Date): string {
  return clockWords(minuteOfDay(at));
}

function wallDay(when: Date | Day): Day {
  return when instanceof Date ? dayOf(when) : when;
}

function pad(no: number): string {
  return String(no).padStart(2, '0');
}

function spanParts(workingMinutes: number): [count: number, unit: Unit][] {
  const { days, hours, minutes } = splitWorkingMinutes(Math.max(0, Math.round(workingMinutes)));
  return saidParts([
    [days, 'day'],
    [hours, 'hour'],
    [minutes, 'minute'],
  ]);
}

/** Nothing is not said, unless there is nothing else. */
function saidParts(parts: [count: number, unit: Unit][]): [count: number, unit: Unit][] {
  const said = parts.filter(([count]) => count > 0);
  return said.length > 0 ? said : [[0, 'minute']];
}

function unitName([one, many]: readonly [string, string], count: number): string {
  return count === 1 ? one : many;
}
