import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';

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
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const name = `\0motcua-${createHash('sha256').update(realpathSync(folder)).digest('hex')}`;
  for (;;) {
    const answer = (await listen(name, { pid: process.pid, doing })) ?? (await ask(name));
    if (answer) return answer;
    await setTimeout(20);
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
