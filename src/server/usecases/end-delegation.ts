import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { takeBackDelegation } from '#domain/access/delegation.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { endDelegation as end, findDelegation } from '#server/store/delegations.ts';

/**
 * Whoever may make a delegation takes it back: from this moment on nobody acts by it.
 *
 * @returns nothing, a refusal, or `undefined` when there is no such delegation
 */
export async function endDelegation(house: House, officer: Officer, delegationId: string): Promise<Refusal | 'ended' | undefined> {
  const delegation = await findDelegation(house.db, delegationId);
  if (!delegation) return undefined;
  const by = mayDo(officer, 'delegate while absent', { ...delegation, officerId: delegation.absentId });
  if (isRefusal(by)) return by;
  if (by.inPlaceOf) return refuse('not-yours');

  const endedAt = takeBackDelegation(delegation, house.now());
  if (isRefusal(endedAt)) return endedAt;
  await end(house.db, delegationId, endedAt, by.personId);
  return 'ended';
}
