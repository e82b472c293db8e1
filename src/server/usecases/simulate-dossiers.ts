import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import type { City, CityAtWork, Numbers, Offered } from '#domain/simulation/city.ts';
import { type Simulated, simulate, type Wanted } from '#domain/simulation/simulate.ts';
import type { House } from '#server/house.ts';
import { findLastClosing } from '#server/store/day-closings.ts';
import {
  type Finish,
  type Given,
  hasRealDossier,
  insertDossiers,
  listDemoCodes,
  listGiven,
  type RecordedDossier,
  recordDossier,
  rowsOf,
} from '#server/store/simulated-dossiers.ts';
import { drawSimulatedResult } from './draw-simulated-result.ts';
import { keepPaper } from './issue-paper.ts';
import { readForm } from './read-form.ts';
import { referenceOf } from './reference.ts';
import { searchProcedures } from './search-procedures.ts';
import { birthOf } from './submit-dossier.ts';

/** What is made up: how often people come for what, their answers, what is said, and the page that stands for papers. */
export type Invention = Pick<City, 'answersOf' | 'words' | 'exhibits'> & {
  readonly weightOf: (version: ProcedureVersion) => number;
  /** Of those who apply for it, how many owe something to another agency first. */
  readonly paymentShareOf: (version: ProcedureVersion) => number;
  /** Whether a result that is drawn up at this moment is made from the answers; this costs a hundred times what the rest does. */
  readonly isDrawnUp: (version: ProcedureVersion, at: Date) => boolean;
  /** Stands for every paper that is handed in, and for each result that is not made from the answers. */
  readonly page: Uint8Array;
  /** The agency by whose days people come. */
  readonly calendarAgencyId: string;
};

/** What speaks against it, where nobody has said that it shall be done all the same. */
export type Hindrance = 'real dossiers' | 'closed days';

/** So many dossiers go into one transaction. */
const atOnce = 250;

/** What waits for the database is sent on while the next ones are decided. */
const decidedBetween = 8;

const recordedAtOnce = 16;

/** Dossiers of the demonstration are played and written down beside what people hand in: what stands against that. */
export async function findHindrance({ db }: House, { span }: Wanted): Promise<Hindrance | undefined> {
  if (await hasRealDossier(db)) return 'real dossiers';
  const last = await findLastClosing(db);
  return last && last.day >= span.from ? 'closed days' : undefined;
}

/**
 * Plays a span of the city's life and writes its dossiers down, marked as the demonstration's, in batches of one transaction each.
 * Every act is decided by the rules that decide everybody's. Of papers only results are made, and only those that the invention says:
 * any other paper is made when somebody opens it. Messages are not made.
 * Broken off and begun again with the same wish, it goes on: what is there stays, and only what is missing is written.
 *
 * @param tell each dossier, whether new or there already, and how many there are
 * @returns how many were written
 */
export async function simulateDossiers(
  house: House,
  wanted: Wanted,
  invention: Invention,
  tell: (simulated: Simulated, done: number) => void = () => {},
): Promise<number> {
  const { db } = house;
  const given = await listGiven(db, wanted.span.from);
  const [codes, results] = [numbersAfter(given.codes), numbersAfter(given.results)];
  const city: CityAtWork = { ...(await cityOf(house, invention)), codes, results };
  let [done, written] = [0, 0];
  let batch: Simulated[] = [];
  let writing = Promise.resolve();
  const write = async () => {
    const rows = rowsOf(await recordAll(batch, drawSimulatedResult(house)));
    written += batch.length;
    batch = [];
    await writing;
    writing = insertDossiers(db, rows, codes.taken(), results.taken());
    // Its failure is told where it is waited for.
    writing.catch(() => {});
  };
  try {
    for (const simulated of simulate(city, wanted, await listDemoCodes(db))) {
      tell(simulated, ++done);
      if (!simulated.isKept) batch.push(simulated);
      if (batch.length === atOnce) await write();
      if (done % decidedBetween === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (batch.length > 0) await write();
    await writing;
  } finally {
    // Nothing is under way any more when it has ended, however it ended.
    await Promise.allSettled([writing]);
  }
  return written;
}

/** Several are on their way at once: while the file of one is written, another is drawn. */
async function recordAll(batch: readonly Simulated[], finish: Finish): Promise<RecordedDossier[]> {
  const recorded: RecordedDossier[] = [];
  for (let from = 0; from < batch.length; from += recordedAtOnce) {
    recorded.push(...(await Promise.all(batch.slice(from, from + recordedAtOnce).map((one) => recordDossier(one, finish)))));
  }
  return recorded;
}

async function cityOf(house: House, invention: Invention): Promise<City> {
  const { answersOf, words, exhibits, weightOf, paymentShareOf, isDrawnUp, page, calendarAgencyId } = invention;
  const reference = await referenceOf(house);
  const { calendarOf, mayHold, agencyOf, unitOf, officers, agencies } = reference;
  const { digest } = await keepPaper(house, page);
  const offered: Offered[] = [];
  for (const version of await listVersions(house)) {
    // A year is played along steps that follow each other; a drawn way is not made up.
    if ('workflow' in version) continue;
    const receivers = receiversOf(version, agencies);
    if (receivers.length === 0) continue;
    offered.push({
      version,
      form: await readForm(house, version),
      receivers,
      weight: weightOf(version),
      paymentShare: paymentShareOf(version),
      isDrawnUp: (at) => isDrawnUp(version, new Date(at)),
    });
  }
  return {
    calendarOf,
    mayHold,
    agencyOf,
    unitOf,
    staff: officers,
    offered,
    calendar: calendarOf(calendarAgencyId),
    birthOf: (version, how) => birthOf(version, how, unitOf),
    answersOf,
    words,
    exhibits,
    pageDigest: digest,
  };
}

async function listVersions(house: House): Promise<readonly ProcedureVersion[]> {
  const all: ProcedureVersion[] = [];
  for (let after: string | null = null; ; ) {
    const { procedures, next } = await searchProcedures(house, { after, limit: 200 });
    all.push(...procedures);
    if (next === null) return all;
    after = next;
  }
}

/** Numbers go on where they stand; what was taken since it was asked last is written down with the dossiers that have it. */
function numbersAfter(given: readonly Given[]): Numbers & { taken(): Given[] } {
  const last = new Map(given.map(({ agencyId, period, number }) => [`${agencyId} ${period}`, number]));
  const taken = new Map<string, Given>();
  return {
    next(agencyId, period) {
      const key = `${agencyId} ${period}`;
      const number = (last.get(key) ?? 0) + 1;
      last.set(key, number);
      taken.set(key, { agencyId, period, number });
      return number;
    },
    taken() {
      const since = [...taken.values()];
      taken.clear();
      return since;
    },
  };
}
