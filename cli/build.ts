import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';
import { holdFolder, isHolder } from './folder-lock.ts';
import { stagesOn, type Tell } from './stages.ts';

/** `motcua build` */
export async function run(): Promise<number> {
  const root = path.join(import.meta.dirname, '..');
  await stagesOn(process.stdout)('pages', (tell) => ensureBuilt(root, tell));
  return 0;
}

/**
 * The folder with the built pages, built anew when what they are made of has changed since.
 *
 * Each build has a folder of its own, named by the hash of its sources, and is renamed into its place when it is whole:
 * a program that serves an older one goes on. The three used last are kept.
 */
export async function ensureBuilt(root: string, tell: Tell): Promise<string> {
  const all = path.join(root, 'build');
  const built = path.join(all, hashOfSources(root));
  if (!existsSync(built)) await buildAlone(root, built, tell);
  utimesSync(built, new Date(), new Date());
  for (const old of byLastUse(all).slice(3)) rmSync(old, { recursive: true, force: true });
  return built;
}

function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  const sources = globSync('src/**/*', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  for (const file of [...sources.sort(), ...['package-lock.json', 'vite.config.ts'].map((name) => path.join(root, name))]) {
    hash
      .update(`${path.relative(root, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** One at a time: SvelteKit works in one folder. */
async function buildAlone(root: string, built: string, tell: Tell): Promise<void> {
  const workshop = path.join(root, '.svelte-kit');
  for (;;) {
    const hold = await holdFolder(workshop, 'motcua build');
    if (!isHolder(hold)) {
      try {
        if (!existsSync(built)) await build(root, built, tell);
      } finally {
        await hold.release();
      }
      return;
    }
    tell(`waiting for another build (process ${hold.pid})`);
    await setTimeout(500);
  }
}

async function build(root: string, built: string, tell: Tell): Promise<void> {
  const unfinished = `${built}.new`;
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...unconnected(root), ...process.env, NODE_ENV: 'production', MOTCUA_BUILD: unfinished };
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () => child.kill();
  process.once('exit', stop);
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ticking = setInterval(() => tell('building'), 1000);
  const [code] = await once(child, 'close');
  clearInterval(ticking);
  process.off('exit', stop);
  if (/ENOSPC|No space left/.test(said)) throw new CannotRun('the disk is full: make room and start again.');
  if (code !== 0) throw new CannotRun(`the pages cannot be built:\n${said}`);
  renameSync(unfinished, built);
}

/** SvelteKit loads every page while it builds, and the house with it. Nothing is connected before it is asked for, so any address will do. */
function unconnected(root: string): Record<string, string> {
  return { DATABASE_URL: 'postgres://none', MOTCUA_KEY: 'none', MOTCUA_URL: 'http://none', MOTCUA_ROOT: root, MOTCUA_DATA: root };
}

function byLastUse(all: string): string[] {
  const builds = readdirSync(all).filter((name) => !name.endsWith('.new'));
  return builds.map((name) => path.join(all, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
}
