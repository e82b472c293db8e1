import { sha256 } from '@noble/hashes/sha2.js';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { closeDays } from '#server/usecases/close-days.ts';
import { verifyHistories } from '#server/usecases/verify-histories.ts';
import { monday, wholeWay } from '#tests/given.ts';
import { keepLendingWorld } from '#tests/lending-world.ts';
import { lend } from '#tests/lent.ts';
import { openGround, tell } from './ground.ts';

/** Events a second that `motcua verify` checks, closed days included, beside the SHA-256 that it cannot do without: three a event of one kB. */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const db = openDb(ground.app, 8);
    const house = { db, now: () => monday, key: new Uint8Array(32), root: '', publicUrl: '' } as unknown as House;
    await keepLendingWorld(house);
    for (let no = 0; no < 500; no++) await Promise.all(Array.from({ length: 4 }, () => lend(house, ...wholeWay)));
    await closeDays({ ...house, now: () => new Date(monday.getTime() + 86_400_000) });

    const start = performance.now();
    const cpu = process.cpuUsage();
    const verification = await verifyHistories(house, 'all');
    const seconds = (performance.now() - start) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    await db.destroy();
    if (!verification || verification.discoveries.length > 0) throw new Error(`found: ${JSON.stringify(verification?.discoveries)}`);
    const told = { bench: 'verify', unit: '1/s', peer: 'SHA-256 of 3 kB', peer_value: hashesPerSecond() };
    tell({ ...told, case: `${verification.events} events`, value: verification.events / seconds });
    tell({ ...told, case: 'by processor time of this process', value: verification.events / ((user + system) / 1e6) });
    return 0;
  } finally {
    await ground.close();
  }
}

function hashesPerSecond(): number {
  const bytes = new Uint8Array(3000);
  const start = performance.now();
  let count = 0;
  for (; performance.now() - start < 1000; count++) sha256(bytes);
  return count / ((performance.now() - start) / 1000);
}
