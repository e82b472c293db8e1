import type { House } from '#server/house.ts';
import { openPool } from '#server/store/db.ts';

const atMost = 8;

/** The connections of a process's workers: those of its pages are never all taken by jobs. */
export function connectJobs({ databaseUrl }: House): ReturnType<typeof openPool> {
  return openPool(databaseUrl, atMost);
}
