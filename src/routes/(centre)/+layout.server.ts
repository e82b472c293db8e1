import type { LayoutServerLoad } from './$types';

/** Who is signed in. */
export const load: LayoutServerLoad = ({ locals }) => ({ officer: locals.officer });
