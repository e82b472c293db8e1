import { setTimeout } from 'node:timers/promises';
import type { House } from '#server/house.ts';
import { relayOutbox } from '#server/usecases/relay-outbox.ts';
import { jobsOf } from './reactions.ts';

/** How long an event of another process may lie before it is seen; one of this process wakes the relay itself. */
const pollMs = 1000;

export type Relay = {
  /** Looks at once: an act may have been done. */
  wake(): void;
  /** Ends after what is being handed over. */
  stop(): Promise<void>;
};

/**
 * Hands events over to the jobs, for as long as the program runs.
 *
 * @param report told what went wrong; the next round tries again
 */
export function startRelay(house: House, report: (fault: unknown) => void): Relay {
  let stopped = false;
  let woken = new AbortController();
  const relaying = relayOn();

  async function relayOn(): Promise<void> {
    while (!stopped) {
      woken = new AbortController();
      await relayOutbox(house, jobsOf).catch(report);
      if (!stopped) await setTimeout(pollMs, undefined, { signal: woken.signal }).catch(() => {});
    }
  }

  return {
    wake: () => woken.abort(),
    stop() {
      stopped = true;
      woken.abort();
      return relaying;
    },
  };
}
