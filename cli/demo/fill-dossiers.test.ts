import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { importFolder } from '#cli/import.ts';
import { type Dossier, type DossierState, dossierStates } from '#domain/dossier/dossier.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import type { Mail } from '#server/gateways/mail/mail.ts';
import type { House } from '#server/house.ts';
import { findDossierEnd, loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { countDemoDossiers } from '#server/usecases/count-demo-dossiers.ts';
import { isReady, readOwnResult } from '#server/usecases/read-file.ts';
import { readOwnPaper } from '#server/usecases/read-paper.ts';
import { trackDossier } from '#server/usecases/track-dossier.ts';
import { verifyHistories } from '#server/usecases/verify-histories.ts';
import { verifyHistory } from '#server/usecases/verify-history.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { readPdf } from '#tests/read-pdf.ts';
import { fillDossiers } from './fill-dossiers.ts';

/** A Wednesday morning. */
const now = new Date('2026-06-17T10:05+07:00');
const asked = 300;
const named = ['HGX-001', 'HG-125', 'HG-228'];

/** Nobody is written to, whatever mail server is set. */
const noMail: Mail = {
  deliver() {
    throw new Error('A mail went out');
  },
};

let city: HouseForTests;
before(async () => {
  city = await houseForTests(now);
  await fill(city, asked);
});
after(() => city.close());

async function fill(house: HouseForTests, dossiers: number, tell = () => {}): Promise<void> {
  await importFolder(house, 'data/ha-giang');
  await fillDossiers({ ...house, mail: noMail }, dossiers, tell);
}

async function rows<Row>(house: House, query: string): Promise<readonly Row[]> {
  return (await sql.raw<Row>(query).execute(house.db)).rows;
}

test('dossiers stand in every state, the procedures that are shown in all in which they can', async () => {
  const found = await rows<{ state: DossierState }>(city, 'select distinct state from dossier');
  assert.deepEqual(new Set(found.map(({ state }) => state)), new Set(dossierStates));

  const shown = await rows<{ procedure_id: string; states: string[] }>(
    city,
    `select procedure_id, array_agg(distinct state) as states from dossier group by 1`,
  );
  for (const procedureId of named) {
    const states = shown.find(({ procedure_id }) => procedure_id === procedureId)?.states ?? [];
    const lasting = ['submitted', 'received', 'in progress', 'awaiting supplement', 'result ready', 'refused', 'returned', 'stopped'];
    const wanted = procedureId === 'HGX-001' ? lasting : [...lasting, 'awaiting payment', 'suspended'];
    assert.deepEqual(
      wanted.filter((state) => !states.includes(state)),
      [],
      procedureId,
    );
  }
});

test('it looks like a city at work: most early, some late, no list longer than one can read, and it is all marked', async () => {
  const [counts] = await rows<Record<'all' | 'marked' | 'online' | 'ready' | 'late' | 'open' | 'rated' | 'told', number>>(
    city,
    `select count(*)::int as all, (count(*) filter (where demo))::int as marked, (count(*) filter (where channel = 'online'))::int as online,
            (count(*) filter (where ready_at is not null))::int as ready, (count(*) filter (where outcome = 'late'))::int as late,
            (count(*) filter (where closed_at is null))::int as open, (select count(*)::int from rating) as rated,
            (select count(*)::int from feedback where demo) as told from dossier`,
  );
  assert.ok(counts && counts.all > 0.97 * asked && counts.all <= asked, JSON.stringify(counts));
  assert.equal(counts.marked, counts.all);
  const between = (part: number, of: number, least: number, most: number) =>
    assert.ok(part / of > least && part / of < most, `${part} of ${of}: ${JSON.stringify(counts)}`);
  between(counts.online, counts.all, 0.3, 0.48);
  between(counts.late, counts.ready, 0.02, 0.25);
  between(counts.open, counts.all, 0.05, 0.4);
  between(counts.rated, counts.ready, 0.15, 0.45);
  assert.ok(counts.told >= 30);

  const lists = await rows<{ longest: number }>(
    city,
    'select count(*)::int as longest from task where done_at is null group by unit_id, role order by 1 desc limit 1',
  );
  assert.ok((lists[0]?.longest ?? 0) < 60, JSON.stringify(lists));
});

test('each history leads to its row', async () => {
  for (const { dossier_id, code } of await rows<{ dossier_id: string; code: string }>(city, 'select dossier_id, code from dossier')) {
    const history = await loadHistory(city.db, dossier_id);
    const loaded = await loadDossier(city.db, code, { commandId: crypto.randomUUID(), personId: crypto.randomUUID() });
    assert.deepEqual(loaded?.dossier, replay(history.map(({ event }) => event)));
    assert.equal((await findDossierEnd(city.db, dossier_id))?.hash, history.at(-1)?.hash);
  }
});

test('every day that is over is closed, and nothing is found altered', async () => {
  const found = await verifyHistories(city, 'all');
  assert.deepEqual(found?.discoveries, []);
  const [days] = await rows<{ open: number }>(
    city,
    `select count(distinct (at at time zone 'Asia/Ho_Chi_Minh')::date)::int as open from dossier_event
      where (at at time zone 'Asia/Ho_Chi_Minh')::date not in (select day from day_closing)`,
  );
  assert.equal(days?.open, 1);
});

test('every paper that a page leads to opens in each state, and what is printed on it verifies', async () => {
  const sample = await rows<{ dossier_id: string; code: string }>(
    city,
    `select dossier_id, code from (select dossier_id, code, row_number() over (partition by state order by submitted_at desc) as no from dossier) d
      where no <= 2`,
  );
  assert.ok(sample.length >= dossierStates.length);
  for (const { dossier_id, code } of sample) {
    const history = await loadHistory(city.db, dossier_id);
    const proof = { token: tokenOf(city.key, dossier_id) };
    const view = await trackDossier(city, code, proof);
    assert.ok(view);
    for (const { version, kind } of view.papers) {
      assert.ok(await readOwnPaper(city, proof, { code, version, kind }), `${code} ${kind}`);
      const hash = history[version - 1]?.hash ?? '';
      assert.equal((await verifyHistory(city, code, proof.token, { version, hash }))?.finding, 'holds');
    }
    if (isReady(replayed(history))) assert.ok(await readOwnResult(city, proof, code), code);
  }
});

test('a result of the last weeks is made from the answers and says of whom it is', async () => {
  const recent = await rows<{ dossier_id: string; code: string; applicant_name: string }>(
    city,
    `select dossier_id, code, applicant_name from dossier where procedure_id = 'HG-125' and state = 'returned' and outcome is not null
        and ready_at > timestamptz '${now.toISOString()}' - interval '20 days' and not (standing ? 'refused') limit 3`,
  );
  assert.ok(recent.length > 0);
  for (const { dossier_id, code, applicant_name } of recent) {
    const result = await readOwnResult(city, { token: tokenOf(city.key, dossier_id) }, code);
    assert.ok(result);
    const { text } = await readPdf(await bytesOf(result.content));
    const number = replayed(await loadHistory(city.db, dossier_id)).result?.number ?? '?';
    for (const word of [applicant_name, number]) assert.ok(text.toUpperCase().includes(word.toUpperCase()), `${code}: ${word}`);
  }
});

test('nobody is written to, what waits in the outbox is nothing, and only the last days have messages', async () => {
  assert.deepEqual(await rows(city, 'select * from outbox'), []);
  const [messages] = await rows<{ all: number; sent: number }>(
    city,
    `select count(*)::int as all, (count(*) filter (where state not in ('kept', 'no address')))::int as sent from message`,
  );
  assert.ok(messages && messages.all > 0 && messages.all < 200 && messages.sent === 0, JSON.stringify(messages));
});

test('it is brought once, wholly or not at all', async () => {
  const before = await countDemoDossiers(city);
  await fillDossiers(city, asked, () => {});
  assert.equal(await countDemoDossiers(city), before);

  const other = await houseForTests(now);
  try {
    let told = 0;
    const pull = () => {
      if (++told === 2) throw new Error('pulled the plug');
    };
    await assert.rejects(fill(other, 40, pull), /plug/);
    assert.equal(await countDemoDossiers(other), 0);
    await fillDossiers(other, 40, () => {});
    const again = await houseForTests(now);
    try {
      await fill(again, 40);
      for (const column of ['code', 'last_hash']) {
        const values = (house: House) => rows(house, `select ${column} from dossier order by 1`);
        assert.deepEqual(await values(again), await values(other));
      }
    } finally {
      await again.close();
    }
  } finally {
    await other.close();
  }
});

function replayed(history: readonly Recorded[]): Dossier {
  return replay(history.map(({ event }) => event));
}

async function bytesOf(content: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  return Buffer.concat(await Array.fromAsync(content));
}
