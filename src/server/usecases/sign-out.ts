import type { SetCookie, Visit } from '#server/gateways/identity/identity.ts';
import type { House } from '#server/house.ts';

/** An officer signs out; answers the cookies that take the session out of his browser. */
export function signOut(house: House, visit: Visit): Promise<readonly SetCookie[]> {
  return house.identity.signOut(visit);
}
