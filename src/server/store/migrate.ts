import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

/** The two roles' passwords; the administrator has his own. */
export type RolePasswords = { readonly owner: string; readonly app: string };

/** The first file makes the roles, and is the administrator's. */
const roles = '0001_roles';

/** Thrown when the database was migrated by a newer program than this. */
export class NewerDatabase extends Error {}

/**
 * Makes the database if there is none, and the two roles with these passwords. May be called again.
 *
 * @param server the administrator's address of the server, without a database: `postgres://postgres:…@127.0.0.1:5432`
 * @param root folder of the checkout
 */
export async function ensureDatabase(server: string, name: string, passwords: RolePasswords, root: string): Promise<void> {
  await asOne(`${server}/postgres`, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${client.escapeIdentifier(name)}`);
  });
  await asOne(`${server}/${name}`, async (client) => {
    await client.query(readFileSync(path.join(migrationsOf(root), `${roles}.sql`), 'utf8'));
    await client.query(`alter role motcua_owner password ${client.escapeLiteral(passwords.owner)}`);
    await client.query(`alter role motcua_app   password ${client.escapeLiteral(passwords.app)}`);
  });
}

/**
 * Waits until nobody but the asker has a session, for three seconds at most. Pools say that they are closed before their sessions
 * are; a session that the server cuts in between is a fault that nobody takes up.
 */
export async function untilNobodyIsConnected(server: string): Promise<void> {
  await asOne(`${server}/postgres`, async (client) => {
    for (let left = 60; left > 0; left--) {
      const { rowCount } = await client.query(
        `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid() limit 1`,
      );
      if (!rowCount) return;
      await setTimeout(50);
    }
  });
}

/**
 * Brings the database up to this program: the jobs' own tables first, because ours name them, then every numbered file
 * that has not run yet, all or none.
 *
 * @param owner address of the database for `motcua_owner`
 * @returns names of the files that ran
 * @throws NewerDatabase when the database knows a file that this program does not
 */
export async function migrate(owner: string, root: string): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: owner, max: 1 }) }) });
  try {
    await listPending(db, root);
    await runMigrations({ connectionString: owner });
    const { error, results = [] } = await migratorOf(db, root).migrateToLatest();
    if (error) throw new Error(`${results.find(({ status }) => status === 'Error')?.migrationName} failed`, { cause: error });

    await sql`grant usage on schema migration to motcua_app`.execute(db);
    await sql`grant select on migration.applied to motcua_app`.execute(db);
    return results.map(({ migrationName }) => migrationName);
  } finally {
    await db.destroy();
  }
}

/**
 * The numbered files that this database has not seen yet; the application may ask.
 *
 * @throws NewerDatabase when the database knows a file that this program does not
 */
export async function listPendingMigrations(address: string, root: string): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: address, max: 1 }) }) });
  try {
    return await listPending(db, root);
  } finally {
    await db.destroy();
  }
}

async function listPending(db: Kysely<unknown>, root: string): Promise<string[]> {
  const made = await sql<{ made: boolean }>`select to_regclass('migration.applied') is not null as made`.execute(db);
  const applied = made.rows[0]?.made ? (await sql<{ name: string }>`select name from migration.applied`.execute(db)).rows : [];
  const ours = numberedFiles(root);
  const newer = applied.find(({ name }) => !ours.includes(name));
  if (newer) throw new NewerDatabase(newer.name);
  return ours.filter((file) => !applied.some(({ name }) => name === file));
}

function migratorOf(db: Kysely<unknown>, root: string): Migrator {
  const provider = {
    async getMigrations() {
      return Object.fromEntries(numberedFiles(root).map((file) => [file, asMigration(path.join(migrationsOf(root), `${file}.sql`))]));
    },
  };
  return new Migrator({
    db,
    provider,
    migrationTableSchema: 'migration',
    migrationTableName: 'applied',
    migrationLockTableName: 'applied_lock',
  });
}

function asMigration(file: string): Migration {
  return {
    async up(db) {
      await sql.raw(readFileSync(file, 'utf8')).execute(db);
    },
  };
}

function numberedFiles(root: string): string[] {
  const files = readdirSync(migrationsOf(root)).filter((file) => /^\d{4}_\w+\.sql$/.test(file));
  return files
    .map((file) => path.basename(file, '.sql'))
    .filter((name) => name !== roles)
    .sort();
}

function migrationsOf(root: string): string {
  return path.join(root, 'src/server/store/migrations');
}

async function asOne(address: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
