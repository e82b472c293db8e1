import { undecidedYears } from '#domain/calendar/change.ts';
import { readTargets } from '#domain/indicator/targets.ts';
import { type Catalogue, type CatalogueFile, readCatalogue, type Wrong } from '#domain/procedure/read-catalogue.ts';
import type { House } from '#server/house.ts';
import { ensureAgencies } from '#server/store/agencies.ts';
import { ensureCalendar, loadCalendarFacts } from '#server/store/calendars.ts';
import { ensureFields } from '#server/store/fields.ts';
import { newId } from '#server/store/ids.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { ensureReferenceStamp } from '#server/store/reference-stamps.ts';
import { ensureTargets } from '#server/store/targets.ts';
import { importForms } from './import-forms.ts';
import { forgetReference } from './reference.ts';

/** What an import brought. */
export type Imported = { readonly versions: number; readonly published: number; readonly changed: number };

/** Thrown inside the transaction, so that nothing half is stored. */
class Altered extends Error {
  readonly procedureIds: readonly string[];

  constructor(procedureIds: readonly string[]) {
    super('Published versions have other words');
    this.procedureIds = procedureIds;
  }
}

/**
 * Brings agencies, staff, calendar and procedures from a catalogue's files: all of it, or nothing when one row is wrong.
 * The same files again change nothing. Years of the calendar that are decided already stay as they are stored.
 *
 * @returns what changed, or each wrong row with its file and why
 */
export async function importCatalogue(
  house: House,
  files: readonly CatalogueFile[],
): Promise<Imported | { readonly wrong: readonly Wrong[] }> {
  const read = readCatalogue(files);
  if (!('versions' in read)) return { wrong: read };
  try {
    return await keep(house, files, read);
  } catch (fault) {
    if (!(fault instanceof Altered)) throw fault;
    return { wrong: fault.procedureIds.map((row) => ({ file: 'procedures', row, fault: 'published-version-altered' as const })) };
  } finally {
    forgetReference(house);
  }
}

function keep(
  { db }: House,
  files: readonly CatalogueFile[],
  { agencies, units, officers, fields, calendar, versions }: Catalogue,
): Promise<Imported> {
  return db.transaction().execute(async (tx) => {
    const changed =
      (await ensureAgencies(tx, agencies, units)) +
      (await ensureOfficers(tx, officers)) +
      (await ensureFields(tx, fields)) +
      (await ensureCalendar(tx, undecidedYears(await loadCalendarFacts(tx), calendar)));
    await importForms({ db: tx }, files);
    const promised = files.find(({ path }) => path === 'targets.json');
    if (promised) await ensureTargets(tx, readTargets(JSON.parse(promised.text)));
    const { published, altered } = await ensureProcedureVersions(tx, versions);
    if (altered.length > 0) throw new Altered(altered);
    if (changed + published > 0) await ensureReferenceStamp(tx, newId());
    return { versions: versions.length, published, changed };
  });
}
