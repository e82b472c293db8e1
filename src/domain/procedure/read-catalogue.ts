import type { ErrorObject, ValidateFunction } from 'ajv';
import type { StaffMember } from '#domain/access/actor.ts';
import type { Agency, Unit } from '#domain/agency/agency.ts';
import type { CalendarFacts } from '#domain/calendar/working-calendar.ts';
import {
  isAgencies,
  isCalendar,
  isFields,
  isOfficers,
  isProcedures,
  isSources,
  isUnits,
  isWorkflows,
  type ProcedureFile,
  type Sources,
  type Workflows,
} from './catalogue-rows.ts';
import { checkTree, type TreeFault } from './check-tree.ts';
import { checkVersion, type VersionFault } from './check-version.ts';
import type { Field, ProcedureVersion } from './procedure.ts';
import { asVersion, type Drawings, type RowFault } from './read-version.ts';

/** One file of a catalogue, by its path inside the catalogue's folder. */
export type CatalogueFile = { readonly path: string; readonly text: string };

/** All that an import brings: the tree of agencies, who works there, which days are worked, what is published. */
export type Catalogue<Way> = {
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly officers: readonly StaffMember[];
  readonly fields: readonly Field[];
  readonly calendar: CalendarFacts;
  readonly versions: readonly (ProcedureVersion | (ProcedureVersion & Way))[];
};

export type CatalogueFault =
  | 'file-missing'
  | 'not-json'
  | 'malformed'
  | 'published-version-altered'
  | 'drawing-unreadable'
  | 'drawing-unpublishable'
  | RowFault
  | TreeFault
  | VersionFault;

/** What cannot be imported, where it stands and why. */
export type Wrong = {
  readonly file: string;
  readonly row: string;
  readonly fault: CatalogueFault;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/**
 * Reads a catalogue and proves it: that each row has its form, that what it names exists, and that each version can be published.
 *
 * @param drawings ways that are drawn in the catalogue's folder `workflows`, by the names of their files
 * @returns the catalogue, or all that is wrong with it; one wrong row spoils the whole, so that nothing half is ever stored
 */
export function readCatalogue<Way>(
  files: readonly CatalogueFile[],
  drawings: Drawings<Way> = new Map(),
): Catalogue<Way> | readonly Wrong[] {
  const wrong: Wrong[] = [];
  const read = <Rows>(path: string, isRows: ValidateFunction<Rows>) => {
    const file = files.find((one) => one.path === path);
    return file ? readRows(file, isRows, wrong) : miss(path, wrong);
  };
  const agencies = read('agencies.json', isAgencies);
  const units = read('units.json', isUnits);
  const staff = read('officers.json', isOfficers);
  const fields = read('fields.json', isFields);
  const sources = read('sources.json', isSources);
  const workflows = read('workflows.json', isWorkflows);
  const calendar = read('calendar.json', isCalendar);
  const published = files
    .filter(({ path }) => path.startsWith('procedures/'))
    .map((file) => ({ path: file.path, rows: readRows(file, isProcedures, wrong) }));
  if (!agencies || !units || !staff || !fields || !sources || !workflows || !calendar || wrong.length > 0) return wrong;

  const officers = staff.officers.map(({ assignments, ...officer }) => ({
    ...officer,
    madeUp: true,
    assignments: assignments.map((place) => ({ ...place, agencyId: units.find(({ unitId }) => unitId === place.unitId)?.agencyId ?? '' })),
  }));
  const tree = { agencies, units, officers, fields };
  wrong.push(...checkTree(tree));
  const versions = published.flatMap(({ path, rows }) =>
    rows ? versionsOf(path, rows, { ...tree, sources, workflows, drawings }, wrong) : [],
  );
  wrong.push(...doubles(versions));
  return wrong.length > 0 ? wrong : { ...tree, calendar, versions };
}

function readRows<Rows>({ path, text }: CatalogueFile, isRows: ValidateFunction<Rows>, wrong: Wrong[]): Rows | undefined {
  const rows = parsed(text);
  if (rows === undefined) {
    wrong.push({ file: path, row: '', fault: 'not-json' });
    return undefined;
  }
  if (isRows(rows)) return rows;
  wrong.push(...(isRows.errors ?? []).map((error) => malformed(path, rows, error)));
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Names a row by its id where it has one, so that it is found in a long file. */
function malformed(file: string, rows: unknown, { instancePath, message = '', params }: ErrorObject): Wrong {
  const keys = instancePath.split('/').slice(1);
  let value: unknown = rows;
  let row = '';
  let at = keys;
  for (const [i, key] of keys.entries()) {
    value = typeof value === 'object' && value !== null ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined;
    const name = idOf(value);
    if (name) [row, at] = [name, keys.slice(i + 1)];
  }
  const more = Object.values(params).filter((param) => typeof param === 'string');
  return { file, row, fault: 'malformed', facts: { at: at.join('/'), must: [message, ...more].join(' ') } };
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const id = Object.entries(value).find(([name]) => /^(agency|unit|officer|field|procedure)Id$/.test(name))?.[1];
  return typeof id === 'string' ? id : undefined;
}

function miss(file: string, wrong: Wrong[]): undefined {
  wrong.push({ file, row: '', fault: 'file-missing' });
}

type Known<Way> = {
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly fields: readonly Field[];
  readonly sources: Sources;
  readonly workflows: Workflows;
  readonly drawings: Drawings<Way>;
};

function versionsOf<Way>(
  file: string,
  { level, fieldId, procedures }: ProcedureFile,
  known: Known<Way>,
  wrong: Wrong[],
): Catalogue<Way>['versions'][number][] {
  const field = known.fields.find((one) => one.fieldId === fieldId);
  if (!field) {
    wrong.push({ file, row: '', fault: 'field-unknown', facts: { field: fieldId } });
    return [];
  }
  return procedures.flatMap((row) => {
    const read = asVersion(row, { level, field }, known);
    const faults = 'faults' in read ? read.faults : checkVersion(read, known);
    wrong.push(...faults.map((fault) => ({ file, row: row.procedureId, ...fault })));
    return 'faults' in read ? [] : [read];
  });
}

/** A procedure stands once for each version, and a code once for each level. */
function doubles(versions: readonly ProcedureVersion[]): Wrong[] {
  const seen = new Map<string, string>();
  return versions.flatMap(({ procedureId, version, code, level }) => {
    const keys = [`${procedureId} ${version}`, ...(code === null ? [] : [`${level} ${code}`])];
    const double = keys.find((key) => (seen.get(key) ?? procedureId) !== procedureId || (seen.has(key) && key === keys[0]));
    for (const key of keys) seen.set(key, procedureId);
    return double ? [{ file: 'procedures', row: procedureId, fault: 'doubled' as const, facts: { key: double } }] : [];
  });
}
