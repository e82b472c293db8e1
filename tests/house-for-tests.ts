import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { workerConditions } from '#server/gateways/conditions/worker-conditions.ts';
import { diskFiles } from '#server/gateways/files/disk-files.ts';
import type { Identity } from '#server/gateways/identity/identity.ts';
import { keptMail } from '#server/gateways/mail/kept-mail.ts';
import { noSigner } from '#server/gateways/sign/no-signer.ts';
import type { House } from '#server/house.ts';
import { type Db, openDb } from '#server/store/db.ts';

export type HouseForTests = House & {
  close(): Promise<void>;
  /** Does something to the database that the application has no right to, as whoever owns the server could. */
  behindItsBack(statement: string, values?: readonly unknown[]): Promise<void>;
};

/**
 * A house of its own: a fresh database copied from the migrated template, the application's rights, a folder for files,
 * and a clock that stands still.
 */
export async function houseForTests(now = new Date('2018-05-14T09:00+07:00')): Promise<HouseForTests> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name} template motcua_template strategy file_copy`);
  const databaseUrl = `${process.env.TEST_PG_APP}/${name}`;
  const db = openDb(databaseUrl);
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-house-'));
  const key = new Uint8Array(32).fill(7);
  const publicUrl = 'http://localhost:3000';
  return {
    db,
    databaseUrl,
    now: () => now,
    root: path.join(import.meta.dirname, '..'),
    key,
    publicUrl,
    files: diskFiles(path.join(folder, 'files')),
    identity: identityWhenAsked(db, key, publicUrl),
    mail: keptMail,
    signer: noSigner,
    conditions: workerConditions(path.join(import.meta.dirname, '..')),
    behindItsBack: (statement, values = []) => asAdmin(statement, { in: name, values }),
    async close() {
      await db.destroy();
      await asAdmin(`drop database ${name}`);
      rmSync(folder, { recursive: true });
    },
  };
}

/** better-auth takes half a second to load: only the tests that sign in pay for it. */
function identityWhenAsked(db: Db, key: Uint8Array, publicUrl: string): Identity {
  let opened: Promise<Identity> | undefined;
  const open = () => {
    opened ??= import('#server/gateways/identity/identity.ts').then(({ openIdentity }) => openIdentity(db, key, publicUrl, 'random'));
    return opened;
  };
  return {
    signIn: async (...asked) => (await open()).signIn(...asked),
    findSession: async (...asked) => (await open()).findSession(...asked),
    signOut: async (...asked) => (await open()).signOut(...asked),
    hashPassword: async (password) => (await open()).hashPassword(password),
  };
}

async function asAdmin(
  statement: string,
  { in: name = 'postgres', values = [] }: { in?: string; values?: readonly unknown[] } = {},
): Promise<void> {
  const client = new pg.Client(`${process.env.TEST_PG_ADMIN}/${name}`);
  await client.connect();
  try {
    await client.query(statement, [...values]);
  } finally {
    await client.end();
  }
}
