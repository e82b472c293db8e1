import type { PageServerLoad } from './$types';

/** What has just been done here, said once on top. */
export const load: PageServerLoad = ({ url }) => ({ done: url.searchParams.get('xong') });
