import type { House } from '#server/house.ts';
import { releaseJobs as release } from '#server/store/jobs.ts';

/** Whoever starts workers frees what killed ones left locked. Jobs that are then done twice have one effect. */
export function releaseJobs(house: House): Promise<void> {
  return release(house.db);
}
