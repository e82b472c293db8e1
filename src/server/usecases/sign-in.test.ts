import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Role } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { type Identity, openIdentity } from '#server/gateways/identity/identity.ts';
import { insertSignIns } from '#server/store/sign-ins.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { recogniseOfficer } from './recognise-officer.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await sql`insert into agency values ('justice', null, 'department', 'district', 'Phòng Tư pháp', 'Phòng Tư pháp', '{}', '', '', null, '', 1)`.execute(
    house.db,
  );
  await sql`insert into unit values ('justice-desk', 'justice', 'professional', 'Phòng Tư pháp')`.execute(house.db);
});
after(() => house.close());

const password = 'mật khẩu dài 123';
const wrong = { refused: 'sign-in-wrong' };
const at = (cookie = '') => ({ cookie, address: '10.0.0.7', browser: 'a browser' });

test('who signs in is known by his cookie, with his name and every role he holds', async () => {
  const { officerId, username } = await anOfficer('specialist', 'head');
  const cookie = await signedIn(username);
  const assignments = ['head', 'specialist'].map((role) => ({ agencyId: 'justice', unitId: 'justice-desk', role }));
  assert.deepEqual(await recogniseOfficer(house, at(cookie)), { officerId, name: 'Lục Thị Hòa', assignments });
});

test('a name may be typed with capitals and spaces around it', async () => {
  const { username } = await anOfficer('specialist');
  assert.equal(isRefusal(await signIn(house, at(), { name: ` ${username.toUpperCase()} `, password })), false);
});

test('nobody is known without a cookie, or by one that was tampered with', async () => {
  const { username } = await anOfficer('specialist');
  const cookie = await signedIn(username);
  assert.equal(await recogniseOfficer(house, at()), null);
  assert.equal(await recogniseOfficer(house, at(cookie.replace(/=.{3}/, '=abc'))), null);
  assert.equal(await recogniseOfficer(house, at('motcua.session_token=abc')), null);
});

test('who has signed out is not known any more, though he kept the cookie', async () => {
  const { username } = await anOfficer('specialist');
  const cookie = await signedIn(username);
  const taken = await signOut(house, at(cookie));
  assert.ok(taken.some(({ name, value, maxAge }) => name === 'motcua.session_token' && value === '' && maxAge === 0));
  assert.equal(await recogniseOfficer(house, at(cookie)), null);
});

test('a cookie is for the server alone, is not sent from other sites, and for https alone where the address is https', async () => {
  const { username } = await anOfficer('specialist');
  const plain = await signIn(house, at(), { name: username, password });
  const secure = await openIdentity(house.db, house.key, 'https://motcua.example', 'random').signIn(username, password, at());
  assert.ok(!isRefusal(plain) && secure);
  assert.deepEqual(
    [plain, secure].map((cookies) => cookies.map(({ httpOnly, sameSite, secure, maxAge }) => [httpOnly, sameSite, secure, maxAge])),
    [false, true].map((https) => [...Array(2)].map(() => [true, 'lax', https, undefined])),
  );
});

test('an unknown name, a wrong password, an empty one and one beyond all length get one answer', async () => {
  const { username } = await anOfficer('specialist');
  for (const typed of [
    { name: `${username}x`, password },
    { name: 'nobody', password },
    { name: 'tên\0lạ \ud800', password: 'a\ud800' },
    { name: username, password: `${password}4` },
    { name: username, password: '' },
    { name: username, password: password.padEnd(5000) },
  ]) {
    assert.deepEqual(await signIn(house, at(), typed), wrong);
  }
});

test('after five wrong passwords the right one is refused too, by the same words, in a house opened anew as well', async () => {
  const { username } = await anOfficer('specialist');
  await tryWrongly(username, 5);
  assert.deepEqual(await signIn(house, at(), { name: username, password }), wrong);
  const reopened = { ...house, identity: openIdentity(house.db, house.key, house.publicUrl, 'random') };
  assert.deepEqual(await signIn(reopened, at(), { name: username, password }), wrong);
});

