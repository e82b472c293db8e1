import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent, url }) => {
  const { draft, home } = await parent();
  if (draft.submitted) redirect(303, `${home}/da-nop`);
  return { saved: url.searchParams.has('luu') };
};
