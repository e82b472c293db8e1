import type { Agency } from '#domain/agency/agency.ts';
import type { DossierState } from '#domain/dossier/dossier.ts';
import { type End, type Finding, findingOf, firstBroken, type Recorded } from '#domain/dossier/history.ts';
import type { House } from '#server/house.ts';
import { loadHistory } from '#server/store/dossiers.ts';
import { findStanding, findTracked } from '#server/store/tracked-dossiers.ts';
import { holds, nobodys } from './by.ts';
import { type Inclusion, inclusionsOf } from './read-inclusion.ts';
import { referenceOf } from './reference.ts';

/** One event, with nothing that says of whom the dossier is. What was altered may name what does not exist. */
export type VerifiedEvent = {
  readonly version: number;
  readonly type: string;
  readonly at: Date;
  /** Null for what a citizen did, and for an agency that does not exist. */
  readonly agencyName: string | null;
};

export type Verdict = {
  readonly finding: Finding;
  readonly code: string;
  readonly procedureName: string;
  readonly state: DossierState;
  readonly printed: End;
  /** The head that the history has at that event now; null when it has no such event. */
  readonly found: string | null;
  /** First event that is not what was written down; null when the chain fits together. It may be missing. */
  readonly brokenAt: { readonly version: number; readonly event: VerifiedEvent | null } | null;
  readonly events: readonly VerifiedEvent[];
  /** The closed days that it is in. */
  readonly closedDays: readonly Pick<Inclusion, 'day' | 'index' | 'size' | 'root'>[];
  readonly verifiedAt: Date;
};

/**
 * Anyone with a paper has its chain computed again and compared with the head that is printed on it.
 *
 * @returns the verdict, or `undefined` when the address is of no dossier
 */
export async function verifyHistory(house: House, code: string, token: string, printed: End): Promise<Verdict | undefined> {
  const tracked = await findTracked(house.db, code);
  if (!holds(house, tracked?.dossierId ?? nobodys, { token }) || !tracked) return undefined;

  const [history, standing, reference] = await Promise.all([
    loadHistory(house.db, tracked.dossierId),
    findStanding(house.db, tracked.dossierId),
    referenceOf(house),
  ]);
  const broken = firstBroken(history, standing.hash);
  const inclusions = await inclusionsOf(house, history);
  const events = history.map((recorded) => verifiedEvent(recorded, reference.agencies));
  const found = history.find(({ version }) => version === printed.version)?.hash ?? null;
  return {
    finding: findingOf(history, broken, printed),
    code,
    procedureName: (await reference.versionOf(standing.procedureId, standing.procedureVersion)).name,
    state: standing.state,
    printed,
    found,
    brokenAt: broken === undefined ? null : { version: broken, event: events[broken - 1] ?? null },
    events,
    closedDays: inclusions.map(({ day, index, size, root }) => ({ day, index, size, root })),
    verifiedAt: house.now(),
  };
}

/** What stands in the address of a paper’s page, `VERSION.HASH`; `undefined` for anything else. */
export function readPrintedHead(text: string): End | undefined {
  const [, version, hash] = /^([1-9]\d{0,8})\.([0-9a-f]{64})$/.exec(text) ?? [];
  return version && hash ? { version: Number(version), hash } : undefined;
}

function verifiedEvent({ version, by, event }: Recorded, agencies: readonly Agency[]): VerifiedEvent {
  const agency = agencies.find(({ agencyId }) => agencyId === by.agencyId);
  return { version, type: event.type, at: event.at, agencyName: agency?.shortName ?? null };
}
