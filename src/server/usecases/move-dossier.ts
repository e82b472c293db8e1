import type { Officer } from '#domain/access/actor.ts';
import { submissionAfter } from '#domain/dossier/correct.ts';
import { moveToVersion as decide, type MoveToVersion } from '#domain/dossier/move-to-version.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { findForm } from '#server/store/forms.ts';
import { findProcedureVersion } from '#server/store/procedures.ts';
import { type Acted, actOnDossier, type Command } from './act-on-dossier.ts';
import { byOfficer } from './by.ts';
import { referenceOf } from './reference.ts';
import { givenBy, wayOf } from './submit-dossier.ts';

/**
 * A head moves an open dossier to another version of its procedure, whose conditions are decided over the answers as they stand now.
 *
 * @returns the version of its history that is reached, a refusal of the rule, `malformed` when the procedure has no such version,
 *   or `undefined` when no dossier has this code
 */
export async function moveDossier(house: House, officer: Officer, command: Command<MoveToVersion>): Promise<Acted | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, command.code);
  if (!dossierId) return undefined;
  const events = (await loadHistory(house.db, dossierId)).map(({ event }) => event);
  const [first] = events;
  const procedureId = first?.type === 'submitted' ? first.procedureId : '';
  const version = await findProcedureVersion(house.db, procedureId, command.request.version);
  if (!version) return refuse('malformed');

  const form = await findForm(house.db, version.formId);
  const given = form ? await givenBy(house, version, form, submissionAfter(events)?.answers ?? {}) : {};
  const { unitOf } = await referenceOf(house);
  return actOnDossier(house, byOfficer(officer, 'move to version'), command, (dossier, request, facts) =>
    decide(dossier, request, { ...wayOf(version, dossier.receivingAgencyId, unitOf), ...given }, facts),
  );
}
