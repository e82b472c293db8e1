import type { Agency } from '#domain/agency/agency.ts';
import { type Paper, papersOf } from '#domain/form/papers.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import { findForm } from '#server/store/forms.ts';
import { listReceivers } from './list-receivers.ts';
import { readProcedure } from './read-procedure.ts';

/** What stands before an application: what for, which papers to have at hand, where it can be handed in. */
export type ApplicationStart = {
  readonly version: PublishedVersion;
  readonly papers: readonly Paper[];
  /** Where it can be handed in; none when only the agency itself receives it, see `version.elsewhere`. */
  readonly receivers: readonly Pick<Agency, 'agencyId' | 'name'>[];
};

export async function readApplicationStart(house: House, idOrCode: string): Promise<ApplicationStart | undefined> {
  const version = await readProcedure(house, idOrCode);
  const form = version && (await findForm(house.db, version.formId));
  if (!version || !form) return undefined;
  const receivers = (await listReceivers(house, version)).map(({ agencyId, name }) => ({ agencyId, name }));
  return { version, papers: papersOf(version.components, form), receivers };
}
