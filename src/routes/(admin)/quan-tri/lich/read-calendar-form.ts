import type { CalendarChange } from '#domain/calendar/change.ts';
import { isDay } from '#domain/calendar/day.ts';
import { parseTyped } from '#domain/calendar/typed.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import { readYear } from './calendar-address.ts';

/** What was typed about a day, to be shown again. */
export type TypedDay = { readonly day: string; readonly kind: string; readonly name: string; readonly source: string };

/** Which of its answers is wrong, by the words for it. */
export type WrongDay = Partial<Record<keyof TypedDay, 'dayWrong' | 'nameMissing' | 'sourceMissing' | 'tooLong'>>;

const longest = 1000;

/** A day as it was typed, or what is wrong with it. */
export function readDayForm(
  form: FormData,
): { readonly typed: TypedDay } & ({ readonly change: CalendarChange } | { readonly wrong: WrongDay }) {
  const typed = { day: textOf(form, 'day'), kind: textOf(form, 'kind'), name: textOf(form, 'name'), source: textOf(form, 'source') };
  const day = isStorable(typed) ? parseTyped(typed.day) : undefined;
  const wrong: WrongDay = {
    ...(!day && { day: 'dayWrong' }),
    ...(typed.name === '' ? { name: 'nameMissing' } : typed.name.length > longest && { name: 'tooLong' }),
    ...(typed.source === '' ? { source: 'sourceMissing' } : typed.source.length > longest && { source: 'tooLong' }),
  };
  if (!day || Object.keys(wrong).length > 0) return { typed, wrong };
  const { name, source } = typed;
  return { typed, change: { type: 'day set', day: { day, kind: typed.kind === 'work' ? 'work' : 'off', name, source } } };
}

/** The button that clears a day, or the one that says whether a year is decided. */
export function readButton(form: FormData): CalendarChange | Refusal {
  const cleared = textOf(form, 'clear');
  if (isDay(cleared)) return { type: 'day cleared', day: cleared };
  const year = readYear(textOf(form, 'decided') || textOf(form, 'undecided'));
  return year === null ? refuse('malformed') : { type: 'year decided', year, provisional: form.has('undecided') };
}

/** Free words, or the refusal when they cannot be kept. */
export function readGround(form: FormData): string | Refusal {
  const ground = textOf(form, 'ground');
  return isStorable(ground) && ground.length <= longest ? ground : refuse('malformed');
}

/** The text of the file that was sent; `undefined` when there is none, or it is too large to be a calendar. */
export async function readCalendarFile(form: FormData): Promise<string | undefined> {
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0 || file.size > 1_000_000) return undefined;
  const text = await file.text();
  return isStorable(text) ? text : undefined;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.normalize('NFC').trim() : '';
}
