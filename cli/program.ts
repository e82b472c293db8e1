import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { asCannotRun, asFullDisk, CannotRun } from './cannot-run.ts';
import { bringUpToDate, openDatabase } from './database.ts';
import { type Hold, holdFolder, isHolder } from './folder-lock.ts';
import { inHouse, setEnvironment } from './house.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Stage, stagesOn } from './stages.ts';

/** What was opened on the way up, closed in reverse on the way down. */
export type Opened = AsyncDisposableStack;

/** A program that serves at `url` until its database is gone. */
export type Serving = { readonly url: string; readonly databaseGone: Promise<never> };

type BringUp = (settings: Settings, opened: Opened, stage: Stage) => Promise<Serving>;

/**
 * Brings a program up and keeps it until Ctrl-C; then what was opened is closed in reverse, however far it had come.
 *
 * @throws CannotRun also when it failed for want of room on the disk, whatever the fault says
 */
export async function untilStopped(bringUp: BringUp): Promise<number> {
  const settings = readSettings(process.env);
  try {
    return await bringUpAndStop(settings, bringUp);
  } catch (fault) {
    throw asCannotRun(fault) ?? asFullDisk(settings.data) ?? fault;
  }
}

async function bringUpAndStop(settings: Settings, bringUp: BringUp): Promise<number> {
  const signal = firstSignal();
  await using opened = new AsyncDisposableStack();
  const serving = await Promise.race([bringUp(settings, opened, stagesOn(process.stdout)), signal]);
  if (typeof serving === 'string') return 130;

  console.log(`ready ${serving.url}`);
  await Promise.race([signal, serving.databaseGone]);
  console.log('stopping');
  return 0;
}

/** The data folder, for this program alone. */
export async function takeFolder(data: string, doing: string, opened: Opened): Promise<Hold> {
  const hold = await holdFolder(data, doing);
  if (isHolder(hold)) {
    throw new CannotRun(`"${hold.doing}" (process ${hold.pid}) already works with ${data}${hold.url ? `: ${hold.url}` : ''}.`);
  }
  opened.defer(() => hold.release());
  return hold;
}

/** All that lies below the pages: PostgreSQL, its tables, the environment of the house, the demo city. */
export async function bringUpHouse(
  settings: Settings,
  publicUrl: string,
  opened: Opened,
  stage: Stage,
): Promise<Pick<Serving, 'databaseGone'>> {
  const database = await stage('PostgreSQL', () => openDatabase(settings));
  opened.defer(() => database.stop());
  await stage('migrations', () => bringUpToDate(database, settings.root));
  await setEnvironment(settings, database, publicUrl);
  if (settings.demo > 0) await inHouse(async (house) => (await import('./demo.ts')).fillDemo(house, settings, stage));
  return { databaseGone: untilGone(database.pid) };
}

/** What the pages opened, their hooks close: workers and pools are in their own copy of the house. */
export async function stopPages(): Promise<void> {
  const events: NodeJS.EventEmitter = process;
  const stopped = Promise.allSettled(events.listeners('sveltekit:shutdown').map((stop) => stop()));
  await Promise.race([stopped, setTimeout(15_000, undefined, { ref: false })]);
}

/** Further ones are taken and ignored: npm and the terminal may each send one. */
function firstSignal(): Promise<'interrupted'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve('interrupted'));
  });
}

/** Without its database the program serves nothing; who watches over it starts both anew. */
async function untilGone(pid: number | undefined): Promise<never> {
  while (!pid || existsSync(`/proc/${pid}`)) await setTimeout(1000, undefined, { ref: false });
  throw new CannotRun('PostgreSQL has stopped by itself: start again; why stands in postgres.log in the data folder.');
}
