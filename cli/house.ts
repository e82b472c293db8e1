import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { House } from '#server/house.ts';
import { CannotRun } from './cannot-run.ts';
import { borrowDatabase, bringUpToDate, type Database, openDatabase } from './database.ts';
import { holdFolder, isHolder } from './folder-lock.ts';
import { holdsPostgres } from './postgres.ts';
import { keptSecret } from './secrets.ts';
import { readSettings, type Settings } from './settings.ts';
import { prepareSigning } from './signing.ts';

/**
 * Opens the house for one command and closes it again. Where the program runs, its database is used;
 * else ours is started, brought up to date, and stopped at the end.
 *
 * @param doing the command, as it is told to whoever wants the folder meanwhile
 */
export async function withHouse(doing: string, act: (house: House) => Promise<number>): Promise<number> {
  const settings = readSettings(process.env);
  return withDatabase(settings, doing, async (database) => {
    await bringUpToDate(database, settings.root);
    await setEnvironment(settings, database, settings.publicUrl ?? `http://localhost:${settings.port}`);
    return inHouse(act);
  });
}

/**
 * The same for a command that only reads: where there is no installation it begins none.
 *
 * @throws CannotRun when the folder holds none
 */
export async function withKeptHouse(doing: string, act: (house: House) => Promise<number>): Promise<number> {
  const { data, database } = readSettings(process.env);
  if (!database && !holdsPostgres(data)) throw new CannotRun(`${data} holds no installation: set MOTCUA_DATA to its folder.`);
  return withHouse(doing, act);
}

/** The database for one command: that of the program that runs, or ours, started and stopped. */
export async function withDatabase(settings: Settings, doing: string, act: (database: Database) => Promise<number>): Promise<number> {
  for (let left = 240; ; left--) {
    const hold = await holdFolder(settings.data, doing);
    if (!isHolder(hold)) return ownDatabase(settings, act).finally(() => hold.release());

    const database = hold.url && borrowDatabase(settings);
    if (database) return act(database);
    if (left === 0) throw new CannotRun(`${settings.data} is in use by "${hold.doing}" (process ${hold.pid}).`);
    await setTimeout(500);
  }
}

async function ownDatabase(settings: Settings, act: (database: Database) => Promise<number>): Promise<number> {
  const database = await openDatabase(settings);
  try {
    return await act(database);
  } finally {
    await database.stop();
  }
}

/** The house of this process, once its environment is set; closed when the act is done, and not to be opened again. */
export async function inHouse<Answer>(act: (house: House) => Promise<Answer>): Promise<Answer> {
  const { house } = await import('#server/running.ts');
  try {
    return await act(house);
  } finally {
    await house.db.destroy();
  }
}

/** What `running.ts` reads, here and in the built pages. */
export async function setEnvironment({ root, data, demo, now }: Settings, { app }: Database, publicUrl: string): Promise<void> {
  await prepareSigning(data, demo > 0, now ?? new Date());
  const key = process.env.MOTCUA_KEY || keptSecret(data, 'key', () => randomBytes(32).toString('base64url'));
  Object.assign(process.env, {
    DATABASE_URL: app,
    MOTCUA_DATA: data,
    MOTCUA_DEMO: String(demo),
    MOTCUA_KEY: key,
    MOTCUA_ROOT: root,
    MOTCUA_URL: publicUrl,
  });
  delete process.env.DATABASE_OWNER_URL;
}
