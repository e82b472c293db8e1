import type { Act } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { actOnDossier, type Decide } from '#server/usecases/act-on-dossier.ts';
import { byOfficer } from '#server/usecases/by.ts';
import { monday, type OrdinaryAct, ordinary } from '#tests/given.ts';
import { keepLendingWorld, staff, submitLending } from '#tests/lending-world.ts';
import { openGround, rest, tell } from './ground.ts';
import { fillUpTo } from './stored.ts';

/**
 * Whether a durable act costs more on a dossier that much has happened to, and in a database that much is stored in.
 * Each pair is measured in turns, so that what else the machine does befalls both.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  const db = openDb(ground.app, clients);
  try {
    const house = { db, now: () => monday, key: new Uint8Array(32), root: '', publicUrl: '' } as unknown as House;
    await keepLendingWorld(house);
    const [fresh, long] = [await dossiersWith(house, 6, 1000), await dossiersWith(house, 200, 64)];

    const young = [];
    const old = [];
    for (let turn = 0; turn < 3; turn++) {
      young.push(await actsPerSecond(house, fresh));
      old.push(await actsPerSecond(house, long));
    }
    tell({
      bench: 'scale',
      case: 'a dossier with 200 to 400 events behind it',
      value: median(old),
      unit: '1/s',
      peer: '6 to 18 events',
      peer_value: median(young),
    });

    await fillUpTo(db, 10_000);
    await rest(ground);
    const few = await timesThree(() => actsPerSecond(house, fresh));
    await fillUpTo(db, 1_000_000);
    await rest(ground);
    const many = await timesThree(() => actsPerSecond(house, fresh));
    tell({ bench: 'scale', case: '1,000,000 dossiers stored', value: many, unit: '1/s', peer: '10,000 dossiers', peer_value: few });
    return 0;
  } finally {
    await db.destroy();
    await ground.close();
  }
}

const clients = 8;
const seconds = 4;

/** To and fro between two officers: two acts, and the dossier is where it was. */
const toAndFro: [act: Act, name: OrdinaryAct, by: Officer][] = [
  ['hand on dossier', 'hand on', staff.specialist],
  ['send back dossier', 'send back', staff.head],
];

async function dossiersWith(house: House, events: number, count: number): Promise<string[]> {
  const make = async () => {
    const { code } = await submitLending(house);
    await act(house, code, ['receive dossier', 'receive', staff.receiver]);
    await act(house, code, ['hand on dossier', 'hand on', staff.receiver]);
    let version = await act(house, code, ['draft result', 'draft', staff.specialist]);
    while (version < events) for (const one of toAndFro) version = await act(house, code, one);
    return code;
  };
  const codes: string[] = [];
  while (codes.length < count) codes.push(...(await Promise.all(Array.from({ length: clients }, make))));
  return codes;
}

async function actsPerSecond(house: House, codes: readonly string[]): Promise<number> {
  let acts = 0;
  const start = performance.now();
  const client = async (_: unknown, no: number) => {
    for (let turn = 0; performance.now() - start < seconds * 1000; turn++) {
      for (const one of toAndFro) await act(house, codes[(no + turn * clients) % codes.length] ?? '', one);
      acts += toAndFro.length;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return acts / ((performance.now() - start) / 1000);
}

async function act(house: House, code: string, [allowed, name, officer]: (typeof toAndFro)[number]): Promise<number> {
  const decide: Decide<object> = (dossier, _request, facts) => ordinary[name](dossier, facts);
  const answer = await actOnDossier(house, byOfficer(officer, allowed), { code, commandId: crypto.randomUUID(), request: {} }, decide);
  if (!answer || isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.version;
}

async function timesThree(measure: () => Promise<number>): Promise<number> {
  return median([await measure(), await measure(), await measure()]);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