test('the lock ends after fifteen minutes, and trying on does not make it longer', async () => {
  const { username } = await anOfficer('specialist');
  await tryWrongly(username, 5);
  await waitMinutes(10);
  await tryWrongly(username, 1);
  await waitMinutes(4);
  assert.deepEqual(await signIn(house, at(), { name: username, password }), wrong);
  await waitMinutes(1);
  assert.equal(isRefusal(await signIn(house, at(), { name: username, password })), false);
});

test('a right password forgets the wrong ones before it', async () => {
  const { username } = await anOfficer('specialist');
  for (let round = 0; round < 2; round++) {
    await tryWrongly(username, 4);
    assert.equal(isRefusal(await signIn(house, at(), { name: username, password })), false);
  }
});

test('who tries many passwords at once has five tries all the same', async () => {
  const { username } = await anOfficer('specialist');
  const tried: string[] = [];
  const identity: Identity = {
    ...house.identity,
    signIn(name, ...rest) {
      tried.push(name);
      return house.identity.signIn(name, ...rest);
    },
  };
  await Promise.all([...Array(12)].map((_, i) => signIn({ ...house, identity }, at(), { name: username, password: `wrong ${i}` })));
  assert.equal(tried.filter((name) => name === username).length, 5);
  assert.equal(tried.length, 12);
});

test('an officer is signed out after fifteen minutes in which he did nothing, an administrator after five', async () => {
  for (const [roles, minutes] of [
    [['specialist'], 15],
    [['specialist', 'administrator'], 5],
  ] as const) {
    const { officerId, username } = await anOfficer(...roles);
    const cookie = await signedIn(username);
    for (const idle of [minutes - 1, minutes - 1]) {
      await leaveAlone(officerId, idle);
      assert.equal((await recogniseOfficer(house, at(cookie)))?.officerId, officerId, 'looking is using');
    }
    await leaveAlone(officerId, minutes);
    assert.equal(await recogniseOfficer(house, at(cookie)), null);
    assert.equal(await recogniseOfficer(house, at(cookie)), null, 'what has ended does not begin again');
  }
});

test('a session ends with its day, however often it is used', async () => {
  const { officerId, username } = await anOfficer('specialist');
  const cookie = await signedIn(username);
  await sql`update auth.session set expires_at = expires_at - interval '1 day' where sign_in_id = (select id from auth.sign_in where officer_id = ${officerId})`.execute(
    house.db,
  );
  assert.equal(await recogniseOfficer(house, at(cookie)), null);
});

async function anOfficer(...roles: Role[]) {
  const [officerId, username] = [randomUUID(), `o.${randomUUID().slice(0, 8)}`];
  await sql`insert into officer values (${officerId}, 'Lục Thị Hòa', '', true)`.execute(house.db);
  for (const role of roles) await sql`insert into assignment values (${officerId}, 'justice', 'justice-desk', ${role})`.execute(house.db);
  await insertSignIns(house.db, [{ officerId, username, passwordHash: await house.identity.hashPassword(password) }]);
  return { officerId, username };
}

async function signedIn(username: string): Promise<string> {
  const answer = await signIn(house, at(), { name: username, password });
  assert.ok(!isRefusal(answer));
  return answer.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

async function tryWrongly(username: string, times: number): Promise<void> {
  for (let no = 0; no < times; no++) assert.deepEqual(await signIn(house, at(), { name: username, password: 'wrong' }), wrong);
}

/** Sessions and tries keep the database's clock; for them time goes on by moving what is kept into the past. */
async function waitMinutes(minutes: number): Promise<void> {
  await sql`update attempt set free_at = free_at - make_interval(mins => ${minutes})`.execute(house.db);
}

async function leaveAlone(officerId: string, minutes: number): Promise<void> {
  await sql`
    update auth.session set last_used_at = last_used_at - make_interval(mins => ${minutes})
     where sign_in_id = (select id from auth.sign_in where officer_id = ${officerId})`.execute(house.db);
}
