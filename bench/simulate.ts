import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { importFolder } from '#cli/import.ts';
import { inventionOf } from '#cli/simulate/invention.ts';
import { asDay, instantAt } from '#domain/calendar/day.ts';
import { diskFiles } from '#server/gateways/files/disk-files.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { simulateDossiers } from '#server/usecases/simulate-dossiers.ts';
import { type Ground, openGround, tell } from './ground.ts';

const dossiers = 20_000;

/**
 * Simulated dossiers a minute: played, decided, hashed and written down durably by one process. Beside it, in the same run, the same rows
 * written by PostgreSQL alone, from these tables into others with the same keys and indexes.
 */
export async function run(): Promise<number> {
  const ground = await openGround();
  try {
    const startedAt = performance.now();
    await fillCity(ground, dossiers);
    const minutes = (performance.now() - startedAt) / 60_000;
    tell({
      bench: 'simulate',
      case: `${dossiers} dossiers of a year`,
      value: dossiers / minutes,
      unit: '1/min',
      peer: 'insert … select of the same rows into tables with the same keys and indexes',
      peer_value: dossiers / (await copyMinutes(ground)),
    });
    return 0;
  } finally {
    await ground.close();
  }
}

/** Fills a database with the demo city and so many dossiers of the year 2019, each with its whole history. */
export async function fillCity({ app }: Pick<Ground, 'app'>, count: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-bench-'));
  const db = openDb(app, 2);
  const root = path.join(import.meta.dirname, '..');
  const until = instantAt(asDay('2020-01-01'), 0);
  const house = { db, now: () => until, root, files: diskFiles(folder), key: new Uint8Array(32), publicUrl: '' } as unknown as House;
  try {
    await importFolder(house, 'data/ha-giang');
    await simulateDossiers(house, { dossiers: count, seed: 'bench', span: { from: asDay('2019-01-01'), until } }, inventionOf(root));
  } finally {
    await db.destroy();
    rmSync(folder, { recursive: true });
  }
}

async function copyMinutes({ admin }: Ground): Promise<number> {
  const db = openDb(`${admin}/motcua`, 1);
  try {
    const startedAt = performance.now();
    for (const table of ['dossier_code', 'dossier', 'dossier_search', 'dossier_event', 'task', 'share']) {
      const copy = sql.table(`copy_of_${table}`);
      await sql`create table ${copy} (like ${sql.table(table)} including all)`.execute(db);
      await sql`insert into ${copy} select * from ${sql.table(table)}`.execute(db);
    }
    return (performance.now() - startedAt) / 60_000;
  } finally {
    await db.destroy();
  }
}
