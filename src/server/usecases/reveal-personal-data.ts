import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { submissionAfter } from '#domain/dossier/correct.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { findForm } from '#server/store/forms.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { personalValue, placesOf } from './read-dossier.ts';
import { referenceOf } from './reference.ts';

/** What was shown in part, in whole. */
export type Revealed = { readonly what: string; readonly value: string };

/**
 * An officer asks for the whole of a number or an address that his page shows in part. That he did is recorded, with what he asked for.
 *
 * @param what `identityNumber`, `phone` or `email` of the applicant, or a question of the form
 * @returns `not-yours` or `role-missing`; `undefined` when there is no such dossier or nothing of this name to show
 */
export async function revealPersonalData(
  house: House,
  officer: Officer,
  code: string,
  what: string,
): Promise<Revealed | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const history = await loadHistory(house.db, dossierId);
  const dossier = replay(history.map(({ event }) => event));
  const reference = await referenceOf(house);
  const by = mayDo(officer, 'reveal personal data', ...placesOf(dossier, reference));
  if (isRefusal(by)) return by;

  const { formId } = await reference.versionOf(dossier.procedureId, dossier.procedureVersion);
  const submission = submissionAfter(history.map(({ event }) => event));
  const value = submission && personalValue(submission, await findForm(house.db, formId), what);
  if (!value) return undefined;

  await appendReading(house.db, by, dossierId, what, house.now());
  return { what, value };
}
