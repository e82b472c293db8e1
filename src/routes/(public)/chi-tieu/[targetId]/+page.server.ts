import { error } from '@sveltejs/kit';
import { house } from '#server/running.ts';
import { openTarget } from '#server/usecases/open-target.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => (await openTarget(house, params.targetId)) ?? error(404);
