import { error } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** What an officer sees in place of a page that is for other roles. */
export const load: PageServerLoad = () => error(403);
