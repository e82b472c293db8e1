import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

export type Db = Kysely<Tables>;

/** A day stays the text that it is: made into a moment, it would depend on the machine's time zone. */
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export function openDb(connectionString: string, max = 10): Db {
  const pool = openPool(connectionString, max);
  pool.on('connect', prepareNamed);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}

/** Connections that the server may cut at any time: what one does then fails, which is enough, and it is replaced when the next one is asked for. */
export function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** A statement that names itself, `-- prepared: load_dossier` in its first line, is parsed and planned once a connection. */
const named = /^-- prepared: (\w+)\n/;

function prepareNamed(client: pg.PoolClient): void {
  const ask = client.query.bind(client) as (query: unknown, ...rest: unknown[]) => unknown;
  const query = (text: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' && named.exec(text)?.[1];
    return name ? ask({ name, text, values: rest[0] }) : ask(text, ...rest);
  };
  client.query = query as typeof client.query;
}
