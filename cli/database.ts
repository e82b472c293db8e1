import { existsSync } from 'node:fs';
import { ensureDatabase, listPendingMigrations, migrate, NewerDatabase, untilNobodyIsConnected } from '#server/store/migrate.ts';
import { CannotRun } from './cannot-run.ts';
import { findPostgres, newPassword, type OwnPostgres, type Postgres, startPostgres } from './postgres.ts';
import { keptSecret } from './secrets.ts';
import type { Settings } from './settings.ts';

/** Addresses of the database: for the application, and for the owner if this program may migrate it. */
export type Database = { readonly app: string; readonly owner: string | undefined };

export type OwnDatabase = Database & {
  /** The PostgreSQL that we started or took over; none when the settings name one. */
  readonly pid: number | undefined;
  stop(): Promise<void>;
};

const name = 'motcua';

/** The database that the settings name, or our own with its roles, started if it doesn't run. */
export async function openDatabase(settings: Settings): Promise<OwnDatabase> {
  if (settings.database) return { ...settings.database, pid: undefined, stop: async () => {} };

  const postgres = await startPostgres(settings.data);
  const server = `postgres://postgres:${postgres.password}@${postgres.address}`;
  try {
    await ensureDatabase(server, name, passwordsIn(settings.data), settings.root);
  } catch (fault) {
    await postgres.stop();
    throw fault;
  }
  return { ...addressesOf(postgres, settings.data), pid: postgres.pid, stop: () => stop(postgres, server) };
}

async function stop(postgres: OwnPostgres, server: string): Promise<void> {
  if (existsSync(`/proc/${postgres.pid}`)) await untilNobodyIsConnected(server);
  await postgres.stop();
}

/** The database of a program that runs already, and goes on when we are done. */
export function borrowDatabase(settings: Settings): Database | undefined {
  if (settings.database) return settings.database;
  const postgres = findPostgres(settings.data);
  return postgres && addressesOf(postgres, settings.data);
}

/**
 * Brings the database up to this program. Without the owner's address it only looks.
 *
 * @returns names of the migrations that ran
 */
export async function bringUpToDate({ app, owner }: Database, root: string): Promise<string[]> {
  try {
    if (owner) return await migrate(owner, root);
    const pending = await listPendingMigrations(app, root);
    if (pending.length === 0) return [];
  } catch (fault) {
    if (!(fault instanceof NewerDatabase)) throw fault;
    throw new CannotRun(
      `the data were written by a newer version of this program (${fault.message}): start that one, or set MOTCUA_DATA to a new folder.`,
    );
  }
  throw new CannotRun('the database is older than this program: set DATABASE_OWNER_URL, or run "motcua migrate" with it.');
}

function addressesOf({ address }: Postgres, data: string): Database {
  const { owner, app } = passwordsIn(data);
  return { owner: `postgres://motcua_owner:${owner}@${address}/${name}`, app: `postgres://motcua_app:${app}@${address}/${name}` };
}

function passwordsIn(data: string) {
  return { owner: keptSecret(data, 'owner-password', newPassword), app: keptSecret(data, 'app-password', newPassword) };
}
