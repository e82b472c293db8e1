import { en } from './en.ts';
import { figuresOf } from './figures.ts';
import { type Locale, sayingsOf } from './say.ts';
import { timesOf } from './times.ts';
import { vi } from './vi.ts';

/** All that is said to people in one language: messages by section, and how days, times, money and numbers are written. */
export type Words = ReturnType<typeof open>;

const opened: Partial<Record<Locale, Words>> = {};

export function wordsFor(locale: Locale): Words {
  opened[locale] ??= open(locale);
  return opened[locale];
}

function open(locale: Locale) {
  return {
    locale,
    /** For `lang` on what stands in Vietnamese whatever the page's language, such as the catalogue. */
    vietnamese: locale === 'vi' ? undefined : ('vi' as const),
    ...sayingsOf<typeof vi>(locale === 'vi' ? vi : en, locale),
    ...timesOf(locale),
    ...figuresOf(locale),
  };
}
