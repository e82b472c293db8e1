import { isUuid } from '#domain/text/storable.ts';

/** What an address of the calendar asks for: a year, or this one; dossiers that move, after a place. */
export type AskedCalendar = { readonly year: number | null; readonly after: string | null };

export function readCalendarAddress(params: URLSearchParams): AskedCalendar {
  const after = params.get('sau') ?? '';
  return { year: readYear(params.get('nam')), after: isUuid(after) ? after : null };
}

/** A year of four figures; null for anything else. */
export function readYear(text: string | null): number | null {
  return text !== null && /^[12]\d{3}$/.test(text) ? Number(text) : null;
}

export function calendarAddress({ year, after }: AskedCalendar): string {
  const params = new URLSearchParams();
  if (year !== null) params.set('nam', String(year));
  if (after !== null) params.set('sau', after);
  return params.size === 0 ? '/quan-tri/lich' : `/quan-tri/lich?${params}`;
}
