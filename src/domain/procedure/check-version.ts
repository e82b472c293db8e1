import type { Agency, Unit } from '#domain/agency/agency.ts';
import type { ProcedureVersion } from './procedure.ts';
import { receiversOf } from './receivers.ts';
import { placeOf, type Step, type StepKind } from './step.ts';

/** Why a version cannot be published; a sentence for each lives with who shows it. */
export type VersionFault =
  | 'shares-not-100'
  | 'share-not-positive'
  | 'steps-out-of-order'
  | 'receive-not-first'
  | 'return-not-last'
  | 'sign-missing'
  | 'number-not-after-sign'
  | 'appraised-after-sign'
  | 'agency-unknown'
  | 'unit-missing'
  | 'time-not-positive'
  | 'committed-longer-than-legal'
  | 'components-out-of-order'
  | 'component-without-copies'
  | 'provenance-missing'
  | 'provenance-doubled'
  | 'elsewhere-missing'
  | 'elsewhere-superfluous'
  | 'nobody-receives';

export type Faulty<Fault extends string = VersionFault> = {
  readonly fault: Fault;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** The tree that a version's steps are looked up in. */
export type Places = { readonly agencies: readonly Agency[]; readonly units: readonly Unit[] };

/** What each version says of itself, and therefore where it has it from. */
const columns = ['name', 'level', 'field', 'legal_time', 'committed_time', 'reception', 'interlink', 'legal_basis', 'in_force'];

/**
 * Whether a version can be published: somebody can do each of its steps, their shares make up the whole,
 * a result is appraised, signed, numbered and returned in that order, and every column says where it comes from.
 *
 * @returns all that stands against it; nothing when it is sound
 */
export function checkVersion(version: ProcedureVersion, places: Places): readonly Faulty[] {
  return [
    ...checkTimes(version),
    ...checkOrder(version.steps),
    ...checkShares(version.steps),
    ...checkPlaces(version, places),
    ...checkComponents(version),
    ...checkProvenance(version),
    ...checkElsewhere(version),
  ];
}

function checkTimes({ legalTime, committedTime }: ProcedureVersion): Faulty[] {
  const faults: Faulty[] = [];
  if (!(legalTime.value > 0 && committedTime.value > 0)) faults.push({ fault: 'time-not-positive' });
  if (legalTime.unit === committedTime.unit && committedTime.value > legalTime.value) faults.push({ fault: 'committed-longer-than-legal' });
  return faults;
}

function checkOrder(steps: readonly Step[]): Faulty[] {
  const faults: Faulty[] = [];
  if (steps.some(({ no }, i) => no !== i + 1)) faults.push({ fault: 'steps-out-of-order' });
  if (steps.findLastIndex(({ kind }) => kind === 'receive') !== 0) faults.push({ fault: 'receive-not-first' });
  if (steps.length === 0 || steps.findIndex(({ kind }) => kind === 'return') !== steps.length - 1)
    faults.push({ fault: 'return-not-last' });

  const [appraised, signed, numbered] = [lastOf(steps, 'appraise'), lastOf(steps, 'sign'), lastOf(steps, 'number')];
  if (signed < 0) faults.push({ fault: 'sign-missing' });
  else if (numbered < signed) faults.push({ fault: 'number-not-after-sign' });
  if (signed >= 0 && !(appraised >= 0 && appraised < signed)) faults.push({ fault: 'appraised-after-sign' });
  return faults;
}

function lastOf(steps: readonly Step[], wanted: StepKind): number {
  return steps.findLastIndex(({ kind }) => kind === wanted);
}

/** Shares have at most one decimal, so they are summed in tenths. */
function checkShares(steps: readonly Step[]): Faulty[] {
  const faults: Faulty[] = steps
    .filter(({ sharePct }) => !(sharePct > 0))
    .map(({ no }) => ({ fault: 'share-not-positive', facts: { step: no } }));
  const sum = steps.reduce((tenths, { sharePct }) => tenths + Math.round(sharePct * 10), 0) / 10;
  if (sum !== 100) faults.push({ fault: 'shares-not-100', facts: { sum } });
  return faults;
}

function checkPlaces(version: ProcedureVersion, { agencies, units }: Places): Faulty[] {
  const known = new Set(agencies.map(({ agencyId }) => agencyId));
  const kinds = new Set(units.map(({ agencyId, kind }) => `${agencyId}/${kind}`));
  const receivers = receiversOf(version, agencies).map(({ agencyId }) => agencyId);
  const faults: Faulty[] = [];
  const { decidingAgencyId } = version;
  if (decidingAgencyId !== null && !known.has(decidingAgencyId))
    faults.push({ fault: 'agency-unknown', facts: { agency: decidingAgencyId } });

  for (const { no, agency, kind } of version.steps) {
    const doers = agency === 'receiving' ? receivers : [agency];
    if (doers.length === 0) faults.push({ fault: 'nobody-receives', facts: { step: no } });
    for (const doer of doers) {
      const { unit } = placeOf(kind);
      if (!known.has(doer)) faults.push({ fault: 'agency-unknown', facts: { step: no, agency: doer } });
      else if (!kinds.has(`${doer}/${unit}`)) faults.push({ fault: 'unit-missing', facts: { step: no, agency: doer, unit } });
    }
  }
  return faults;
}

function checkComponents({ components }: ProcedureVersion): Faulty[] {
  const faults: Faulty[] = [];
  if (components.some(({ no }, i) => no !== i + 1)) faults.push({ fault: 'components-out-of-order' });
  const empty = components.find(({ originals, copies }) => originals + copies === 0);
  if (empty) faults.push({ fault: 'component-without-copies', facts: { component: empty.no } });
  return faults;
}

function checkProvenance(version: ProcedureVersion): Faulty[] {
  const { stated, assumed, components, fees, results, steps } = version;
  const owed = version.code === null ? columns : [...columns, 'code'];
  const said = [...stated, ...assumed].map((column) => (column === 'name-adapted' ? 'name' : column));
  const faults: Faulty[] = owed
    .filter((column) => !said.includes(column))
    .map((column) => ({ fault: 'provenance-missing', facts: { column } }));
  const both = stated.find((column) => assumed.includes(column));
  if (both) faults.push({ fault: 'provenance-doubled', facts: { column: both } });
  const parts = [...components, ...fees, ...results, ...steps];
  if (version.source === '' || parts.some(({ provenance }) => provenance.source === '')) faults.push({ fault: 'provenance-missing' });
  return faults;
}

function checkElsewhere({ reception, elsewhere }: ProcedureVersion): Faulty[] {
  if (reception === 'agency') return elsewhere ? [] : [{ fault: 'elsewhere-missing' }];
  return elsewhere === null ? [] : [{ fault: 'elsewhere-superfluous' }];
}
