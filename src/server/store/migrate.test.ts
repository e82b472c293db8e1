import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, beforeEach, test } from 'node:test';
import pg from 'pg';
import { ensureDatabase, listPendingMigrations, migrate, NewerDatabase } from './migrate.ts';

const migrations = 'src/server/store/migrations';
const home = mkdtempSync(path.join(tmpdir(), 'motcua-migrate-'));
const databases: string[] = [];
let root: string;
let name: string;

beforeEach(async () => {
  name = `m_${randomUUID().replaceAll('-', '')}`;
  root = path.join(home, name);
  mkdirSync(path.join(root, migrations), { recursive: true });
  copyFileSync(path.join(migrations, '0001_roles.sql'), path.join(root, migrations, '0001_roles.sql'));
  await ensureDatabase(as('ADMIN'), name, { owner: passwordOf('OWNER'), app: passwordOf('APP') }, root);
  databases.push(name);
});
after(async () => {
  for (const database of databases) await ask(`${as('ADMIN')}/postgres`, `drop database ${database}`);
  rmSync(home, { recursive: true });
});

test('each file runs once, in order, as the owner', async () => {
  write('0002_a', 'create table a (x int)');
  write('0003_b', 'alter table a add y int; create table b (x int)');
  assert.deepEqual(await migrate(owner(), root), ['0002_a', '0003_b']);
  assert.deepEqual(await migrate(owner(), root), []);
  assert.deepEqual(await ask(owner(), `select distinct tableowner from pg_tables where schemaname = 'public'`), [
    { tableowner: 'motcua_owner' },
  ]);

  write('0004_c', 'create table c (x int)');
  assert.deepEqual(await migrate(owner(), root), ['0004_c']);
});

test('when one file fails, nothing of that run stays', async () => {
  write('0002_good', 'create table good (x int)');
  write('0003_bad', 'create table bad (x nonsense)');
  await assert.rejects(migrate(owner(), root), /0003_bad/);
  assert.deepEqual(await ask(owner(), `select to_regclass('good') as good`), [{ good: null }]);
});

test('data of a newer program are not touched', async () => {
  write('0002_a', 'create table a (x int)');
  write('0003_newer', 'create table newer (x int)');
  await migrate(owner(), root);
  rmSync(path.join(root, migrations, '0003_newer.sql'));
  write('0004_ours', 'create table ours (x int)');
  await assert.rejects(migrate(owner(), root), (fault) => fault instanceof NewerDatabase && fault.message === '0003_newer');
  assert.deepEqual(await ask(owner(), `select to_regclass('ours') as ours`), [{ ours: null }]);
});

test('the application sees what is still to run, and can change nothing of it', async () => {
  write('0002_a', 'create table a (x int)');
  assert.deepEqual(await listPendingMigrations(app(), root), ['0002_a']);
  await migrate(owner(), root);
  write('0003_b', 'create table b (x int)');
  assert.deepEqual(await listPendingMigrations(app(), root), ['0003_b']);
  await assert.rejects(ask(app(), 'delete from migration.applied'), /permission denied/);
  await assert.rejects(ask(app(), 'create table mine (x int)'), /permission denied/);
});

test('the jobs’ own tables are there before our files name them', async () => {
  write('0002_jobs', 'grant usage on schema graphile_worker to motcua_app');
  assert.deepEqual(await migrate(owner(), root), ['0002_jobs']);
});

test('our files are numbered without gaps', () => {
  const numbers = readdirSync(migrations).map((file) => Number.parseInt(file, 10));
  assert.deepEqual(
    numbers.sort((a, b) => a - b),
    numbers.map((_, i) => i + 1),
  );
});

function write(file: string, content: string): void {
  writeFileSync(path.join(root, migrations, `${file}.sql`), content);
}

function owner(): string {
  return `${as('OWNER')}/${name}`;
}

function app(): string {
  return `${as('APP')}/${name}`;
}

function as(role: 'ADMIN' | 'OWNER' | 'APP'): string {
  return process.env[`TEST_PG_${role}`] ?? '';
}

/** Roles are the whole server's: they keep the passwords that all other tests use. */
function passwordOf(role: 'OWNER' | 'APP'): string {
  return new URL(as(role)).password;
}

async function ask(address: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
