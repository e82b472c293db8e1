import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** `motcua` as a person starts it: a process of its own, which a test may interrupt and kill. */
export type Program = {
  readonly pid: number;
  /** What it has printed so far. */
  said(): string;
  /** The address of its `ready` line; fails with what it said when it ends without one. */
  ready(): Promise<string>;
  /** Its exit code; null when it was killed. */
  ended(): Promise<number | null>;
  /** As Ctrl-C in a terminal: to everything that it started in its own group. */
  interrupt(): void;
  kill(): void;
};

const root = path.join(import.meta.dirname, '..');

/**
 * Starts `motcua start`, or another command, on any free port.
 *
 * @param settings the environment: `MOTCUA_DATA` at least; nothing of the tests' own reaches it
 */
export function startProgram(settings: Readonly<Record<string, string>>, ...command: string[]): Program {
  const [name = 'start', ...args] = command;
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [path.join(root, 'cli/motcua.js'), name, ...args], {
    cwd: root,
    env: { PATH, HOME, PORT: '0', ...settings },
    detached: true,
  });
  const pid = child.pid ?? 0;
  const interrupt = () => signal(-pid, 'SIGINT');
  process.once('exit', interrupt);
  const end = once(child, 'close').then(([code]: (number | null)[]) => {
    process.off('exit', interrupt);
    return code ?? null;
  });

  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (said += text));
  return {
    pid,
    said: () => said,
    async ready() {
      for (;;) {
        const [, url] = /^ready (\S+)$/m.exec(said) ?? [];
        if (url) return url;
        const more = await Promise.race([once(child.stdout, 'data'), end]);
        if (!Array.isArray(more)) throw new Error(`It ended with ${more} and said:\n${said}`);
      }
    },
    ended: () => end,
    interrupt,
    kill: () => signal(pid, 'SIGKILL'),
  };
}

/** Whoever has ended already is not reached. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    return;
  }
}
