import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ parent }) => {
  const { draft, home } = await parent();
  if (!draft.submitted) redirect(303, home);
  return { submitted: draft.submitted };
};
