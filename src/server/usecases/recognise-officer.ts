import type { Officer } from '#domain/access/actor.ts';
import { isIdleTooLong } from '#domain/access/sign-in.ts';
import type { Visit } from '#server/gateways/identity/identity.ts';
import type { House } from '#server/house.ts';
import { endSession, findSession, touchSession } from '#server/store/sign-ins.ts';

/**
 * Who is signed in, with every role he holds now; null when nobody is. Looking is using: the idle time begins anew.
 * A session that was left alone too long ends here.
 */
export async function recogniseOfficer(house: House, visit: Visit): Promise<Officer | null> {
  const sessionId = await house.identity.findSession(visit);
  const found = sessionId && (await findSession(house.db, sessionId));
  if (!sessionId || !found) return null;

  if (isIdleTooLong(found.officer, found.idleSeconds)) {
    await endSession(house.db, sessionId);
    return null;
  }
  await touchSession(house.db, sessionId);
  return found.officer;
}
