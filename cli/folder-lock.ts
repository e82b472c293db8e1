import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import path from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';

/** Who works in a data folder. */
export type Holder = { readonly pid: number; readonly doing: string; readonly url?: string };

/** The hold on a data folder; it ends with the process, however that ends. */
export type Hold = { tell(url: string): void; release(): Promise<void> };

/**
 * Takes a folder for this process alone, or says who has it.
 *
 * The hold is a socket of the kernel's own name space, named by the folder: two cannot have it, and no crash leaves it behind.
 * Whoever connects to it is told who holds it.
 *
 * @param doing what for, as one would say it: `motcua start`
 */
export async function holdFolder(folder: string, doing: string): Promise<Hold | Holder> {
  makeFolder(folder);
  const name = `\0motcua-${createHash('sha256').update(realpathSync(folder)).digest('hex')}`;
  for (;;) {
    const answer = (await listen(name, { pid: process.pid, doing })) ?? (await ask(name));
    if (answer) return answer;
    await setTimeout(20);
  }
}

/** One level after the other: asked for all at once, Node goes round for ever where the kernel lets nobody make one. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(path.dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault;
    if (fault.code === 'EEXIST') return;
    throw fault.code === 'ENOENT' ? new CannotRun(`${folder} cannot be made: set MOTCUA_DATA to a folder that can be written.`) : fault;
  }
}

export function isHolder(answer: Hold | Holder): answer is Holder {
  return 'pid' in answer;
}

function listen(name: string, first: Holder): Promise<Hold | undefined> {
  let holder = first;
  const server = createServer((asker) => asker.on('error', () => {}).end(JSON.stringify(holder)));
  return new Promise((resolve, reject) => {
    server.once('error', (fault) => ('code' in fault && fault.code === 'EADDRINUSE' ? resolve(undefined) : reject(fault)));
    server.listen(name, () => {
      server.unref();
      resolve({
        tell: (url) => {
          holder = { ...first, url };
        },
        release: () => new Promise((released) => server.close(() => released())),
      });
    });
  });
}

/** Nobody when he left between the two questions. */
async function ask(name: string): Promise<Holder | undefined> {
  try {
    const { pid, doing, url } = (await json(connect(name))) as Holder;
    return { pid, doing, ...(url && { url }) };
  } catch {
    return undefined;
  }
}
