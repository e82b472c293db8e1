import type { LayoutServerLoad } from './$types';

/** Who is signed in: an administrator, or nobody gets here. */
export const load: LayoutServerLoad = ({ locals }) => ({ officer: locals.officer });
