import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, test } from 'node:test';
import pg from 'pg';
import { findPostgres } from '#cli/postgres.ts';
import { type Program, startProgram } from '#tests/program.ts';

const home = mkdtempSync(path.join(tmpdir(), 'motcua-start-'));
const started: Program[] = [];
afterEach(async () => {
  for (const program of started.splice(0)) {
    program.interrupt();
    await program.ended();
  }
});
after(() => rmSync(home, { recursive: true, force: true }));

/** Production's start, without the demo city: what is tried here does not depend on it. */
const plain = (data: string) => ({ MOTCUA_DATA: path.join(home, data), MOTCUA_DEMO: '0' });
const limit = { timeout: 300_000 };

test('a port that is taken is told in one line, before anything else is done', limit, async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = String(typeof address === 'object' && address?.port);
  await cannotRun({ ...plain('port'), PORT: port }, `port ${port} is taken by another program: stop that one, or set PORT to another.`);
  assert.equal(existsSync(path.join(home, 'port/postgres')), false);
  other.close();
});

test('a wrong setting is told in one line', limit, () =>
  cannotRun({ ...plain('setting'), MOTCUA_NOW: 'yesterday' }, 'MOTCUA_NOW=yesterday is no moment: such as 2018-05-02T09:40+07:00.'),
);

test('a database that does not answer is told in one line', limit, () =>
  cannotRun(
    { ...plain('away'), DATABASE_URL: 'postgres://motcua_app:secret@127.0.0.1:9/motcua' },
    'the database does not answer: look at DATABASE_URL and DATABASE_OWNER_URL.',
  ),
);

test('data of another PostgreSQL are told in one line', limit, async () => {
  mkdirSync(path.join(home, 'old/postgres'), { recursive: true });
  writeFileSync(path.join(home, 'old/postgres/PG_VERSION'), '16\n');
  await cannotRun(plain('old'), /postgres was written by PostgreSQL 16, this is 18: set MOTCUA_DATA to a new folder/);
});

test('a full disk is told in one line', { ...limit, skip: process.getuid?.() !== 0 }, async () => {
  const data = path.join(home, 'full');
  mkdirSync(data);
  const inside = `mount -t tmpfs -o size=16m tmpfs ${data} && exec ${process.execPath} cli/motcua.js start`;
  const child = spawn('unshare', ['--mount', 'sh', '-c', inside], { env: { ...process.env, ...plain('full'), PORT: '0' } });
  let said = '';
  child.stderr.on('data', (text) => (said += text));
  assert.deepEqual(await once(child, 'close'), [2, null]);
  assert.equal(said, 'motcua: the disk is full: make room and start again; nothing that was stored is lost.\n');
});

test('it serves alone, ends cleanly, and finds again what was stored, however it ended', limit, async () => {
  const settings = plain('living');
  assert.equal(await start(settings, 'import', 'data/ha-giang').ended(), 0);
  const first = start(settings);
  const url = await first.ready();
  await isServed(url, first);

  await cannotRun(settings, `"motcua start" (process ${first.pid}) already works with ${settings.MOTCUA_DATA}: ${url}.`);
  await isServed(url, first);

  await store(settings.MOTCUA_DATA, 'ended');
  first.interrupt();
  assert.equal(await first.ended(), 0);
  assert.equal(findPostgres(settings.MOTCUA_DATA), undefined);
  assert.match(readFileSync(path.join(settings.MOTCUA_DATA, 'postgres.log'), 'utf8'), /database system is shut down\n$/);
  await assert.rejects(fetch(url));

  const second = start(settings);
  await second.ready();
  await store(settings.MOTCUA_DATA, 'killed');

  second.kill();
  assert.equal(await second.ended(), null);
  const third = start(settings);
  await third.ready();
  await store(settings.MOTCUA_DATA, 'all killed');

  process.kill(findPostgres(settings.MOTCUA_DATA)?.pid ?? 0, 'SIGKILL');
  third.kill();
  await third.ended();
  const fourth = start(settings);
  await fourth.ready();
  assert.deepEqual(await stored(settings.MOTCUA_DATA), ['all killed', 'ended', 'killed']);

  process.kill(findPostgres(settings.MOTCUA_DATA)?.pid ?? 0, 'SIGKILL');
  assert.equal(await fourth.ended(), 2);
  assert.match(fourth.said(), /^motcua: PostgreSQL has stopped by itself/m);
});

test('data of a newer program are told in one line, and left alone', limit, async () => {
  const settings = plain('newer');
  const older = start(settings);
  await older.ready();
  await ask(settings.MOTCUA_DATA, `insert into migration.applied values ('9999_later', '2030-01-01')`);
  older.interrupt();
  await older.ended();
  await cannotRun(settings, /the data were written by a newer version of this program \(9999_later\)/);
});

/** One that does not outlive its test. */
function start(settings: Readonly<Record<string, string>>, ...command: string[]): Program {
  const program = startProgram(settings, ...command);
  started.push(program);
  return program;
}

async function cannotRun(settings: Readonly<Record<string, string>>, why: string | RegExp): Promise<void> {
  const program = start(settings);
  assert.equal(await program.ended(), 2, program.said());
  const line = program
    .said()
    .split('\n')
    .filter((said) => said.startsWith('motcua: '));
  assert.equal(line.length, 1, program.said());
  if (typeof why === 'string') assert.equal(line[0], `motcua: ${why}`);
  else assert.match(line[0] ?? '', why);
  assert.doesNotMatch(program.said(), /^ +at /m);
}

/** Writes through the program's own database, as an act would. */
async function store(data: string, what: string): Promise<void> {
  await ask(data, 'create table if not exists stored_by_test (what text)');
  await ask(data, `insert into stored_by_test values ('${what}')`);
}

async function stored(data: string): Promise<unknown[]> {
  return (await ask(data, 'select what from stored_by_test order by what')).map(({ what }) => what);
}

async function ask(data: string, statement: string): Promise<{ what?: unknown }[]> {
  const postgres = findPostgres(data);
  const password = readFileSync(path.join(data, 'owner-password'), 'utf8');
  const client = new pg.Client(`postgres://motcua_owner:${password}@${postgres?.address}/motcua`);
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

async function isServed(url: string, program: Program): Promise<void> {
  const { status } = await fetch(url);
  assert.equal(status, 200, program.said());
}
