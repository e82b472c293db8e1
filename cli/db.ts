import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeSchema } from '#server/store/catalog.ts';
import { openDb } from '#server/store/db.ts';
import { CannotRun } from './cannot-run.ts';
import { bringUpToDate, openDatabase } from './database.ts';
import { readSettings, type Settings } from './settings.ts';

const heading = '-- The schema, written by "npm run db:dump" from the catalog of a database that every migration has run on. Never edited.';

/** `motcua db dump`: writes docs/schema.sql, from a database made for it and thrown away. */
export async function run([what]: readonly string[]): Promise<number> {
  if (what !== 'dump') throw new CannotRun('say "motcua db dump".');
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-'));
  try {
    await dump({ ...readSettings(process.env), data: folder, database: undefined });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}

async function dump(settings: Settings): Promise<void> {
  const database = await openDatabase(settings);
  const db = openDb(database.app);
  try {
    await bringUpToDate(database, settings.root);
    writeFileSync(path.join(settings.root, 'docs/schema.sql'), `${heading}\n\n${await describeSchema(db)}`);
  } finally {
    await db.destroy();
    await database.stop();
  }
}
