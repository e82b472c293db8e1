import type { Level } from '#domain/agency/agency.ts';
import type { ProcedureRow, Sources, Workflows } from './catalogue-rows.ts';
import type { Faulty } from './check-version.ts';
import type { Field, ProcedureVersion } from './procedure.ts';
import type { Step } from './step.ts';

/** Why a row cannot even be read as a version. */
export type RowFault =
  | 'source-unknown'
  | 'workflow-unknown'
  | 'workflow-missing'
  | 'drawing-missing'
  | 'deciding-agency-missing'
  | 'field-unknown'
  | 'doubled';

/** Ways that are drawn, by the names of their files: their tasks as steps, and what a version says of the drawing. */
export type Drawings<Way> = ReadonlyMap<string, { readonly steps: readonly Step[]; readonly way: Way }>;

type Named<Way> = { readonly sources: Sources; readonly workflows: Workflows; readonly drawings: Drawings<Way> };

/** The provenance of what we set ourselves. */
const ours = 'MEM';

/** A version as it is published: sources and workflow in full instead of by name. */
export function asVersion<Way>(
  row: ProcedureRow,
  { level, field }: { readonly level: Level; readonly field: Field },
  { sources, workflows, drawings }: Named<Way>,
): ProcedureVersion | (ProcedureVersion & Way) | { readonly faults: readonly Faulty<RowFault>[] } {
  const used = [row, ...(row.steps ?? []), ...row.components, ...row.fees, ...row.results].flatMap((part) => part.sources);
  const unknown = [ours, ...used].find((key) => sources[key] === undefined);
  if (unknown) return { faults: [{ fault: 'source-unknown', facts: { source: unknown } }] };
  const inWords = (keys: readonly string[]) => keys.map((key) => sources[key]).join('; ');
  const withProvenance = <Part extends { readonly stated: boolean; readonly sources: readonly string[] }>({
    stated,
    sources: keys,
    ...part
  }: Part) => ({
    ...part,
    provenance: { stated, source: inWords(keys) },
  });

  const drawing = row.drawing === undefined ? undefined : drawings.get(row.drawing);
  if (row.drawing !== undefined && !drawing) return { faults: [{ fault: 'drawing-missing', facts: { drawing: row.drawing } }] };
  const steps = drawing ? drawing.steps : row.steps ? row.steps.map(withProvenance) : sharedSteps(row, workflows, inWords([ours]));
  if ('fault' in steps) return { faults: [steps] };
  const version: ProcedureVersion = {
    procedureId: row.procedureId,
    version: row.version,
    code: row.code,
    level,
    fieldId: field.fieldId,
    fieldName: field.name,
    name: row.name,
    legalTime: row.legalTime,
    committedTime: row.committedTime,
    dueRule: row.dueRule ?? 'end-of-day',
    reception: row.reception,
    interlink: row.interlink,
    decidingAgencyId: row.decidingAgencyId,
    elsewhere: row.elsewhere ?? null,
    components: row.components.map((component) => ({ ...withProvenance(component), condition: component.condition ?? null })),
    fees: row.fees.map(withProvenance),
    results: row.results.map(withProvenance),
    steps,
    formId: row.formId,
    legalBasis: row.legalBasis,
    inForceFrom: row.inForceFrom,
    inForceUntil: row.inForceUntil ?? null,
    stated: row.stated,
    assumed: row.assumed,
    source: inWords(row.sources),
    ...saidOtherwise(row),
  };
  return drawing ? { ...version, ...drawing.way } : version;
}

/** What the procedure says otherwise than its rule set. */
function saidOtherwise({ closesUnansweredAfter, warnsBefore, afterSupplement }: ProcedureRow) {
  return {
    ...(closesUnansweredAfter === undefined ? {} : { closesUnansweredAfter }),
    ...(warnsBefore === undefined ? {} : { warnsBefore }),
    ...(afterSupplement ? { afterSupplement } : {}),
  };
}

/** A workflow that many procedures share, with this procedure's agencies in their places. */
function sharedSteps(
  { workflow, decidingAgencyId, forwardingAgencyId }: ProcedureRow,
  workflows: Workflows,
  source: string,
): readonly Step[] | Faulty<RowFault> {
  if (!workflow) return { fault: 'workflow-missing' };
  const shared = workflows[workflow];
  if (!shared) return { fault: 'workflow-unknown', facts: { workflow } };
  const places: Readonly<Record<string, string | null | undefined>> = { deciding: decidingAgencyId, forwarding: forwardingAgencyId };
  const unnamed = shared.find(({ agency }) => agency in places && !places[agency]);
  if (unnamed) return { fault: 'deciding-agency-missing', facts: { place: unnamed.agency } };
  return shared.map((step, i) => ({
    ...step,
    no: i + 1,
    agency: places[step.agency] ?? step.agency,
    provenance: { stated: false, source },
  }));
}
