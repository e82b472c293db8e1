import { createServer } from 'vite';
import { bringUpHouse, type Opened, type Serving, stopPages, takeFolder, untilStopped } from './program.ts';
import type { Settings } from './settings.ts';
import { printableSignIns } from './sign-ins.ts';
import type { Stage } from './stages.ts';

/** `motcua dev`: the same house with pages that change as their files do, for who works on them. */
export function run(): Promise<number> {
  return untilStopped(develop);
}

async function develop(settings: Settings, opened: Opened, stage: Stage): Promise<Serving> {
  const { data, host, port, root } = settings;
  const hold = await takeFolder(data, 'motcua dev', opened);
  const url = `http://localhost:${port}`;
  const { databaseGone } = await bringUpHouse(settings, settings.publicUrl ?? url, opened, stage);
  const server = await createServer({ root, server: { host, port, strictPort: true } });
  opened.defer(stopPages);
  opened.defer(() => server.close());
  await server.listen();
  hold.tell(url);

  console.log(`\n${printableSignIns(data)}`);
  return { url, databaseGone };
}
