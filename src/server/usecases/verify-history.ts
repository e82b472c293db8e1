import { replay } from '#domain/dossier/evolve.ts';
import { firstBroken, type Recorded } from '#domain/dossier/history.ts';
import type { House } from '#server/house.ts';
import { findDossierEnd, findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { holds, nobodys } from './by.ts';
import { referenceOf } from './reference.ts';

/** What a paper says of the history at the moment it was printed: the event it was made for, and the chain’s head then. */
export type PrintedHead = { readonly version: number; readonly hash: string };

export type Verdict = {
  readonly code: string;
  readonly procedureName: string;
  /** How many events there are now. */
  readonly events: number;
  readonly printed: PrintedHead;
  /** The head that the history has at that event now; null when it has no such event. */
  readonly found: string | null;
  /** First event that is not what was written down; null when the chain holds. */
  readonly brokenAt: { readonly version: number; readonly type: Recorded['event']['type'] | null; readonly at: Date | null } | null;
  /** Whether chain and printed head are as they should be. */
  readonly holds: boolean;
};

/**
 * Anyone with a paper has its chain computed again and compared with the head that is printed on it.
 *
 * @returns the verdict, or `undefined` when the address is of no dossier
 */
export async function verifyHistory(house: House, code: string, token: string, printed: PrintedHead): Promise<Verdict | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!holds(house, dossierId ?? nobodys, { token }) || !dossierId) return undefined;

  const [history, end, reference] = await Promise.all([
    loadHistory(house.db, dossierId),
    findDossierEnd(house.db, dossierId),
    referenceOf(house),
  ]);
  const [first] = history;
  const broken = firstBroken(history, end?.hash ?? '');
  const brokenEvent = history.find(({ version }) => version === broken);
  const found = history.find(({ version }) => version === printed.version)?.hash ?? null;
  const { procedureId, procedureVersion } = first ? replay([first.event]) : { procedureId: '', procedureVersion: 0 };
  return {
    code,
    procedureName: first ? (await reference.versionOf(procedureId, procedureVersion)).name : '',
    events: history.length,
    printed,
    found,
    brokenAt: broken === undefined ? null : { version: broken, type: brokenEvent?.event.type ?? null, at: brokenEvent?.event.at ?? null },
    holds: broken === undefined && found === printed.hash,
  };
}
