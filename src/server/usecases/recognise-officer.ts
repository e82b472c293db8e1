import type { Officer } from '#domain/access/actor.ts';
import { standsInFor } from '#domain/access/delegation.ts';
import { isIdleTooLong } from '#domain/access/sign-in.ts';
import { dayOf } from '#domain/calendar/day.ts';
import type { Visit } from '#server/gateways/identity/identity.ts';
import type { House } from '#server/house.ts';
import { endSession, findSession, touchSession } from '#server/store/sign-ins.ts';

/**
 * Who is signed in, with every role he holds now and for whom he acts; null when nobody is. Looking is using: the idle time begins anew.
 * A session that was left alone too long ends here.
 */
export async function recogniseOfficer(house: House, visit: Visit): Promise<Officer | null> {
  const sessionId = await house.identity.findSession(visit);
  const found = sessionId && (await findSession(house.db, sessionId, dayOf(house.now())));
  if (!sessionId || !found) return null;

  if (isIdleTooLong(found.officer, found.idleSeconds)) {
    await endSession(house.db, sessionId);
    return null;
  }
  await touchSession(house.db, sessionId);
  const { officer, delegations } = found;
  const absent = standsInFor(officer.officerId, delegations, house.now());
  return absent.length > 0 ? { ...officer, standsInFor: absent } : officer;
}
