import { house } from '#server/running.ts';
import { readTargets } from '#server/usecases/read-targets.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => readTargets(house);
