import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Agency, AgencyKind, Unit, UnitKind } from '#domain/agency/agency.ts';
import { lending as bare } from '#tests/given.ts';
import { checkVersion, type Places, type VersionFault } from './check-version.ts';
import type { ProcedureVersion } from './procedure.ts';
import type { Step, StepKind } from './step.ts';

const lending: ProcedureVersion = {
  ...bare,
  stated: ['code', 'name', 'legal_time'],
  assumed: ['level', 'field', 'committed_time', 'reception', 'interlink', 'legal_basis', 'in_force'],
};

const places: Places = {
  agencies: [agency('city', null, 'people’s committee'), agency('centre', 'city', 'centre'), agency('music', 'city', 'department')],
  units: [unit('centre', 'one-stop'), unit('music', 'professional'), unit('music', 'leadership'), unit('music', 'clerical')],
};

test('a version whose steps somebody can do, in order and with all the time, can be published', () => {
  assert.deepEqual(checkVersion(lending, places), []);
});

// biome-ignore format: as in a table
const cases: [what: string, change: Partial<ProcedureVersion>, fault: VersionFault][] = [
  ['shares sum to 100', { steps: [...steps('receive', 'appraise', 'sign', 'number'), { ...step('return', 5), sharePct: 19 }] }, 'shares-not-100'],
  ['a step without time is none', { steps: lending.steps.map((one) => ({ ...one, sharePct: one.no === 3 ? 0 : one.sharePct + 2 })) }, 'share-not-positive'],
  ['steps are numbered from 1', { steps: lending.steps.map((one) => ({ ...one, no: one.no + 1 })) }, 'steps-out-of-order'],
  ['it begins with receiving', { steps: steps('appraise', 'sign', 'number', 'number', 'return') }, 'receive-not-first'],
  ['it is received once', { steps: steps('receive', 'receive', 'appraise', 'sign', 'return') }, 'receive-not-first'],
  ['it ends with the return', { steps: steps('receive', 'appraise', 'sign', 'return', 'number') }, 'return-not-last'],
  ['somebody signs', { steps: steps('receive', 'appraise', 'check', 'number', 'return') }, 'sign-missing'],
  ['what is numbered was signed', { steps: steps('receive', 'appraise', 'number', 'sign', 'return') }, 'number-not-after-sign'],
  ['what is signed is not appraised again', { steps: steps('receive', 'sign', 'appraise', 'number', 'return') }, 'appraised-after-sign'],
  ['each step is some agency’s', { steps: lending.steps.map((one) => ({ ...one, agency: one.kind === 'sign' ? 'opera' : one.agency })) }, 'agency-unknown'],
  ['the agency has a unit for it', { steps: lending.steps.map((one) => ({ ...one, agency: one.kind === 'sign' ? 'centre' : one.agency })) }, 'unit-missing'],
  ['who decides exists', { decidingAgencyId: 'opera' }, 'agency-unknown'],
  ['somebody receives it', { reception: 'commune' }, 'nobody-receives'],
  ['it takes some time', { committedTime: { value: 0, unit: 'working-day' } }, 'time-not-positive'],
  ['what is committed is not longer than the law', { committedTime: { value: 6.5, unit: 'working-day' } }, 'committed-longer-than-legal'],
  ['components are numbered from 1', { components: lending.components.slice(1) }, 'components-out-of-order'],
  ['a component asks for something', { components: lending.components.map((one) => ({ ...one, copies: 0 })) }, 'component-without-copies'],
  ['each column says where it is from', { stated: ['code', 'name'] }, 'provenance-missing'],
  ['a column is stated or assumed, not both', { assumed: [...lending.assumed, 'name'] }, 'provenance-doubled'],
  ['a part says where it is from', { results: [{ name: 'Phiếu', provenance: { stated: true, source: '' } }] }, 'provenance-missing'],
  ['who does not receive says where to go', { reception: 'agency', steps: lending.steps.map((one) => ({ ...one, agency: 'music' })) }, 'elsewhere-missing'],
  ['who receives sends nobody elsewhere', { elsewhere: 'Nhà văn hóa' }, 'elsewhere-superfluous'],
];
for (const [what, change, fault] of cases) {
  test(what, () => {
    const faults = checkVersion({ ...lending, ...change }, places).map((faulty) => faulty.fault);
    assert.ok(faults.includes(fault), `${fault} is not among ${faults.join(', ')}`);
  });
}

test('tenths that sum to 100 are 100, however they are cut', () => {
  const cut = fc.array(fc.integer({ min: 1, max: 199 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(cut, (tenths) => {
      const shares = [...tenths, 1000 - tenths.reduce((sum, share) => sum + share, 0)].map((share) => share / 10);
      const cutSteps = steps('receive', 'appraise', 'sign', 'number', 'return').map((one, i) => ({ ...one, sharePct: shares[i] ?? 0 }));
      const faults = checkVersion({ ...lending, steps: cutSteps }, places);
      assert.deepEqual(faults, []);
    }),
  );
});

function steps(...kinds: StepKind[]): Step[] {
  return kinds.map((kind, i) => step(kind, i + 1));
}

function step(kind: StepKind, no: number): Step {
  const agencyId = kind === 'receive' || kind === 'return' ? 'receiving' : 'music';
  return { no, name: kind, kind, agency: agencyId, sharePct: 20, provenance: { stated: false, source: 'made up for tests' } };
}

function agency(agencyId: string, parentId: string | null, kind: AgencyKind): Agency {
  const name = agencyId;
  return {
    agencyId,
    parentId,
    kind,
    level: 'district',
    name,
    shortName: name,
    identifiers: {},
    address: '',
    phone: '',
    hours: null,
    source: '',
  };
}

function unit(agencyId: string, kind: UnitKind): Unit {
  return { unitId: `${agencyId}/${kind}`, agencyId, kind, name: kind };
}
