import { mayDo, relationFor } from '#domain/access/access.ts';
import type { Officer, Role } from '#domain/access/actor.ts';
import { type Delegation, isInForce } from '#domain/access/delegation.ts';
import { unitWithAgency } from '#domain/agency/agency.ts';
import { addDays, dayOf, instantAt } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { comparePersons } from '#domain/text/names.ts';
import type { House } from '#server/house.ts';
import { listDelegations } from '#server/store/delegations.ts';
import { referenceOf } from './reference.ts';

export type DelegationLine = Delegation & {
  readonly absentName: string;
  readonly standInName: string;
  readonly unitName: string;
  readonly stands: 'in force' | 'to come' | 'over';
  /** Whether this officer may take it back. */
  readonly mayEnd: boolean;
};

/** An officer in one of his roles, as he can be absent or stand in. */
export type StaffPlace = {
  readonly officerId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: Role;
};

export type Delegations = {
  readonly lines: readonly DelegationLine[];
  /** For whom this officer may name somebody. */
  readonly absent: readonly StaffPlace[];
  /** Who could stand in for one of them. */
  readonly standIns: readonly StaffPlace[];
};

/** How long one that is over stays on the page. */
const shownDays = 30;

/** An officer reads who acts for whom in his units, and for whom he may name somebody. */
export async function readDelegations(house: House, officer: Officer): Promise<Delegations> {
  const { officers, units, agencyOf, officerNameOf } = await referenceOf(house);
  const now = house.now();
  const unitName = (unitId: string) => {
    const unit = units.find((one) => one.unitId === unitId);
    return unit ? unitWithAgency(unit, agencyOf(unit.agencyId)) : '';
  };
  const may = (place: { readonly officerId: string; readonly agencyId: string; readonly unitId: string; readonly role: Role }) => {
    const by = mayDo(officer, 'delegate while absent', place);
    return !isRefusal(by) && !by.inPlaceOf;
  };
  const places = officers
    .flatMap(({ officerId, name, assignments }) =>
      assignments.map((place) => ({ ...place, officerId, name, unitName: unitName(place.unitId) })),
    )
    .filter(({ role }) => relationFor('delegate while absent', role) && role !== 'director')
    .toSorted((one, other) => comparePersons(one.name, other.name));
  const absent = places.filter(may);
  const standIns = places.filter((place) => absent.some(({ unitId, role }) => unitId === place.unitId && role === place.role));
  const since = instantAt(addDays(dayOf(now), -shownDays), 0);
  const unitIds = [...new Set([...officer.assignments, ...absent].map(({ unitId }) => unitId))];
  const found = await listDelegations(house.db, unitIds, since);
  return {
    absent,
    standIns,
    lines: found.map((delegation) => {
      const stands = standsNow(delegation, now);
      return {
        ...delegation,
        absentName: officerNameOf(delegation.absentId) ?? '',
        standInName: officerNameOf(delegation.standInId) ?? '',
        unitName: unitName(delegation.unitId),
        stands,
        mayEnd: stands !== 'over' && may({ ...delegation, officerId: delegation.absentId }),
      };
    }),
  };
}

function standsNow(delegation: Delegation, now: Date): DelegationLine['stands'] {
  if (isInForce(delegation, now)) return 'in force';
  return !delegation.endedAt && delegation.fromOn > dayOf(now) ? 'to come' : 'over';
}
