import { redirect } from '@sveltejs/kit';
import { schemeCookie, schemeOf } from '#lib/words/preferences.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ saved: url.searchParams.has('da-luu') });

export const actions: Actions = {
  async default({ cookies, request }) {
    const scheme = schemeOf(String((await request.formData()).get('scheme')));
    if (scheme === 'auto') cookies.delete(schemeCookie, { path: '/' });
    else cookies.set(schemeCookie, scheme, { path: '/', maxAge: 365 * 86_400, secure: false });
    redirect(303, '/hien-thi?da-luu');
  },
};
