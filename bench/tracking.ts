import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { borrowDatabase } from '#cli/database.ts';
import { readSettings } from '#cli/settings.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { openDb } from '#server/store/db.ts';
import { startProgram } from '#tests/program.ts';
import { tell } from './ground.ts';
import { atOnce, type Load, load, type Served, serveBare } from './http.ts';

/**
 * Tracking pages a second: the whole program as it is started, with the demo city's dossiers, beside a bare `node:http` server that
 * answers with the bytes of one such page, in the same run. Given by the clock, and by the second of one core that the server used.
 */
export async function run(): Promise<number> {
  const folder = mkdtempSync(path.join(process.env.BENCH_DATA ?? tmpdir(), 'motcua-bench-'));
  const program = startProgram({ MOTCUA_DATA: folder, MOTCUA_NOW: '2018-05-02T09:40+07:00' });
  try {
    const url = await program.ready();
    await measure({ url, pid: program.pid }, await trackingPaths(folder));
    return 0;
  } finally {
    program.interrupt();
    await program.ended();
    rmSync(folder, { recursive: true });
  }
}

const seconds = 15;

async function measure(server: Pick<Served, 'url' | 'pid'>, paths: readonly string[]): Promise<void> {
  const [first = ''] = paths;
  const bare = await serveBare(await (await fetch(server.url + first)).text());
  try {
    await load(bare, paths, 3);
    const once = await load(server, paths, 0);
    await load(server, paths, 5);
    const again = await load(server, paths, seconds);
    const peer = await load(bare, paths, seconds);
    report(`${paths.length} dossiers, each for the first time`, once, peer);
    report(`${paths.length} dossiers, again and again`, again, peer);
  } finally {
    bare.stop();
  }
}

function report(what: string, found: Load, peer: Load): void {
  const bench = 'tracking';
  const bare = 'node:http with the bytes of one page';
  const rate = ({ requests, seconds }: Load) => requests / seconds;
  const perCore = ({ requests, cpuSeconds }: Load) => requests / cpuSeconds;
  tell({ bench, case: `${what}, ${atOnce} at once`, value: rate(found), unit: '1/s', peer: bare, peer_value: rate(peer) });
  tell({ bench, case: `${what}, per second of one core`, value: perCore(found), unit: '1/s', peer: bare, peer_value: perCore(peer) });
}

/** The addresses of the demo's dossiers, as their receipts carry them. */
async function trackingPaths(folder: string): Promise<readonly string[]> {
  const database = borrowDatabase(readSettings({ MOTCUA_DATA: folder }));
  if (!database) throw new Error(`no database runs in ${folder}`);
  const key = Buffer.from(readFileSync(path.join(folder, 'key'), 'utf8').trim(), 'base64url');
  const db = openDb(database.app, 1);
  const rows = await db.selectFrom('dossier').select(['dossier_id', 'code']).orderBy('code').limit(300).execute();
  await db.destroy();
  return rows.map(({ dossier_id, code }) => `/ho-so/${code}/${tokenOf(key, dossier_id)}`);
}
