import { pathAfterSignIn } from '#domain/access/sign-in.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was sent after the session had ended, kept until somebody has signed in again beside it. */
export const load: PageServerLoad = ({ url }) => ({ to: pathAfterSignIn(url.searchParams) });

export const actions: Actions = {
  async default({ request }) {
    const form = await request.formData();
    return { typed: [...form].flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : [])) };
  },
};
