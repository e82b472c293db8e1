import { type Day, dayOf, dayOfMonth, isDay, minuteOfDay, monthOf, weekdayOf, yearOf } from '#domain/calendar/day.ts';
import type { Question } from '#domain/form/form.ts';

/** How papers write instants, days, money, numbers and digests. Wall-clock time is that of Asia/Ho_Chi_Minh. */

const weekdays = { 1: 'thứ Hai', 2: 'thứ Ba', 3: 'thứ Tư', 4: 'thứ Năm', 5: 'thứ Sáu', 6: 'thứ Bảy', 7: 'Chủ nhật' };
const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'];
const thousands = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ'];

/** `15 giờ 44 phút, thứ Sáu ngày 04/5/2018` */
export function momentInWords(at: Date): string {
  const { hours, minutes } = clock(at);
  return `${hours} giờ ${minutes} phút, ${weekdays[weekdayOf(dayOf(at))]} ngày ${shortDate(at)}`;
}

/** `09:44 ngày 02/5/2018`, for tables. */
export function shortMoment(at: Date): string {
  const { hours, minutes } = clock(at);
  return `${hours}:${minutes} ngày ${shortDate(at)}`;
}

/** `02/5/2018` */
export function shortDate(at: Date): string {
  return shortDay(dayOf(at));
}

/** `ngày 02 tháng 5 năm 2018` */
export function dateInWords(at: Date): string {
  const day = dayOf(at);
  return `ngày ${two(dayOfMonth(day))} tháng ${month(day)} năm ${yearOf(day)}`;
}

/** A day among a form's answers (`2018-04-27`) as `27/4/2018`; anything else stays as it was typed. */
export function dayAsAnswered(answer: string): string {
  return isDay(answer) ? shortDay(answer) : answer;
}

/** An answer in the words that were shown: the label of a choice, a day as one writes it. */
export function answerAsSaid({ kind, choices }: Pick<Question, 'kind' | 'choices'>, answer: string): string {
  if (kind === 'choice') return choices.find(({ value }) => value === answer)?.label ?? answer;
  return kind === 'date' ? dayAsAnswered(answer) : answer;
}

/** `Ngày hai mươi bảy, tháng tư, năm hai nghìn không trăm mười tám`; empty for what is no day. */
export function dayInLetters(answer: string): string {
  if (!isDay(answer)) return '';

  const inMonth = monthOf(answer);
  return `Ngày ${numberInLetters(dayOfMonth(answer))}, tháng ${inMonth === 4 ? 'tư' : numberInLetters(inMonth)}, năm ${numberInLetters(yearOf(answer))}`;
}

/** `100.000 đồng` */
export function dong(vnd: number): string {
  return `${new Intl.NumberFormat('vi-VN').format(vnd)} đồng`;
}

/**
 * A number as it is written out on certificates.
 *
 * @param value whole number from 0, below 10^18
 * @throws RangeError otherwise
 * @example 105015 is `một trăm linh năm nghìn không trăm mười lăm`
 */
export function numberInLetters(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`number: ${value}`);
  if (value === 0) return 'không';

  const words: string[] = [];
  for (let rest = value, place = 0; rest > 0; rest = Math.floor(rest / 1000), place++) {
    const group = rest % 1000;
    if (group > 0) words.unshift(`${groupInLetters(group, rest >= 1000)} ${thousands[place]}`.trim());
  }
  return words.join(' ');
}

/** `12,4 kB` */
export function size(bytes: number): string {
  const format = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${format.format(bytes / 1000)} kB` : `${format.format(bytes / 1_000_000)} MB`;
}

function groupInLetters(group: number, written: boolean): string {
  const [hundreds, tens, ones] = [Math.floor(group / 100), Math.floor(group / 10) % 10, group % 10];
  const words: string[] = [];
  if (hundreds > 0 || written) words.push(`${digits[hundreds]} trăm`);
  if (tens === 1) words.push('mười');
  else if (tens > 1) words.push(`${digits[tens]} mươi`);
  else if (ones > 0 && words.length > 0) words.push('linh');
  if (ones > 0) words.push(onesInLetters(ones, tens));
  return words.join(' ');
}

function onesInLetters(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 4 && tens > 1) return 'tư';
  if (ones === 5 && tens > 0) return 'lăm';
  return digits[ones] ?? '';
}

function clock(at: Date): { readonly hours: string; readonly minutes: string } {
  const minute = minuteOfDay(at);
  return { hours: two(Math.floor(minute / 60)), minutes: two(minute % 60) };
}

/** The state's papers write a zero before days below 10 and months below 3. */
function shortDay(day: Day): string {
  return `${two(dayOfMonth(day))}/${month(day)}/${yearOf(day)}`;
}

function month(day: Day): string {
  return monthOf(day) < 3 ? two(monthOf(day)) : String(monthOf(day));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
