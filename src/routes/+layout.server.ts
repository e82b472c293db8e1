import { localeCookie, schemeCookie, schemeOf } from '#lib/words/preferences.ts';
import { house } from '#server/running.ts';
import { readAgencies } from '#server/usecases/read-agencies.ts';
import type { LayoutServerLoad } from './$types';

/** What stands on every page: the reader's language and colours, whose pages these are, and whether they are a demonstration. */
export const load: LayoutServerLoad = async ({ cookies, locals, url }) => {
  if (url.searchParams.has(localeCookie)) cookies.set(localeCookie, locals.locale, { path: '/', maxAge: oneYear, secure: false });

  const { city, centre } = await readAgencies(house);
  return { locale: locals.locale, scheme: schemeOf(cookies.get(schemeCookie)), city, centre, demo: process.env.MOTCUA_DEMO !== '0' };
};

const oneYear = 365 * 86_400;
