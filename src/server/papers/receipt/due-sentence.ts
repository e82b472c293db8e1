import type { Day } from '#domain/calendar/day.ts';
import { dayOfMonth, monthOf } from '#domain/calendar/day.ts';
import type { Due, DueStep } from '#domain/calendar/explain.ts';

/**
 * Why it is owed when it is, in one sentence: what was counted and what was left out.
 *
 * @example Tính: 15/5, 16/5, 17/5; không tính: 19/5, 20/5 (ngày nghỉ).
 */
export function dueInASentence({ steps }: Due): string {
  const counted = steps.flatMap(countedIn);
  const skipped = steps.filter((step) => step.type === 'skipped').map(({ day, name }) => `${short(day)} (${name ?? 'nghỉ cuối tuần'})`);
  if (counted.length === 0) return '';
  return `Tính: ${ends(counted)}${skipped.length > 0 ? `; không tính: ${ends(skipped)}` : ''}.`;
}

function countedIn(step: DueStep): string[] {
  if (step.type === 'counted day' || step.type === 'same day') return [short(step.day)];
  return step.type === 'counted time' ? [`${short(step.day)} ${hours(step.minutes)}`] : [];
}

/** A long count by its beginning and end. */
function ends(all: readonly string[]): string {
  return all.length <= 12 ? all.join(', ') : `${all.slice(0, 4).join(', ')} … ${all.slice(-2).join(', ')} (${all.length} ngày)`;
}

function hours(minutes: number): string {
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} giờ${rest > 0 ? ` ${rest} phút` : ''}`;
}

function short(day: Day): string {
  const month = monthOf(day);
  return `${String(dayOfMonth(day)).padStart(2, '0')}/${month < 3 ? `0${month}` : month}`;
}
