import type { LayoutServerLoad } from './$types';

/** Who is signed in; on the page to sign in, nobody. */
export const load: LayoutServerLoad = ({ locals }) => ({ officer: locals.officer });
