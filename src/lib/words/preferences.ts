import type { Locale } from './say.ts';

/** How the reader wants the pages: kept in two cookies of the reader's own, without an account. */
export const localeCookie = 'lang';
export const schemeCookie = 'scheme';

export type Scheme = 'auto' | 'light' | 'dark';

/** The language that the address asks for, else the one chosen before, else Vietnamese. */
export function localeOf(url: URL, cookie: string | undefined): Locale {
  const asked = url.searchParams.get('lang') ?? cookie;
  return asked === 'en' ? 'en' : 'vi';
}

/** Light or dark as the reader chose; `auto` follows the reader's machine. */
export function schemeOf(cookie: string | undefined): Scheme {
  return cookie === 'light' || cookie === 'dark' ? cookie : 'auto';
}
