import { type Day, dayAt, dayFrom, dayNumber } from './day.ts';

/*
 * The Vietnamese lunar calendar, reckoned from sun and moon for +07:00: a month begins on the day of the new moon,
 * the 11th month holds the winter solstice, and of thirteen months between two of them the first without
 * a principal term of the sun is the leap month.
 * Formulas: Jean Meeus, Astronomical Algorithms, chapters 25 (sun) and 49 (new moon), without the terms that move no day from 1900 to 2199.
 */

/** Mean length of a month from new moon to new moon, in days. */
const synodicMonth = 29.530588861;
/** Julian day number of 1 January 1970, 00:00 UTC. */
const julianEpoch = 2440587.5;
const offsetDays = 7 / 24;
const radians = Math.PI / 180;

/**
 * The day of a date of the lunar calendar, leap months left aside.
 *
 * @param year the year in which the lunar year begins
 * @param month 1 to 12
 * @param date 1 to 30; the 30th of a month of 29 days is the first of the next
 * @example the first day of the lunar year 2018 is 16 February 2018
 */
export function lunarDay(year: number, month: number, date: number): Day {
  const winter = solsticeMonth(year - 1);
  const next = solsticeMonth(year);
  const leap = next - winter === 13 ? leapMonth(winter) : undefined;
  if (month >= 11) return dayAt(newMoonDay(solsticeMonth(year) + laterMonths(year, month)) + date - 1);

  const months = month + 1;
  return dayAt(newMoonDay(winter + months + (leap !== undefined && leap <= months ? 1 : 0)) + date - 1);
}

/** Months from the 11th to the 11th or 12th, a leap 11th included. */
function laterMonths(year: number, month: number): number {
  if (month === 11) return 0;
  const winter = solsticeMonth(year);
  return solsticeMonth(year + 1) - winter === 13 && leapMonth(winter) === 1 ? 2 : 1;
}

/** Number of the new moon that begins the 11th month, the one that holds the winter solstice. */
function solsticeMonth(year: number): number {
  const lastDay = dayFrom(year, 12, 31);
  if (!lastDay) throw new RangeError(`Year: ${year}`);
  let moon = Math.round((dayNumber(lastDay) - newMoonDay(0)) / synodicMonth);
  while (newMoonDay(moon) > dayNumber(lastDay)) moon--;
  return termAt(newMoonDay(moon)) >= 9 ? moon - 1 : moon;
}

/** How many months after the 11th the leap month comes. */
function leapMonth(winter: number): number {
  let after = 1;
  while (termAt(newMoonDay(winter + after)) !== termAt(newMoonDay(winter + after + 1))) after++;
  return after;
}

/** The principal term, 0 to 11 from the March equinox, that the sun stands in when a day begins at +07:00. */
function termAt(day: number): number {
  return Math.floor(sunLongitude(day + julianEpoch - offsetDays) / 30);
}

/** Apparent longitude of the sun in degrees, to a hundredth. */
export function sunLongitude(julianDay: number): number {
  const t = (julianDay - 2451545) / 36525;
  const anomaly = (357.52911 + 35999.05029 * t) * radians;
  const centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly);
  const node = (125.04 - 1934.136 * t) * radians;
  const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(node);
  return ((longitude % 360) + 360) % 360;
}

/** Day, since 1 January 1970 at +07:00, of a new moon; number 0 is that of 6 January 2000. */
function newMoonDay(moon: number): number {
  return Math.floor(newMoon(moon) - julianEpoch + offsetDays);
}

/** Instant of a new moon as Julian day, to two minutes; number 0 is that of 6 January 2000. */
export function newMoon(moon: number): number {
  const t = moon / 1236.85;
  const mean = 2451550.09766 + synodicMonth * moon + 0.00015437 * t * t;
  const e = 1 - 0.002516 * t;
  const sun = (2.5534 + 29.1053567 * moon) * radians;
  const anomaly = (201.5643 + 385.81693528 * moon) * radians;
  const latitude = (160.7108 + 390.67050284 * moon) * radians;
  const node = (124.7746 - 1.56375588 * moon) * radians;
  const periodic =
    -0.4072 * Math.sin(anomaly) +
    0.17241 * e * Math.sin(sun) +
    0.01608 * Math.sin(2 * anomaly) +
    0.01039 * Math.sin(2 * latitude) +
    0.00739 * e * Math.sin(anomaly - sun) -
    0.00514 * e * Math.sin(anomaly + sun) +
    0.00208 * e * e * Math.sin(2 * sun) -
    0.00111 * Math.sin(anomaly - 2 * latitude) -
    0.00057 * Math.sin(anomaly + 2 * latitude) +
    0.00056 * e * Math.sin(2 * anomaly + sun) -
    0.00042 * Math.sin(3 * anomaly) +
    0.00042 * e * Math.sin(sun + 2 * latitude) +
    0.00038 * e * Math.sin(sun - 2 * latitude) -
    0.00024 * e * Math.sin(2 * anomaly - sun) -
    0.00017 * Math.sin(node);
  return mean + periodic - deltaT(t);
}

/** How far the even time of the formulas runs ahead of the clock, in days; a minute or so in these centuries. */
function deltaT(t: number): number {
  return (64 + 59 * t + 35 * t * t) / 86400;
}
