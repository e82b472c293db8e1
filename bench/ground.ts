import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { newPassword, type Postgres, startPostgres } from '#cli/postgres.ts';
import { ensureDatabase, migrate } from '#server/store/migrate.ts';

/** A PostgreSQL as it is in production, durable to the disk, with a migrated database; gone when the benchmark ends. */
export type Ground = { readonly app: string; readonly admin: string; readonly folder: string; close(): Promise<void> };

const root = path.join(import.meta.dirname, '..');

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(path.join(process.env.BENCH_DATA ?? tmpdir(), 'motcua-bench-'));
  const postgres = await startPostgres(folder);
  const passwords = { owner: newPassword(), app: newPassword() };
  await ensureDatabase(as(postgres, 'postgres', postgres.password), 'motcua', passwords, root);
  await migrate(`${as(postgres, 'motcua_owner', passwords.owner)}/motcua`, root);
  return {
    app: `${as(postgres, 'motcua_app', passwords.app)}/motcua`,
    admin: as(postgres, 'postgres', postgres.password),
    folder,
    async close() {
      await postgres.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** As after a night: the server knows what is stored, and pages that nobody changes are marked. The application may not do it. */
export async function rest({ admin }: Ground): Promise<void> {
  const client = new pg.Client(`${admin}/motcua`);
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

function as({ address }: Postgres, role: string, password: string): string {
  return `postgres://${role}:${password}@${address}`;
}

/** How pgbench sends its statements: `simple` is its own default, `prepared` is how this application sends its own. */
export const protocols = ['simple', 'prepared'] as const;

/**
 * pgbench's own tpcb-like transactions a second on the same server, scale 10; null where pgbench is not at hand.
 * Three updates, a select and an insert each: what the world compares a PostgreSQL by.
 * Its tables are made once, so that none of what is measured beside it waits for the disk to take them in.
 */
export function pgbench(ground: Ground, protocol: (typeof protocols)[number], clients: number, seconds: number): number | null {
  const program = findPgbench();
  if (!program) return null;
  const run = (...options: string[]) =>
    execFileSync(program, [...options, `${ground.admin}/postgres`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  if (!made.has(ground)) run('--initialize', '--quiet', '--scale=10');
  made.add(ground);
  const told = run(`--client=${clients}`, `--jobs=${Math.min(clients, 2)}`, `--time=${seconds}`, `--protocol=${protocol}`, '--no-vacuum');
  return Number(/tps = ([\d.]+)/.exec(told)?.[1] ?? Number.NaN);
}

/** Where pgbench's tables are. */
const made = new WeakSet<Ground>();

function findPgbench(): string | undefined {
  return [...globSync('/usr/lib/postgresql/*/bin/pgbench'), '/usr/bin/pgbench'].filter(existsSync).at(-1);
}

/** One line of what a benchmark found. */
export type Finding = {
  readonly bench: string;
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  readonly peer: string | null;
  readonly peer_value: number | null;
};

/** Prints it as one JSON object, with the ratio to the peer. */
export function tell(finding: Finding): void {
  const ratio = finding.peer_value ? Math.round((finding.value / finding.peer_value) * 100) / 100 : null;
  console.log(
    JSON.stringify({
      ...finding,
      value: Math.round(finding.value),
      peer_value: finding.peer_value && Math.round(finding.peer_value),
      ratio,
    }),
  );
}
