import assert from 'node:assert/strict';
import type { Assignment, StaffMember } from '#domain/access/actor.ts';
import { openTasks } from '#domain/dossier/branches.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import type { OfficerName } from './dossier-model.ts';
import { houseForTests } from './house-for-tests.ts';
import { keepLendingWorld } from './lending-world.ts';

const place = (agencyId: string, unit: string, role: Assignment['role']): Assignment => ({ agencyId, unitId: `${agencyId} ${unit}`, role });

export const everyPlace: readonly Assignment[] = [
  place('centre', 'one-stop', 'receiving officer'),
  place('centre', 'leadership', 'signing leader'),
  place('music', 'professional', 'specialist'),
  place('music', 'professional', 'head'),
  place('music', 'leadership', 'signing leader'),
  place('music', 'clerical', 'clerk'),
];

const officer = (no: number, name: string): StaffMember => ({
  officerId: `018f0000-0000-7000-8000-0000000000a${no}`,
  name,
  title: '',
  madeUp: true,
  assignments: everyPlace,
});

/** Both hold every role, so that nothing but the dossier stands between them. */
export const officers: Readonly<Record<OfficerName, StaffMember>> = {
  first: officer(1, 'Vàng Thị Mai'),
  second: officer(2, 'Lò Văn Sính'),
};

export const idOf = (name: OfficerName): string => officers[name].officerId;

export function nameOf(officerId: string | null | undefined): OfficerName | null {
  return officerId ? (officerId === officers.first.officerId ? 'first' : 'second') : null;
}

/** The lending world with the two, and two programs on its one database: what one remembers of a dossier grows old by what the other does. */
export type World = {
  readonly house: House;
  readonly programs: readonly [House, House];
  /** Sets the clock of both; it goes on by minutes whenever somebody looks at it. */
  begin(at: Date): void;
  close(): Promise<void>;
};

export async function openWorld(): Promise<World> {
  const house = await houseForTests();
  let clock = house.now();
  const now = () => {
    clock = new Date(clock.getTime() + 7 * 60_000);
    return clock;
  };
  const db = openDb(house.databaseUrl);
  await keepLendingWorld(house);
  await ensureOfficers(house.db, Object.values(officers));
  await ensureReferenceStamp(house.db, crypto.randomUUID());
  return {
    house,
    programs: [
      { ...house, now },
      { ...house, now, db },
    ],
    begin: (at) => {
      clock = at;
    },
    async close() {
      await db.destroy();
      await house.close();
    },
  };
}

/** A dossier as it is stored. */
export type Stored = {
  readonly dossier: Dossier;
  readonly version: number;
  readonly applicantName: string;
  /** What happened, in its order. */
  readonly events: readonly string[];
};

/** What is stored of a dossier; and that row, history and tasks say the same. */
export async function readStored(
  { db }: House,
  { code, dossierId }: { readonly code: string; readonly dossierId: string },
): Promise<Stored> {
  const loaded = await loadDossier(db, code, { commandId: crypto.randomUUID(), personId: idOf('first') });
  const history = await loadHistory(db, dossierId);
  const events = history.map(({ event }) => event);
  assert.ok(loaded);
  const { dossier, end } = loaded;
  assert.equal(firstBroken(history, end.hash), undefined, 'numbered without a gap, and chained');
  assert.deepEqual(replay(events), dossier, 'its row is what its history leads to');
  for (const [at, event] of events.entries()) assert.ok(event.at >= (events[at - 1]?.at ?? event.at), `event ${at + 1} is before ${at}`);

  const open = db.selectFrom('task').selectAll().where('dossier_id', '=', dossierId).where('done_at', 'is', null).orderBy('no').execute();
  assert.deepEqual(
    (await open).map(({ no, step_no, officer_id, state }) => ({ no, step_no, officer_id, state })),
    openTasks(dossier)
      .toSorted((a, b) => a.no - b.no)
      .map(({ no, stepNo, officerId }) => ({ no, step_no: stepNo, officer_id: officerId, state: dossier.state })),
  );
  const row = await db.selectFrom('dossier').select('applicant_name').where('dossier_id', '=', dossierId).executeTakeFirstOrThrow();
  return { dossier, version: end.version, applicantName: row.applicant_name, events: events.map(({ type }) => type) };
}
