import type { DossierEvent } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { history, wholeWay } from '#tests/given.ts';
import { tell } from './ground.ts';

/**
 * Events a second that `evolve` applies, of a dossier on its whole way, on one core; beside reading the same events from JSON,
 * which nobody who applies them can do without.
 */
export async function run(): Promise<number> {
  const events = history(...wholeWay);
  const texts = events.map((event) => JSON.stringify(event));
  tell({
    bench: 'evolve',
    case: `a whole way of ${events.length} events`,
    value: perSecond(events.length, () => replay(events).shares.length),
    unit: '1/s',
    peer: 'JSON.parse of the same events',
    peer_value: perSecond(events.length, () => texts.reduce((sum, text) => sum + (JSON.parse(text) as DossierEvent).type.length, 0)),
  });
  return 0;
}

const seconds = 3;

function perSecond(events: number, once: () => number): number {
  let [count, sum] = [0, 0];
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    for (let i = 0; i < 1000; i++) sum += once();
    count += 1000 * events;
  }
  if (!Number.isFinite(sum)) throw new Error('nothing was applied');
  return count / ((performance.now() - start) / 1000);
}
