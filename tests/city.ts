import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '#cli/postgres.ts';
import type { CatalogueFile } from '#domain/procedure/read-catalogue.ts';
import { type MailServer, startMailServer } from '#tests/mail-server.ts';
import { startProgram } from '#tests/program.ts';

type Letter = MailServer['letters'][number];

/** The demo city as a person starts it, with a mail server of its own. */
export type City = {
  readonly url: string;
  /** What stands in the list of sign-ins for a user name: `user name → password`. */
  passwordOf(username: string): string;
  /** The letter to `to` that says `what`, in its subject or its text; waits until it has come. */
  letter(to: string, what: RegExp): Promise<Letter>;
  /** Letters that came to `to` until now. */
  lettersTo(to: string): readonly Letter[];
  /** As the database's administrator, behind the application's back. */
  asAdministrator(statement: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
  /** Stops the program and starts it at the same address when it is this moment there. */
  goOnAt(now: string): Promise<void>;
  /** Brings a catalogue into it, as `motcua import` does while it runs; it says what came. */
  bring(files: readonly CatalogueFile[]): Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts `motcua start` on a free port, at 09:40 of 2 May 2018, with 300 dossiers of eight weeks, in a new folder that is removed in the end.
 * Who has a filled folder already names it by `JOURNEYS_DATA`: it is used and left.
 */
export async function startCity(): Promise<City> {
  const kept = process.env.JOURNEYS_DATA;
  const data = kept ? path.resolve(kept) : mkdtempSync(path.join(tmpdir(), 'motcua-city-'));
  const mail = await startMailServer();
  const begin = (now: string, port = '0') =>
    startProgram({ MOTCUA_DATA: data, MOTCUA_DEMO: '300', MOTCUA_NOW: now, SMTP_URL: mail.url, PORT: port });
  let program = begin('2018-05-02T09:40+07:00');
  const end = async () => {
    program.interrupt();
    assert.equal(await program.ended(), 0, program.said());
  };
  const stop = async () => {
    const [ended] = await Promise.allSettled([end()]);
    await mail.stop();
    if (!kept) rmSync(data, { recursive: true });
    if (ended.status === 'rejected') throw ended.reason;
  };

  const url = await program.ready();
  assert.ok(existsSync(path.join(data, 'sign-ins.txt')), program.said());
  const lettersTo = (to: string) => mail.letters.filter((letter) => letter.to === to);
  return {
    url,
    passwordOf: (username) => passwordIn(readFileSync(path.join(data, 'sign-ins.txt'), 'utf8'), username),
    lettersTo,
    async letter(to, what) {
      for (let tries = 0; tries < 300; tries++) {
        const found = lettersTo(to).find(({ subject, text }) => what.test(subject) || what.test(text));
        if (found) return found;
        await setTimeout(200);
      }
      const came = lettersTo(to).map(({ subject }) => subject);
      throw new Error(`No letter to ${to} says ${what}; there came: ${came.join('; ') || 'none'}`);
    },
    async goOnAt(now) {
      await end();
      program = begin(now, new URL(url).port);
      await program.ready();
    },
    asAdministrator: (statement, values) => ask(data, statement, values),
    bring: (files) => bring(data, files),
    stop,
  };
}

function passwordIn(list: string, username: string): string {
  const line = list.split('\n').find((one) => one.split('\t')[2] === username);
  return line?.split('\t')[3] ?? assert.fail(`${username} has no sign-in`);
}

async function bring(data: string, files: readonly CatalogueFile[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-catalogue-'));
  for (const file of files) {
    const at = path.join(folder, file.path);
    mkdirSync(path.dirname(at), { recursive: true });
    writeFileSync(at, file.text);
  }
  const importing = startProgram({ MOTCUA_DATA: data }, 'import', folder);
  const code = await importing.ended();
  rmSync(folder, { recursive: true });
  assert.equal(code, 0, importing.said());
  return importing.said();
}

async function ask(data: string, statement: string, values: readonly unknown[]): Promise<readonly Record<string, unknown>[]> {
  const postgres = findPostgres(data);
  const password = readFileSync(path.join(data, 'postgres-password'), 'utf8');
  const client = new pg.Client(`postgres://postgres:${password}@${postgres?.address}/motcua`);
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
