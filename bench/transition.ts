import type { Act } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { actOnDossier, type Decide } from '#server/usecases/act-on-dossier.ts';
import { byOfficer } from '#server/usecases/by.ts';
import { monday, type OrdinaryAct, ordinary } from '#tests/given.ts';
import { keepLendingWorld, staff, submitLending } from '#tests/lending-world.ts';
import { type Ground, openGround, pgbench, protocols, tell } from './ground.ts';
import { bpmnEngineSteps } from './peers/bpmn-engine.ts';
import { dbosActs, dbosSteps, dbosWorkflows } from './peers/dbos.ts';

/**
 * Durable whole acts a second: load, decide, append, from one process, beside pgbench's tpcb-like and other workflow engines on the same server
 * in the same run.
 * An act is what an officer's button does, without its page: what papers and messages follow from it is not in it.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    let peers = true;
    for (const clients of [1, 8, 32]) peers = (await measure(ground, clients)) && peers;
    return peers ? 0 : 2;
  } finally {
    await ground.close();
  }
}

/** How long each is measured, one after the other in as many turns: what the machine does besides meets both. */
const seconds = 12;
const turns = 3;

/** What others lead through their steps, on the same server in the same run. */
const engines = [
  { peer: 'bpmn-engine, its state saved in the same PostgreSQL', steps: bpmnEngineSteps },
  { peer: 'DBOS, a step that does nothing', steps: dbosSteps },
  { peer: 'DBOS, a workflow of one step that does nothing', steps: dbosWorkflows },
  { peer: 'DBOS, a step that does nothing, after the message that it waits for', steps: dbosActs },
];

/** What happens to each dossier, by whom; then the next one is taken. */
export const way: [act: Act, name: OrdinaryAct, by: Officer][] = [
  ['receive dossier', 'receive', staff.receiver],
  ['hand on dossier', 'hand on', staff.receiver],
  ['draft result', 'draft', staff.specialist],
  ['hand on dossier', 'hand on', staff.specialist],
  ['hand on dossier', 'hand on', staff.head],
  ['sign result', 'sign', staff.leader],
  ['hand on dossier', 'hand on', staff.leader],
];

async function measure(ground: Ground, clients: number): Promise<boolean> {
  const db = openDb(ground.app, clients);
  const house = { db, now: () => monday, key: new Uint8Array(32), root: '', publicUrl: '' } as unknown as House;
  await keepLendingWorld(house);
  const waiting = await submitMany(house, clients, 1800 * Math.min(clients, 4));
  pgbench(ground, 'simple', clients, 1);

  const acts: number[] = [];
  const peers = protocols.map(() => [] as (number | null)[]);
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, protocol] of protocols.entries()) peers[i]?.push(pgbench(ground, protocol, clients, seconds / turns));
    acts.push(await actsInSeconds(house, clients, waiting, seconds / turns));
  }
  await db.destroy();

  const value = mean(acts) ?? 0;
  for (const [i, protocol] of protocols.entries()) {
    const found = mean(peers[i] ?? []);
    const peer = found === null ? null : `pgbench tpcb-like, ${protocol} protocol, scale 10, in turns`;
    tell({ bench: 'transition', case: `${clients} clients`, value, unit: '1/s', peer, peer_value: found });
  }
  for (const { peer, steps } of clients > 8 ? [] : engines)
    tell({ bench: 'transition', case: `${clients} clients`, value, unit: '1/s', peer, peer_value: await steps(ground, clients, seconds) });
  return !peers.flat().includes(null);
}

function mean(found: readonly (number | null)[]): number | null {
  return found.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one / found.length), 0);
}

export async function submitMany(house: House, clients: number, count: number): Promise<string[]> {
  const codes: string[] = [];
  let left = count;
  const client = async () => {
    while (left-- > 0) codes.push((await submitLending(house)).code);
  };
  await Promise.all(Array.from({ length: clients }, client));
  return codes;
}

async function actsInSeconds(house: House, clients: number, codes: string[], seconds: number): Promise<number> {
  let acts = 0;
  const start = performance.now();
  const until = start + seconds * 1000;
  const client = async () => {
    for (let code = codes.pop(); code && performance.now() < until; code = codes.pop()) {
      for (const [act, name, officer] of way) {
        const decide: Decide<object> = (dossier, _request, facts) => ordinary[name](dossier, facts);
        const answer = await actOnDossier(house, byOfficer(officer, act), { code, commandId: crypto.randomUUID(), request: {} }, decide);
        if (!answer || isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
        acts++;
      }
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  if (codes.length === 0) console.error('all dossiers were used up: the figure is of a shorter time');
  return acts / ((performance.now() - start) / 1000);
}
