import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { repeatJob as repeat } from '#server/store/jobs.ts';

/** An administrator has a job that failed done again, at once and from its first try on. */
export async function repeatJob(house: House, officer: Officer, jobId: string): Promise<Refusal | undefined> {
  const by = mayDo(officer, 'read outbox');
  if (isRefusal(by)) return by;
  await repeat(house.db, jobId);
  return undefined;
}
