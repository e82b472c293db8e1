import { type Day, dayOf } from '#domain/calendar/day.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import type { Actor, Officer, Role, StandIn } from './actor.ts';

/** For a span of days a colleague does what an officer has who is absent; in one role of one unit. */
export type Delegation = {
  readonly delegationId: string;
  readonly absentId: string;
  readonly standInId: string;
  readonly agencyId: string;
  readonly unitId: string;
  readonly role: Role;
  /** First and last day; both count whole. */
  readonly fromOn: Day;
  readonly untilOn: Day;
  readonly ground: string;
  readonly madeAt: Date;
  readonly madeBy: string;
  /** When it was taken back before its last day was over. */
  readonly endedAt: Date | null;
};

/** What of it says whether somebody acts for another now. */
export type StandingIn = Omit<Delegation, 'agencyId' | 'ground' | 'madeAt' | 'madeBy'>;

export type NewDelegation = Omit<Delegation, 'agencyId' | 'madeAt' | 'madeBy' | 'endedAt'>;

export type DelegationFacts = {
  readonly now: Date;
  readonly by: Actor;
  readonly staff: readonly Officer[];
  /** Those of both that are there already, ended ones too. */
  readonly known: readonly Delegation[];
};

/**
 * Names who does an absent officer's tasks. It begins today at the earliest, so that nothing becomes allowed that was not when it was done;
 * it is handed down no further: who is absent himself stands in for nobody.
 *
 * @returns the delegation, or a refusal: `delegation-to-self`, `absent-without-role` and `stand-in-without-role` unless both hold the role
 *   in the unit, `delegation-past`, `delegation-span-wrong`, `ground-missing`, `delegation-overlaps` when somebody stands in for him on one
 *   of these days, `stand-in-absent` when the colleague has named a stand-in of his own for one of them
 */
export function delegate(asked: NewDelegation, { now, by, staff, known }: DelegationFacts): Delegation | Refusal {
  const { absentId, standInId, unitId, role, fromOn, untilOn, ground } = asked;
  if (absentId === standInId) return refuse('delegation-to-self');
  const place = placeOf(staff, absentId, unitId, role);
  if (!place) return refuse('absent-without-role');
  if (!placeOf(staff, standInId, unitId, role)) return refuse('stand-in-without-role');
  if (fromOn < dayOf(now)) return refuse('delegation-past');
  if (untilOn < fromOn) return refuse('delegation-span-wrong');
  if (ground === '') return refuse('ground-missing');

  const meeting = known.filter((one) => !one.endedAt && one.fromOn <= untilOn && one.untilOn >= fromOn && isSameRole(one, asked));
  if (meeting.some((one) => one.absentId === absentId)) return refuse('delegation-overlaps');
  if (meeting.some((one) => one.absentId === standInId)) return refuse('stand-in-absent');
  return { ...asked, agencyId: place.agencyId, madeAt: now, madeBy: by.personId, endedAt: null };
}

/** @returns when it ends, or a refusal: `delegation-over` when it has ended already, by itself or by somebody */
export function takeBackDelegation(delegation: Delegation, now: Date): Date | Refusal {
  return delegation.endedAt || delegation.untilOn < dayOf(now) ? refuse('delegation-over') : now;
}

/** Whether the colleague acts for the absent one now. */
export function isInForce({ fromOn, untilOn, endedAt }: Pick<Delegation, 'fromOn' | 'untilOn' | 'endedAt'>, now: Date): boolean {
  const today = dayOf(now);
  return (!endedAt || endedAt > now) && fromOn <= today && untilOn >= today;
}

/** For whom this officer acts now. */
export function standsInFor(officerId: string, delegations: readonly StandingIn[], now: Date): readonly StandIn[] {
  return delegations
    .filter((one) => one.standInId === officerId && isInForce(one, now))
    .map(({ absentId, unitId, role, delegationId }) => ({ officerId: absentId, unitId, role, delegationId }));
}

function placeOf(staff: readonly Officer[], officerId: string, unitId: string, role: Role) {
  const officer = staff.find((one) => one.officerId === officerId);
  return officer?.assignments.find((place) => place.unitId === unitId && place.role === role);
}

function isSameRole(one: Pick<Delegation, 'unitId' | 'role'>, other: Pick<Delegation, 'unitId' | 'role'>): boolean {
  return one.unitId === other.unitId && one.role === other.role;
}
