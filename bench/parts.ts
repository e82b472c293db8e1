import { randomBytes } from 'node:crypto';
import { fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { CompiledQuery } from 'kysely';
import pg from 'pg';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { record } from '#domain/dossier/history.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type Db, openDb } from '#server/store/db.ts';
import { sha256 } from '#server/store/hashes.ts';
import { actOnDossier, type Decide } from '#server/usecases/act-on-dossier.ts';
import { byOfficer } from '#server/usecases/by.ts';
import { monday, ordinary } from '#tests/given.ts';
import { keepLendingWorld } from '#tests/lending-world.ts';
import { type Ground, openGround, pgbench, protocols, tell } from './ground.ts';
import { submitMany, way } from './transition.ts';

/**
 * Where the time of a transition goes, at one client: the whole act, what it is made of, and what the machine allows.
 * Beside the whole act stands pgbench's tpcb-like transaction, so that one sees what would have to be left out.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const peers = protocols.map((protocol) => ({ protocol, tps: pgbench(ground, protocol, 1, 8) }));
    const durable = await walk(ground.app);
    const lazy = await walk(`${ground.app}?options=-c%20synchronous_commit%3Doff`);
    for (const { protocol, tps } of peers)
      told('a whole act', durable.micros, `pgbench tpcb-like, ${protocol} protocol`, tps === null ? null : 1e6 / tps);
    told('a whole act that waits for no disk', lazy.micros);
    told('deciding, in it', lazy.decidingMicros);
    told('canonical JSON, salts and hashes, in it', (await repeated(() => recordOnce(lazy.decided))) / lazy.decided.length);

    const db = openDb(ground.app, 1);
    told('a round trip with nothing in it', await repeated(() => db.executeQuery(nothing)));
    await make(ground, silent(lazy.sent[0]?.parameters.length ?? 0));
    let next = 0;
    told(
      'a round trip that brings an act’s values to a function that does nothing',
      await repeated(() => db.executeQuery(toSilent(lazy.sent[next++ % lazy.sent.length]))),
    );
    await make(ground, 'create table one_row (n int)', 'grant insert on one_row to motcua_app');
    told('a commit of one row', await repeated(() => db.executeQuery(oneRow)));
    await db.destroy();

    told('writing 8 kB and waiting for the disk', await repeated(onDisk(ground)));
    const kilobyte = randomBytes(512).toString('hex');
    told('SHA-256 of 1 kB', await repeated(() => sha256(kilobyte, '')));
    return peers.some(({ tps }) => tps === null) ? 2 : 0;
  } finally {
    await ground.close();
  }
}

const dossiers = 800;

type Walked = {
  readonly micros: number;
  readonly decidingMicros: number;
  readonly decided: DossierEvent[][];
  readonly sent: CompiledQuery[];
};

/** Leads dossiers along the way of `transition`, one act after the other, and keeps what was decided and sent. */
async function walk(url: string): Promise<Walked> {
  const decided: DossierEvent[][] = [];
  const sent: CompiledQuery[] = [];
  const db = listened(openDb(url, 1), sent);
  const house = { db, now: () => monday, key: new Uint8Array(32), root: '', publicUrl: '' } as unknown as House;
  await keepLendingWorld(house);
  const codes = await submitMany(house, 1, dossiers);
  sent.length = 0;

  let deciding = 0;
  const start = performance.now();
  for (const code of codes) {
    for (const [act, name, officer] of way) {
      const decide: Decide<object> = (dossier, _request, facts) => {
        const began = performance.now();
        const decision = ordinary[name](dossier, facts);
        deciding += performance.now() - began;
        if (!isRefusal(decision)) decided.push([...decision]);
        return decision;
      };
      const answer = await actOnDossier(house, byOfficer(officer, act), { code, commandId: crypto.randomUUID(), request: {} }, decide);
      if (!answer || isRefusal(answer)) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    }
  }
  const micros = ((performance.now() - start) * 1000) / (codes.length * way.length);
  await db.destroy();
  return { micros, decidingMicros: (deciding * 1000) / (codes.length * way.length), decided, sent: sent.slice(-5000) };
}

/** The same database; what is sent to it is kept. */
function listened(db: Db, sent: CompiledQuery[]): Db {
  return new Proxy(db, {
    get(target, name) {
      const own = Reflect.get(target, name, target);
      if (name !== 'executeQuery') return typeof own === 'function' ? own.bind(target) : own;
      return (query: CompiledQuery) => {
        sent.push(query);
        return target.executeQuery(query);
      };
    },
  });
}

const act = {
  by: { personId: crypto.randomUUID(), agencyId: 'music', role: 'specialist' },
  commandId: crypto.randomUUID(),
  request: {},
} as const;

function recordOnce(decided: readonly DossierEvent[][]): void {
  const writing = { ...act, dossierId: act.commandId, newSalt: () => randomBytes(16).toString('hex'), sha256 };
  for (const events of decided) record({ version: 1, hash: '0'.repeat(64) }, events, writing);
}

const nothing = CompiledQuery.raw('-- prepared: nothing\nselect 1');
const oneRow = CompiledQuery.raw('-- prepared: one_row\ninsert into one_row values (1)');

/** A function that takes as many values as an act sends, each of the type that it has there. */
function silent(count: number): string {
  const types = `(select string_agg(format_type(t, null), ', ' order by n) from unnest((select proargtypes from pg_proc where proname = 'append_dossier_events')::oid[]) with ordinality as x(t, n))`;
  return `do $$ begin execute format('create function silent(%s) returns int language plpgsql as %L', ${types}, 'begin return ${count}; end'); end $$`;
}

function toSilent(query: CompiledQuery | undefined): CompiledQuery {
  if (!query) throw new Error('no act was sent');
  const places = query.parameters.map((_, i) => `$${i + 1}`).join(', ');
  return CompiledQuery.raw(`-- prepared: silent\nselect silent(${places})`, [...query.parameters]);
}

async function make({ admin }: Ground, ...statements: string[]): Promise<void> {
  const client = new pg.Client(`${admin}/motcua`);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Beside the data of the server, so that it is the same disk. */
function onDisk({ folder }: Ground): () => void {
  const block = Buffer.alloc(8192);
  const open = openSync(path.join(folder, 'block'), 'w');
  return () => {
    writeSync(open, block, 0, block.length, 0);
    fdatasyncSync(open);
  };
}

const seconds = 2;

/** Microseconds that it takes once. */
async function repeated(once: () => unknown): Promise<number> {
  let times = 0;
  const start = performance.now();
  for (; performance.now() - start < seconds * 1000; times++) await once();
  return ((performance.now() - start) * 1000) / times;
}

function told(part: string, micros: number, peer: string | null = null, peerMicros: number | null = null): void {
  tell({ bench: 'parts', case: part, value: micros, unit: 'µs', peer, peer_value: peerMicros });
}
