import { demoPasswordOf, usernameOf } from '#domain/access/username.ts';
import type { House } from '#server/house.ts';
import { insertSignIns, listStaff, type Staff } from '#server/store/sign-ins.ts';

/** How one officer of the demo signs in, and what he does where. */
export type SignIn = Pick<Staff, 'name' | 'title' | 'roles' | 'agencyName' | 'level'> & {
  readonly username: string;
  readonly password: string;
};

/** Passwords are hashed by so many at once: the machine's threads for it. */
const atOnce = 4;

/**
 * Gives every officer of the demo a sign-in who has none yet, and answers the whole list; a second time it only lists.
 *
 * @param tell how far it is
 */
export async function makeSignIns(house: House, tell: (done: number, of: number) => void): Promise<readonly SignIn[]> {
  const staff = await listStaff(house.db);
  const taken = new Set(staff.flatMap(({ username }) => username ?? []));
  const named = staff.map((one) => {
    const username = one.username ?? usernameOf(one.roles[0] ?? 'monitor', one.agencyId, taken);
    taken.add(username);
    return { ...one, isNew: one.username === null, username, password: demoPasswordOf(username, house.key) };
  });

  const unmade = named.filter(({ isNew }) => isNew);
  for (let done = 0; done < unmade.length; done += atOnce) {
    tell(done, unmade.length);
    const made = unmade.slice(done, done + atOnce).map(async ({ officerId, username, password }) => ({
      officerId,
      username,
      passwordHash: await house.identity.hashPassword(password),
    }));
    await insertSignIns(house.db, await Promise.all(made));
  }
  return named;
}
