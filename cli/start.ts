import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ensureBuilt } from './build.ts';
import { CannotRun } from './cannot-run.ts';
import { bringUpToDate, openDatabase } from './database.ts';
import { fillDemo } from './demo.ts';
import { holdFolder, isHolder } from './folder-lock.ts';
import { inHouse, setEnvironment } from './house.ts';
import { type Handler, listen, protocolHeader } from './server.ts';
import { readSettings, type Settings } from './settings.ts';
import { printableSignIns } from './sign-ins.ts';
import { stagesOn } from './stages.ts';

type Started = { readonly url: string; readonly databaseGone: Promise<never> };

/**
 * `motcua start`: the whole system in this process, until Ctrl-C.
 *
 * What was opened is closed in reverse, however far the start had come: requests, workers and pools of the pages, PostgreSQL last.
 */
export async function run(): Promise<number> {
  const settings = readSettings(process.env);
  const signal = firstSignal();
  await using opened = new AsyncDisposableStack();
  const started = await Promise.race([start(settings, opened), signal]);
  if (typeof started === 'string') return 130;

  console.log(`ready ${started.url}`);
  await Promise.race([signal, started.databaseGone]);
  console.log('stopping');
  return 0;
}

async function start(settings: Settings, opened: AsyncDisposableStack): Promise<Started> {
  const { root, data } = settings;
  const stage = stagesOn(process.stdout);
  const hold = await holdFolder(data, 'motcua start');
  if (isHolder(hold))
    throw new CannotRun(`"${hold.doing}" (process ${hold.pid}) already works with ${data}${hold.url ? `: ${hold.url}` : ''}.`);
  opened.defer(() => hold.release());
  const web = await listen(settings.host, settings.port);
  const publicUrl = settings.publicUrl ?? web.url;
  console.log(`Một Cửa, data in ${data}`);

  const database = await stage('PostgreSQL', () => openDatabase(settings));
  opened.defer(() => database.stop());
  await stage('migrations', () => bringUpToDate(database, root));
  await setEnvironment(settings, database, publicUrl);
  if (settings.demo) await inHouse((house) => fillDemo(house, data, stage));
  const built = await stage('pages', (tell) => ensureBuilt(root, tell));
  opened.defer(stopPages);
  web.serve(await stage('web server', () => loadPages(built)), publicUrl);
  opened.defer(() => web.stop());
  hold.tell(web.url);

  printAddresses(publicUrl, data);
  return { url: web.url, databaseGone: untilGone(database.pid) };
}

/** By a computed address: the build is not ours to check. It reads these settings when it is loaded, and starts its workers. */
async function loadPages(built: string): Promise<Handler> {
  Object.assign(process.env, { NODE_ENV: 'production', PROTOCOL_HEADER: protocolHeader, BODY_SIZE_LIMIT: '32M' });
  const { handler } = await import(path.join(built, 'handler.js'));
  return handler;
}

/** What the pages opened, their hooks close: workers and pools are in the build's own copy of the house. */
async function stopPages(): Promise<void> {
  const events: NodeJS.EventEmitter = process;
  const stopped = Promise.allSettled(events.listeners('sveltekit:shutdown').map((stop) => stop()));
  await Promise.race([stopped, setTimeout(15_000, undefined, { ref: false })]);
}

function printAddresses(publicUrl: string, data: string): void {
  console.log(`\nCitizens   ${publicUrl}/\nOfficers   ${publicUrl}/can-bo\n`);
  console.log(printableSignIns(data));
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
