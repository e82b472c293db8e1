import type { House } from '#server/house.ts';
import { type NewJob, type OwingEvent, relayOutbox as relay } from '#server/store/outbox.ts';

/** Hands over to the jobs what events owe, until nothing is left. Returns how many events it were. */
export async function relayOutbox({ db }: House, jobsOf: (event: OwingEvent) => readonly NewJob[]): Promise<number> {
  let relayed = 0;
  for (let some = 1; some > 0; relayed += some) some = await relay(db, jobsOf);
  return relayed;
}

export type { NewJob, OwingEvent };
