import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { borrowDatabase } from '#cli/database.ts';
import { answersOf, readInvented } from '#cli/demo/people.ts';
import { findPostgres } from '#cli/postgres.ts';
import { readSettings } from '#cli/settings.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { firstBroken } from '#domain/dossier/history.ts';
import { papersOf } from '#domain/form/papers.ts';
import { isRefusal } from '#domain/refusal.ts';
import { chanceOf } from '#domain/simulation/chance.ts';
import { receiptFor } from '#domain/simulation/receipt.ts';
import type { House } from '#server/house.ts';
import { openDb } from '#server/store/db.ts';
import { findDossierEnd, loadHistory } from '#server/store/dossiers.ts';
import { readForm } from '#server/usecases/read-form.ts';
import { readProcedure } from '#server/usecases/read-procedure.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { referenceOf } from '#server/usecases/reference.ts';
import { submitDossier } from '#server/usecases/submit-dossier.ts';
import { startMailServer } from '#tests/mail-server.ts';
import { startProgram } from '#tests/program.ts';

const root = path.join(import.meta.dirname, '../..');

/** What was answered before the lights went out. */
type Acknowledged = { readonly dossierId: string; readonly commandId: string; readonly version: number };

test('everything is killed under load: no act that was acknowledged is lost, no mail goes out twice', { timeout: 600_000 }, async (t) => {
  const data = mkdtempSync(path.join(tmpdir(), 'motcua-kill-'));
  const mail = await startMailServer();
  const settings = { MOTCUA_DATA: data, MOTCUA_DEMO: '0', SMTP_URL: mail.url };
  t.after(async () => {
    await mail.stop();
    rmSync(data, { recursive: true, force: true });
  });
  const importing = startProgram(settings, 'import', 'data/ha-giang');
  assert.equal(await importing.ended(), 0, importing.said());
  const first = startProgram(settings);
  await first.ready();

  const acknowledged = await loadUntilKilled(data, () => {
    process.kill(findPostgres(data)?.pid ?? 0, 'SIGKILL');
    first.kill();
  });
  await first.ended();
  assert.ok(acknowledged.length > 20, `only ${acknowledged.length} acts before the end`);
  assert.ok(mail.letters.length > 0, 'no mail was under way');

  const second = startProgram(settings);
  await second.ready();
  const house = houseOn(data);
  try {
    for (const { dossierId, commandId, version } of acknowledged) {
      const history = await loadHistory(house.db, dossierId);
      assert.equal(history.findLast((one) => one.commandId === commandId)?.version, version);
      assert.equal(firstBroken(history, (await findDossierEnd(house.db, dossierId))?.hash ?? ''), undefined);
    }
    await untilAllIsTold(house);
    const ids = mail.letters.map(({ messageId }) => messageId);
    assert.equal(new Set(ids).size, ids.length, 'a mail went out twice');
    const { sent, begun } = await countMessages(house);
    assert.ok(ids.length >= sent && ids.length <= sent + begun, `${ids.length} letters, ${sent} sent, ${begun} begun when it ended`);
  } finally {
    await house.db.destroy();
    second.interrupt();
    assert.equal(await second.ended(), 0);
  }
});

/** Four at once apply and are received, until all is killed in the midst of it. */
async function loadUntilKilled(data: string, kill: () => void): Promise<readonly Acknowledged[]> {
  const house = houseOn(data);
  const invented = readInvented(root);
  const version = await readProcedure(house, 'HGX-001');
  assert.ok(version);
  const form = await readForm(house, version);
  const owed = papersOf(version.components, form).filter(({ sending }) => sending === 'sent');
  const files = owed.map(({ component }) => ({ componentNo: component.no, digest: 'a'.repeat(64), name: 'giay.jpg' }));
  const { holdersOf, officers } = await referenceOf(house);
  const [receiver] = holdersOf('minh-khai/one-stop', 'receiving officer');
  const officer = officers.find(({ officerId }) => officerId === receiver?.officerId);
  assert.ok(officer);

  const done: Acknowledged[] = [];
  let killed = false;
  const client = async (seed: number) => {
    const chance = chanceOf(seed);
    while (!killed) {
      const commandId = crypto.randomUUID();
      const answers = { ...answersOf(version, invented, chance, dayOf(house.now())), 'applicant-email': `nguoi.${commandId}@example.vn` };
      const submission = {
        commandId,
        procedureId: version.procedureId,
        version: version.version,
        receivingAgencyId: 'minh-khai',
        answers,
        files,
        trial: false,
      };
      const submitted = await submitDossier(house, form, submission);
      if (isRefusal(submitted)) throw new Error(JSON.stringify(submitted));
      const { dossierId, code } = submitted;
      done.push({ dossierId, commandId, version: submitted.version });

      const receiving = { code, commandId: crypto.randomUUID(), request: receiptFor(version, chance) };
      const received = await receiveDossier(house, officer, receiving);
      if (received && !isRefusal(received)) done.push({ dossierId, commandId: receiving.commandId, version: received.version });
    }
  };
  const clients = [1, 2, 3, 4].map((seed) =>
    client(seed).catch((fault: unknown) => {
      if (!killed) throw fault;
    }),
  );
  await setTimeout(5000);
  killed = true;
  kill();
  await Promise.all(clients);
  await house.db.destroy();
  return done;
}

/** A second program on the same database, as a web process beside the first would be. */
function houseOn(data: string): House {
  const database = borrowDatabase(readSettings({ MOTCUA_DATA: data }));
  assert.ok(database);
  const key = Buffer.from(readFileSync(path.join(data, 'key'), 'utf8'), 'base64url');
  const reached = { db: openDb(database.app, 6), now: () => new Date(), root, key, publicUrl: 'http://localhost' };
  return reached as unknown as House;
}

/** Until no event waits for its reactions, and no message to be sent. */
async function untilAllIsTold({ db }: House): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ left: number }>`
      select (select count(*) from outbox) + (select count(*) from message where state = 'waiting')
             + (select count(*) from dossier_event e where type in ('submitted', 'received')
                 and not exists (select from message m where m.dossier_id = e.dossier_id and m.version = e.version)) as left`.execute(db);
    if (Number(rows[0]?.left) === 0) return;
    await setTimeout(500);
  }
}

async function countMessages({ db }: House): Promise<{ sent: number; begun: number }> {
  const { rows } = await sql<{ sent: number; begun: number }>`
    select (count(*) filter (where state = 'sent'))::int as sent,
           (count(*) filter (where state in ('sending', 'unknown')))::int as begun from message`.execute(db);
  return rows[0] ?? { sent: 0, begun: 0 };
}
