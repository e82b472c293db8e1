import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { diskFiles } from '#server/gateways/files/disk-files.ts';
import { openIdentity } from '#server/gateways/identity/identity.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';

export type HouseForTests = House & { close(): Promise<void> };

/**
 * A house of its own: a fresh database copied from the migrated template, the application's rights, a folder for files,
 * and a clock that stands still. `databaseOf(house)` is its name, for `asAdmin` and `asOwner`.
 */
export async function houseForTests(now = new Date('2018-05-14T09:00+07:00')): Promise<HouseForTests> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name} template motcua_template strategy file_copy`);
  const db = openDb(`${process.env.TEST_PG_APP}/${name}`);
  const key = new Uint8Array(32).fill(7);
  const publicUrl = 'http://localhost:3000';
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-house-'));
  return {
    db,
    now: () => now,
    root: path.join(import.meta.dirname, '..'),
    key,
    publicUrl,
    identity: openIdentity(db, key, publicUrl),
    files: diskFiles(path.join(folder, 'files')),
    async close() {
      await db.destroy();
      await asAdmin(`drop database ${name}`);
      rmSync(folder, { recursive: true });
    },
  };
}

async function asAdmin(statement: string, database = 'postgres'): Promise<void> {
  const client = new pg.Client(`${process.env.TEST_PG_ADMIN}/${database}`);
  await client.connect();
  await client.query(statement);
  await client.end();
}
