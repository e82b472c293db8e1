import type { PromisedTime } from '#domain/calendar/due.ts';
import type { Words } from './words.ts';

/** `Trong ngày`, `2,5 ngày làm việc`, `20 giờ làm việc`, `12 ngày`. */
export function promisedSaid({ value, unit }: PromisedTime, { promise }: Pick<Words, 'promise'>): string {
  return unit === 'same-day' ? promise['same-day'] : promise[unit]({ value });
}
