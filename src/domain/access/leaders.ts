import type { Officer, Role } from './actor.ts';

/** A unit, and somebody who is not his own leader. */
export type Led = { readonly agencyId: string; readonly unitId: string; readonly officerId: string | null };

/** Who leads, from near to far: the unit's head, then who leads the agency. */
const ladder: readonly { readonly role: Role; readonly within: 'unit' | 'agency' }[] = [
  { role: 'head', within: 'unit' },
  { role: 'director', within: 'agency' },
  { role: 'signing leader', within: 'agency' },
];

/**
 * Who leads a unit: its head; in a unit without one, or where the head himself is meant, whoever leads the agency.
 * All of the first rung that has somebody; nobody where the agency has no leader.
 */
export function leadersOf(staff: readonly Officer[], { agencyId, unitId, officerId }: Led): readonly string[] {
  for (const { role, within } of ladder) {
    const leaders = staff.filter(
      (officer) =>
        officer.officerId !== officerId &&
        officer.assignments.some(
          (place) => place.role === role && place.agencyId === agencyId && (within === 'agency' || place.unitId === unitId),
        ),
    );
    if (leaders.length > 0) return leaders.map((leader) => leader.officerId);
  }
  return [];
}
