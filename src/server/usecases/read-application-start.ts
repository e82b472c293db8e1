import type { Agency } from '#domain/agency/agency.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { type Paper, papersOf } from '#domain/form/papers.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import type { House } from '#server/house.ts';
import { listAgencies } from '#server/store/agencies.ts';
import { findForm } from '#server/store/forms.ts';
import { findProcedure } from '#server/store/procedures.ts';

/** What stands before an application: what for, which papers to have at hand, where it can be handed in. */
export type ApplicationStart = {
  readonly version: ProcedureVersion;
  readonly papers: readonly Paper[];
  /** Where it can be handed in; none when only the agency itself receives it, see `version.elsewhere`. */
  readonly receivers: readonly Pick<Agency, 'agencyId' | 'name'>[];
};

export async function readApplicationStart(house: House, procedureId: string): Promise<ApplicationStart | undefined> {
  const version = await findProcedure(house.db, procedureId, dayOf(house.now()));
  const form = version && (await findForm(house.db, version.formId));
  if (!version || !form) return undefined;
  const receivers = receiversOf(version, await listAgencies(house.db)).map(({ agencyId, name }) => ({ agencyId, name }));
  return { version, papers: papersOf(version.components, form), receivers };
}
