import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newPassword, type Postgres, startPostgres } from '#cli/postgres.ts';
import { ensureDatabase, migrate } from '#server/store/migrate.ts';

const root = path.join(import.meta.dirname, '..');
let clearUp = async () => {};

/**
 * Runs once before all test files: a PostgreSQL of our own, and in it the migrated template that every test's database is copied from.
 * Who has such a server already names it by `TEST_PG_ADMIN` and `TEST_PG_APP`.
 */
export async function globalSetup(): Promise<void> {
  if (process.env.TEST_PG_ADMIN) return;
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-'));
  const postgres = await startPostgres(folder, 'fsync=off', 'max_connections=300');
  clearUp = async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  };

  try {
    await makeTemplate(postgres);
  } catch (fault) {
    await clearUp();
    throw fault;
  }
}

async function makeTemplate({ address, password }: Postgres): Promise<void> {
  const passwords = { owner: newPassword(), app: newPassword() };
  const as = (role: string, secret: string) => `postgres://${role}:${secret}@${address}`;
  process.env.TEST_PG_ADMIN = as('postgres', password);
  process.env.TEST_PG_OWNER = as('motcua_owner', passwords.owner);
  process.env.TEST_PG_APP = as('motcua_app', passwords.app);
  await ensureDatabase(process.env.TEST_PG_ADMIN, 'motcua_template', passwords, root);
  await migrate(`${process.env.TEST_PG_OWNER}/motcua_template`, root);
}

export async function globalTeardown(): Promise<void> {
  await clearUp();
}
