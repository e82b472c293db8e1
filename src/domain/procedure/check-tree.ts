import type { StaffMember } from '#domain/access/actor.ts';
import type { Agency, Unit } from '#domain/agency/agency.ts';
import type { Field } from './procedure.ts';

/** Why the tree of agencies and its staff does not hold together. */
export type TreeFault = 'id-doubled' | 'parent-unknown' | 'agency-unknown' | 'unit-unknown' | 'kind-doubled' | 'no-place';

type Tree = {
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly officers: readonly StaffMember[];
  readonly fields: readonly Field[];
};

type TreeWrong = {
  readonly file: string;
  readonly row: string;
  readonly fault: TreeFault;
  readonly facts?: Readonly<Record<string, string>>;
};

/** Whether parents stand before their children, each unit belongs to an agency that has no other of its kind, and everybody works somewhere. */
export function checkTree({ agencies, units, officers, fields }: Tree): readonly TreeWrong[] {
  return [
    ...doubled(
      'agencies.json',
      agencies.map(({ agencyId }) => agencyId),
    ),
    ...doubled(
      'units.json',
      units.map(({ unitId }) => unitId),
    ),
    ...doubled(
      'officers.json',
      officers.map(({ officerId }) => officerId),
    ),
    ...doubled(
      'fields.json',
      fields.map(({ fieldId }) => fieldId),
    ),
    ...agencies.flatMap((agency, i) => checkParent(agency, agencies.slice(0, i))),
    ...units.flatMap((unit, i) => checkUnit(unit, units.slice(0, i), agencies)),
    ...officers.flatMap((officer) => checkOfficer(officer, units)),
  ];
}

function doubled(file: string, ids: readonly string[]): TreeWrong[] {
  return ids.filter((id, i) => ids.indexOf(id) !== i).map((row) => ({ file, row, fault: 'id-doubled' }));
}

function checkParent({ agencyId, parentId }: Agency, before: readonly Agency[]): TreeWrong[] {
  if (parentId === null || before.some((agency) => agency.agencyId === parentId)) return [];
  return [{ file: 'agencies.json', row: agencyId, fault: 'parent-unknown', facts: { parent: parentId } }];
}

function checkUnit({ unitId, agencyId, kind }: Unit, before: readonly Unit[], agencies: readonly Agency[]): TreeWrong[] {
  const file = 'units.json';
  if (!agencies.some((agency) => agency.agencyId === agencyId))
    return [{ file, row: unitId, fault: 'agency-unknown', facts: { agency: agencyId } }];
  const other = before.find((unit) => unit.agencyId === agencyId && unit.kind === kind);
  return other ? [{ file, row: unitId, fault: 'kind-doubled', facts: { unit: other.unitId } }] : [];
}

function checkOfficer({ officerId, assignments }: StaffMember, units: readonly Unit[]): TreeWrong[] {
  const file = 'officers.json';
  if (assignments.length === 0) return [{ file, row: officerId, fault: 'no-place' }];
  return assignments
    .filter(({ unitId }) => !units.some((unit) => unit.unitId === unitId))
    .map(({ unitId }) => ({ file, row: officerId, fault: 'unit-unknown', facts: { unit: unitId } }));
}
