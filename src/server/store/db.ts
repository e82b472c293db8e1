import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

export function openDb(connectionString: string, max = 10): Db {
  const pool = new pg.Pool({ connectionString, max });
  // A connection that the server cut while it was idle is replaced when the next one is asked for.
  pool.on('error', () => {});
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: { connect: async () => preparing(await pool.connect()), end: () => pool.end() } }),
  });
}

/** A statement that names itself, `-- prepared: load_dossier` in its first line, is parsed and planned once a connection. */
const named = /^-- prepared: (\w+)\n/;

function preparing(client: pg.PoolClient) {
  return {
    query: (text: string, values: unknown[]) => client.query({ text, values, ...nameOf(text) }),
    release: () => client.release(),
  };
}

function nameOf(text: string): { name?: string } {
  const name = named.exec(text)?.[1];
  return name ? { name } : {};
}
