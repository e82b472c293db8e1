import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { holds, nobodys, type Proof } from './by.ts';
import { type DossierView, viewOf } from './dossier-view.ts';
import { referenceOf } from './reference.ts';

export type HolderView = DossierView & {
  readonly left: TimeLeft | null;
  /** The agency that has it now, and the one that gets it next, in a sentence. */
  readonly holdingAgencyName: string | null;
  readonly nextAgencyName: string | null;
};

/**
 * Whoever has a dossier’s token, from a link or a QR code, sees where it is.
 *
 * @returns the dossier, or `undefined` when there is none with this code or the token does not open it
 */
export async function trackDossier(house: House, code: string, proof: Proof): Promise<HolderView | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!holds(house, dossierId ?? nobodys, proof) || !dossierId) return undefined;

  const view = await viewOf(house, await loadHistory(house.db, dossierId));
  const reference = await referenceOf(house);
  const { task, dueAt, readyAt, plan, receivingAgencyId } = view.dossier;
  const next = plan.find(({ no }) => no === (task?.stepNo ?? 0) + 1);
  return {
    ...view,
    left: dueAt && !readyAt ? timeLeft(house.now(), dueAt, reference.calendarOf(receivingAgencyId)) : null,
    holdingAgencyName: task && reference.agencyOf(task.agencyId).name,
    nextAgencyName: next ? reference.agencyOf(next.agencyId).name : null,
  };
}
