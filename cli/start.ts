import path from 'node:path';
import { maxSentMegabytes } from '#domain/form/papers.ts';
import { ensureBuilt } from './build.ts';
import { bringUpHouse, type Opened, type Serving, stopPages, takeFolder, untilStopped } from './program.ts';
import { addressHeader, type Handler, listen, protocolHeader } from './server.ts';
import type { Settings } from './settings.ts';
import { printableSignIns } from './sign-ins.ts';
import type { Stage } from './stages.ts';

/** `motcua start`: the whole system in this process, until Ctrl-C. */
export function run(): Promise<number> {
  return untilStopped(start);
}

/** On the way down requests end first, then workers and pools of the pages, PostgreSQL last. */
async function start(settings: Settings, opened: Opened, stage: Stage): Promise<Serving> {
  const { data, root } = settings;
  const hold = await takeFolder(data, 'motcua start', opened);
  const web = await listen(settings.host, settings.port);
  const publicUrl = settings.publicUrl ?? web.url;
  console.log(`Một Cửa, data in ${data}`);

  const { databaseGone } = await bringUpHouse(settings, publicUrl, opened, stage);
  const built = await stage('pages', (tell) => ensureBuilt(root, tell));
  opened.defer(stopPages);
  web.serve(await stage('web server', () => loadPages(built)), { publicUrl, proxies: settings.proxies });
  opened.defer(() => web.stop());
  hold.tell(web.url);

  console.log(`\nCitizens   ${publicUrl}/\nOfficers   ${publicUrl}/can-bo\n\n${printableSignIns(data)}`);
  return { url: web.url, databaseGone };
}

/** By a computed address: the build is not ours to check. It reads these settings when it is loaded, and starts its workers. */
async function loadPages(built: string): Promise<Handler> {
  Object.assign(process.env, {
    NODE_ENV: 'production',
    PROTOCOL_HEADER: protocolHeader,
    ADDRESS_HEADER: addressHeader,
    BODY_SIZE_LIMIT: `${maxSentMegabytes}M`,
  });
  const { handler } = await import(path.join(built, 'handler.js'));
  return handler;
}
