import type { Tell } from '#cli/stages.ts';
import type { Simulated } from '#domain/simulation/simulate.ts';
import type { House } from '#server/house.ts';
import { jobsOf, reactions } from '#server/jobs/reactions.ts';
import { atTime } from './at-time.ts';

/** Papers and messages that follow from what happened to these, each with the clock of what it follows from. */
export async function tellLately(house: House, lately: readonly Simulated[], tell: Tell): Promise<void> {
  let done = 0;
  for (const { dossierId, dossier, acts } of lately) {
    const { code, channel } = dossier;
    const events = acts.flatMap((act) => act.events);
    for (const [i, { type, at }] of events.entries()) {
      const version = i + 1;
      for (const { task } of jobsOf({ dossierId, code, version, type, channel })) await reactions[task]?.(atTime(house, at), code, version);
    }
    tell('messages', ++done, lately.length);
  }
}
