import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type Delegation, delegate, type NewDelegation } from '#domain/access/delegation.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { insertDelegation, lockDelegationsOf } from '#server/store/delegations.ts';
import { referenceOf } from './reference.ts';

/**
 * An officer, or who leads him, names the colleague who does his tasks while he is absent. Sent twice, it is one delegation.
 * Who acts for another hands nothing on in his name.
 */
export async function makeDelegation(house: House, officer: Officer, asked: NewDelegation): Promise<Delegation | Refusal> {
  const { officers, units } = await referenceOf(house);
  const { absentId, unitId, role } = asked;
  const agencyId = units.find((unit) => unit.unitId === unitId)?.agencyId ?? '';
  const by = mayDo(officer, 'delegate while absent', { agencyId, unitId, role, officerId: absentId });
  if (isRefusal(by)) return by;
  if (by.inPlaceOf) return refuse('not-yours');

  return house.db.transaction().execute(async (db) => {
    const known = await lockDelegationsOf(db, [absentId, asked.standInId]);
    const same = known.find(({ delegationId }) => delegationId === asked.delegationId);
    if (same) return same;
    const made = delegate(asked, { now: house.now(), by, staff: officers, known });
    if (!isRefusal(made)) await insertDelegation(db, made);
    return made;
  });
}
