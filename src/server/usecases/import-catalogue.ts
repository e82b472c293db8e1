import { undecidedYears } from '#domain/calendar/change.ts';
import { checkPublishable, type PublishProblem } from '#domain/form/check-publishable.ts';
import { readTargets } from '#domain/indicator/targets.ts';
import type { Places } from '#domain/procedure/check-version.ts';
import { type Catalogue, type CatalogueFile, readCatalogue, type Wrong } from '#domain/procedure/read-catalogue.ts';
import type { Step } from '#domain/procedure/step.ts';
import { drawnSteps } from '#domain/workflow/drawn-steps.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { type Drawn, drawnAs } from '#domain/workflow/read-drawing.ts';
import type { RefusedPart } from '#domain/workflow/refused-part.ts';
import type { House } from '#server/house.ts';
import { ensureAgencies } from '#server/store/agencies.ts';
import { ensureCalendar, loadCalendarFacts } from '#server/store/calendars.ts';
import type { Db } from '#server/store/db.ts';
import { ensureFields } from '#server/store/fields.ts';
import { findForm } from '#server/store/forms.ts';
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
class NotKept extends Error {
  readonly wrong: readonly Wrong[];

  constructor(wrong: readonly Wrong[]) {
    super('Nothing is imported');
    this.wrong = wrong;
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
  const { drawings, wrong } = await readDrawings(files);
  if (wrong.length > 0) return { wrong };
  const read = readCatalogue(files, drawings);
  if (!('versions' in read)) return { wrong: read };
  try {
    return await keep(house, files, read);
  } catch (fault) {
    if (!(fault instanceof NotKept)) throw fault;
    return { wrong: fault.wrong };
  } finally {
    forgetReference(house);
  }
}

function keep(
  { db }: House,
  files: readonly CatalogueFile[],
  { agencies, units, officers, fields, calendar, versions }: Catalogue<Way>,
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
    const unpublishable = await unpublishableIn(tx, versions, { agencies, units });
    if (unpublishable.length > 0) throw new NotKept(unpublishable);
    const { published, altered } = await ensureProcedureVersions(tx, versions);
    if (altered.length > 0)
      throw new NotKept(altered.map((row) => ({ file: 'procedures', row, fault: 'published-version-altered' as const })));
    if (changed + published > 0) await ensureReferenceStamp(tx, newId());
    return { versions: versions.length, published, changed };
  });
}

type Way = Pick<PublishedVersion, 'workflow' | 'drawing'>;

function wayOf({ workflow, drawing }: Drawn): Way {
  return { workflow, ...(drawing ? { drawing } : {}) };
}

/** The drawings of the folder `workflows`, by the names of their files, and what in them cannot be read. */
async function readDrawings(files: readonly CatalogueFile[]) {
  const drawings = new Map<string, { readonly steps: readonly Step[]; readonly way: Way }>();
  const wrong: Wrong[] = [];
  for (const { path: file, text } of files) {
    const name = /^workflows\/(.+)\.bpmn$/.exec(file)?.[1];
    if (name === undefined) continue;
    const read = await readBpmn(text);
    if ('refused' in read) {
      wrong.push(...read.refused.map((part) => unreadable(file, part)));
      continue;
    }
    const steps = drawnSteps(read.workflow);
    if ('untold' in steps)
      for (const { element, reason } of steps.untold) wrong.push({ file, row: element, fault: 'drawing-unpublishable', facts: { reason } });
    else drawings.set(name, { steps, way: wayOf(drawnAs(read)) });
  }
  return { drawings, wrong };
}

/** A drawing that cannot be read, as a wrong row. */
export function unreadable(file: string, { element, reason, what, line, column }: RefusedPart): Wrong {
  const place = line === null ? {} : { line, column: column ?? 0 };
  return { file, row: element, fault: 'drawing-unreadable', facts: { reason, what, ...place } };
}

async function unpublishableIn(db: Db, versions: readonly PublishedVersion[], places: Places): Promise<readonly Wrong[]> {
  const wrong: Wrong[] = [];
  for (const version of versions.filter(({ workflow }) => workflow)) {
    const problems = checkPublishable(version, (await findForm(db, version.formId)) ?? null, places);
    wrong.push(
      ...problems.map((problem) => ({
        file: 'procedures',
        row: version.procedureId,
        fault: 'drawing-unpublishable' as const,
        facts: factsOf(problem),
      })),
    );
  }
  return wrong;
}

function factsOf(problem: PublishProblem): Readonly<Record<string, string | number>> {
  const entries = Object.entries(problem).map(([name, value]) => [name, Array.isArray(value) ? value.join(' > ') : value]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
