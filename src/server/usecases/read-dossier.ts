import { mayDo, type Where } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { type OfficerAct, openActs } from '#domain/dossier/open-acts.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { type DossierView, viewOf } from './dossier-view.ts';
import { type Reference, referenceOf } from './reference.ts';

export type OfficerView = DossierView & {
  readonly openActs: readonly OfficerAct[];
  readonly left: TimeLeft | null;
  readonly holderName: string | null;
  /** Officers who could do the open task, for the head who assigns it. */
  readonly colleagues: readonly { readonly officerId: string; readonly name: string }[];
  /** Officers who could do the next step. */
  readonly nextHolders: readonly { readonly officerId: string; readonly name: string }[];
};

/**
 * An officer opens a dossier of his agency’s tasks, or of an agency below his. That he read it is recorded.
 *
 * @returns the dossier, `not-yours` or `role-missing`, or `undefined` when no dossier has this code
 */
export async function readDossier(house: House, officer: Officer, code: string): Promise<OfficerView | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const reference = await referenceOf(house);
  const view = await viewOf(house, await loadHistory(house.db, dossierId));
  const by = mayDo(officer, 'read dossier', ...placesOf(view.dossier, reference));
  if (isRefusal(by)) return by;

  await appendReading(house.db, by, dossierId, 'dossier', house.now());
  const { dossier } = view;
  const { task, dueAt, plan, receivingAgencyId } = dossier;
  const next = plan.find(({ no }) => no === (task?.stepNo ?? 0) + 1);
  return {
    ...view,
    openActs: openActs(officer, dossier),
    left: dueAt && !dossier.readyAt ? timeLeft(house.now(), dueAt, reference.calendarOf(receivingAgencyId)) : null,
    holderName: task?.officerId ? reference.officerNameOf(task.officerId) : null,
    colleagues: task ? reference.holdersOf(task.unitId, task.role) : [],
    nextHolders: next ? reference.holdersOf(next.unitId, next.role) : [],
  };
}

/** A dossier lies wherever one of its steps is done, and where its receiver is; for those above, with the agencies above. */
export function placesOf({ plan, task, receivingAgencyId }: Dossier, reference: Reference): Where[] {
  const places = [...plan, ...(task ? [task] : []), { agencyId: receivingAgencyId }];
  return places.map((place) => ({ ...place, agenciesAbove: reference.agenciesAbove(place.agencyId) }));
}
