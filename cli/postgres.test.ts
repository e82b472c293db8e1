import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres, type OwnPostgres, startPostgres } from './postgres.ts';

let home: string;
let folder: string;
let running: OwnPostgres | undefined;
before(() => {
  home = mkdtempSync(path.join(tmpdir(), 'motcua-postgres-'));
  folder = path.join(home, 'var');
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});
after(() => rmSync(home, { recursive: true }));

test('it serves this machine alone, and nobody without a password', async () => {
  const { address, password } = await start();
  assert.equal(await one(`postgres://postgres:${password}@${address}/postgres`, `select current_setting('listen_addresses')`), '127.0.0.1');
  await assert.rejects(one(`postgres://postgres@${address}/postgres`, 'select 1'), /password/);
  assert.equal(statSync(path.join(folder, 'postgres-password')).mode & 0o077, 0);
  assert.equal(statSync(folder).mode & 0o077, 0);
});

test('a later start finds the data, under the same address', async () => {
  const first = await start();
  await one(admin(first), 'create table kept as select 42 as x');
  await first.stop();
  assert.equal(findPostgres(folder), undefined);
  const second = await start();
  assert.equal(second.address, first.address);
  assert.equal(await one(admin(second), 'select x from kept'), 42);
});

test('when its port was taken meanwhile it serves another', async () => {
  const first = await start();
  await first.stop();
  const thief = createServer().listen(Number(first.address.split(':')[1]), '127.0.0.1');
  await once(thief, 'listening');
  const second = await start();
  assert.notEqual(second.address, first.address);
  assert.equal(await one(admin(second), 'select x from kept'), 42);
  await new Promise((closed) => thief.close(closed));
});

test('one that outlived its program is taken over, with its data', async () => {
  const program = `import { startPostgres } from '#cli/postgres.ts'; const { pid } = await startPostgres(${JSON.stringify(folder)}); console.log(pid); process.kill(process.pid, 'SIGKILL');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: path.join(import.meta.dirname, '..') });
  const [said] = await once(child.stdout, 'data');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  const { pid } = await start();
  assert.equal(pid, Number(said));
});

test('after everything was killed, what was committed is there, and what the killed one still holds is waited for', async () => {
  const killed = await start();
  await one(admin(killed), 'create table acknowledged as select 7 as x');
  process.kill(killed.pid, 'SIGKILL');
  const next = await start();
  assert.notEqual(next.pid, killed.pid);
  assert.equal(await one(admin(next), 'select x from acknowledged'), 7);
});

test('an id that a crash left, and that somebody else has by now, stops no start', async () => {
  const first = await start();
  await first.stop();
  const stranger = spawn('sleep', ['60']);
  writeFileSync(path.join(folder, 'postgres/postmaster.pid'), `${stranger.pid}\n${folder}/postgres\n0\n1\n\n127.0.0.1\n\nready\n`);
  assert.notEqual((await start()).pid, stranger.pid);
  stranger.kill();
});

test('a start that was killed while it made the data leaves no half', async () => {
  const other = path.join(home, 'other');
  mkdirSync(path.join(other, 'postgres.new/base'), { recursive: true });
  writeFileSync(path.join(other, 'postgres.new/PG_VERSION'), '18\n');
  running = await startPostgres(other);
  assert.equal(await one(admin(running), 'select 1'), 1);
});

test('data of another PostgreSQL are refused in one line, and left as they are', async () => {
  const old = path.join(home, 'old');
  mkdirSync(path.join(old, 'postgres'), { recursive: true });
  writeFileSync(path.join(old, 'postgres/PG_VERSION'), '16\n');
  await assert.rejects(startPostgres(old), /^Error: .*written by PostgreSQL 16, this is 18/);
  assert.equal(readFileSync(path.join(old, 'postgres/PG_VERSION'), 'utf8'), '16\n');
});

test('root who may open no user namespace runs it as nobody, where nobody can get at it', { skip: process.getuid?.() !== 0 }, async () => {
  const forbidding = path.join(home, 'forbidding');
  const program = `import { startPostgres } from '#cli/postgres.ts'; const own = await startPostgres(${JSON.stringify(forbidding)}); console.log(own.address); await own.stop();`;
  chmodSync(home, 0o711);
  const reached = await runWithoutNamespaces(program);
  if (reached.code === 0) assert.equal(statSync(path.join(forbidding, 'postgres')).uid, 65534);
  else assert.match(reached.said, /nor as the account "nobody" can it get to/);

  chmodSync(home, 0o700);
  const closed = await runWithoutNamespaces(program.replace('forbidding', 'forbidding/closed'));
  assert.match(closed.said, /nor as the account "nobody" can it get to/);
});

test('root in a folder that only another account may enter is told so in one line', { skip: process.getuid?.() !== 0 }, async () => {
  const theirs = path.join(home, 'theirs');
  mkdirSync(theirs, { mode: 0o700 });
  chownSync(theirs, 65533, 65533);
  await assert.rejects(startPostgres(path.join(theirs, 'var')), /^Error: PostgreSQL refuses to run as root/);
});

/** As root of a user namespace that has all accounts of the machine and allows no further namespace. */
async function runWithoutNamespaces(program: string): Promise<{ code: number; said: string }> {
  const forbid = 'echo 0 > /proc/sys/user/max_user_namespaces; exec "$@"';
  const child = spawn(
    'unshare',
    ['--user', 'sh', '-c', 'read _; exec sh -c "$0" sh "$@"', forbid, process.execPath, '--input-type=module', '-e', program],
    {
      cwd: path.join(import.meta.dirname, '..'),
    },
  );
  let said = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (text) => (said += text));
  while (readlinkSync(`/proc/${child.pid}/ns/user`) === readlinkSync('/proc/self/ns/user')) await setTimeout(10);
  for (const map of ['uid_map', 'gid_map']) writeFileSync(`/proc/${child.pid}/${map}`, '0 0 65536');
  child.stdin.end('\n');
  const [code] = await once(child, 'close');
  return { code, said };
}

async function start(): Promise<OwnPostgres> {
  running = await startPostgres(folder);
  return running;
}

function admin({ password, address }: OwnPostgres): string {
  return `postgres://postgres:${password}@${address}/postgres`;
}

async function one(address: string, statement: string): Promise<unknown> {
  const client = new pg.Client(address);
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}
