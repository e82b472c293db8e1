import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { isRefusal } from '#domain/refusal.ts';
import { houseForTests } from '#tests/house-for-tests.ts';
import { makeSignIns } from './make-sign-ins.ts';
import { signIn } from './sign-in.ts';

const visit = { cookie: '', address: '10.0.0.7', browser: '' };
const officer = (no: number) => `018f0000-0000-7000-8000-00000000000${no}`;

test('every officer gets a name that tells what he does where, and a password that lets him in', async () => {
  const house = await houseForTests();
  await staff(house.db);
  const told: number[][] = [];
  const made = await makeSignIns(house, (...progress) => told.push(progress));

  assert.deepEqual(
    made.map(({ name, username, roles }) => [name, username, roles]),
    [
      ['Vàng Thị Mỷ', 'tiepnhan.trungtam', ['receiving officer', 'hotline officer']],
      ['Lý Văn Páo', 'tiepnhan.trungtam2', ['receiving officer']],
      ['Lục Thị Hòa', 'thuly.tuphap', ['specialist']],
    ],
  );
  assert.deepEqual(told, [[0, 3]]);
  assert.equal(new Set(made.map(({ password }) => password)).size, 3);
  for (const { username, password } of made) {
    assert.match(password, /^[a-z2-9]{5}(-[a-z2-9]{5}){2}$/);
    assert.equal(isRefusal(await signIn(house, visit, { name: username, password })), false);
  }
  await house.close();
});

test('a second start changes nobody’s sign-in and gives one to who is new', async () => {
  const house = await houseForTests();
  await staff(house.db);
  const first = await makeSignIns(house, () => {});
  await sql`insert into officer values (${officer(0)}, 'Nông Văn Thành', '', true)`.execute(house.db);
  await sql`insert into assignment values (${officer(0)}, 'trung-tam', 'trung-tam/one-stop', 'receiving officer')`.execute(house.db);

  const second = await makeSignIns(house, () => {});
  const added = second.filter(({ username }) => !first.some((one) => one.username === username));
  assert.deepEqual(
    second.filter((one) => !added.includes(one)).map(({ name, username, password }) => [name, username, password]),
    first.map(({ name, username, password }) => [name, username, password]),
  );
  assert.deepEqual(
    added.map(({ name, username }) => [name, username]),
    [['Nông Văn Thành', 'tiepnhan.trungtam3']],
  );
  const { rows } = await sql<{ credentials: number }>`select count(*)::int as credentials from auth.credential`.execute(house.db);
  assert.equal(rows[0]?.credentials, 4 + 1, 'four officers and nobody');
  await house.close();
});

test('another house gives other passwords', async () => {
  const house = await houseForTests();
  await staff(house.db);
  const here = await makeSignIns(house, () => {});
  const there = await makeSignIns({ ...house, key: new Uint8Array(32).fill(8) }, () => {});
  for (const [i, { password }] of here.entries()) assert.notEqual(there[i]?.password, password);
  await house.close();
});

async function staff(db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<void> {
  for (const statement of [
    sql`insert into agency select id, null, 'department', 'district', name, name, '{}', '', '', null, '', position
          from (values ('trung-tam', 'Trung tâm', 1), ('phong-tu-phap', 'Phòng Tư pháp', 2)) as a (id, name, position)`,
    sql`insert into unit values ('trung-tam/one-stop', 'trung-tam', 'one-stop', ''), ('phong-tu-phap/professional', 'phong-tu-phap', 'professional', '')`,
    sql`insert into officer values (${officer(1)}, 'Vàng Thị Mỷ', '', true), (${officer(2)}, 'Lý Văn Páo', '', true), (${officer(3)}, 'Lục Thị Hòa', '', true)`,
    sql`insert into assignment values
          (${officer(1)}, 'trung-tam', 'trung-tam/one-stop', 'hotline officer'), (${officer(1)}, 'trung-tam', 'trung-tam/one-stop', 'receiving officer'),
          (${officer(2)}, 'trung-tam', 'trung-tam/one-stop', 'receiving officer'),
          (${officer(3)}, 'phong-tu-phap', 'phong-tu-phap/professional', 'specialist')`,
  ]) {
    await statement.execute(db);
  }
}
