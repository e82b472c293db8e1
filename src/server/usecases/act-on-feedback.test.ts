import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import fc from 'fast-check';
import { sql } from 'kysely';
import type { Officer } from '#domain/access/actor.ts';
import { paceLimits } from '#domain/access/pace.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import { replayFeedback } from '#domain/feedback/evolve.ts';
import { feedbackKinds } from '#domain/feedback/feedback.ts';
import type { Answers } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { FeedbackPlace } from '#server/store/feedback-lists.ts';
import { loadFeedback } from '#server/store/feedbacks.ts';
import { countFeedback } from '#server/store/reports/feedback-counts.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { staff } from '#tests/lending-world.ts';
import { lend } from '#tests/lent.ts';
import { keepListeningWorld, listeners, slow } from '#tests/listening-world.ts';
import { acknowledgeFeedback } from './acknowledge-feedback.ts';
import type { actOnFeedback } from './act-on-feedback.ts';
import { answerFeedback } from './answer-feedback.ts';
import { consentToPublication } from './consent-to-publication.ts';
import { type GivenFeedback, giveFeedback } from './give-feedback.ts';
import { handFeedbackOn } from './hand-on-feedback.ts';
import { openFeedback } from './open-feedback.ts';
import { publishFeedback } from './publish-feedback.ts';
import { readFeedback } from './read-feedback.ts';
import { type FeedbackList, readFeedbackList } from './read-feedback-list.ts';
import { readPublishedFeedback } from './read-published-feedback.ts';
import { trackFeedback } from './track-feedback.ts';
import { typeInFeedback } from './type-in-feedback.ts';
import { withdrawPublication } from './withdraw-publication.ts';
import { writeBack } from './write-back-on-feedback.ts';

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepListeningWorld(house);
});
afterEach(() => house.close());

const { director, cityLeader, hotline } = listeners;
const toMusic = { agencyId: 'music', note: 'Trả lời giúp', keptOut: [] };

test('it is told, handed on, answered, written back to, answered again, published and taken back', async () => {
  const { code, token } = await given();
  assert.equal(code, 'PA-180514-0001');
  done(await acknowledgeFeedback(house, director, command(code, {})));
  assert.partialDeepStrictEqual(await readFeedback(house, director, code), { proposedAgencyId: 'music' });
  done(await handFeedbackOn(house, director, command(code, toMusic)));
  done(await answerFeedback(house, staff.head, command(code, { text: 'Đã có kết quả từ sáng nay.' })));
  assert.partialDeepStrictEqual(await trackFeedback(house, code, token), {
    feedback: { state: 'answered' },
    handlerAgencyName: 'Cơ quan music',
    mayWriteBack: true,
  });

  done(await writeBack(house, token, command(code, { text: 'Còn thiếu bản sao' })));
  done(await answerFeedback(house, staff.leader, command(code, { text: 'Bản sao gửi kèm.' })));
  const view = await trackFeedback(house, code, token);
  assert.deepEqual(
    view?.lines.map(({ type, text, officerName }) => [type, text, officerName]),
    [
      ['given', slow.text, null],
      ['acknowledged', '', null],
      ['handed on', '', null],
      ['answered', 'Đã có kết quả từ sáng nay.', null],
      ['written back', 'Còn thiếu bản sao', null],
      ['answered', 'Bản sao gửi kèm.', null],
    ],
  );
  assert.equal(view?.mayWriteBack, false);

  done(await publishFeedback(house, director, command(code, { text: 'Chờ lâu', answer: 'Đã trả' })));
  assert.partialDeepStrictEqual(await readPublishedFeedback(house, null), { answers: [{ text: 'Chờ lâu', answer: 'Đã trả' }], next: null });
  done(await consentToPublication(house, token, command(code, { consent: false })));
  assert.deepEqual(await readPublishedFeedback(house, null), { answers: [], next: null });
  assert.deepEqual(await publishFeedback(house, director, command(code, { text: 'a', answer: 'b' })), { refused: 'consent-missing' });
});

test('of who wants no name kept nothing that identifies is in any row, not even a digest of it', async () => {
  const { code: dossier, dossierId } = await lend(house, 'receive');
  const traces = { name: 'Sùng Thị Dính', phone: '0912345678', email: 'dinh@example.org', dossier };
  const { code } = await given({ ...slow, ...traces });
  const { code: other } = await given({ ...slow });
  const rows = JSON.stringify([
    await house.db.selectFrom('feedback').selectAll().where('code', '=', code).execute(),
    await house.db.selectFrom('feedback_event').selectAll().execute(),
  ]);
  for (const trace of [...Object.values(traces), dossierId, '127.0.0.1']) assert.ok(!rows.includes(trace), trace);
  const digests = await Promise.all([code, other].map(async (one) => [...((await loadFeedback(house.db, one))?.requests.values() ?? [])]));
  assert.deepEqual(digests[0], digests[1]);
  assert.deepEqual(await readFeedback(house, staff.receiver, code), { refused: 'role-missing' });
});

test('who acted on the dossier named neither sees the complaint nor opens it, also who acts on it only later', async () => {
  const { code: dossier, dossierId } = await lend(house, 'receive', 'hand on', 'draft', 'hand on');
  const contact = { named: 'yes', name: 'Sùng Thị Dính', dossier };
  const { code } = await given({ ...slow, ...contact });
  done(await handFeedbackOn(house, director, command(code, toMusic)));
  assert.deepEqual(await codesOf(staff.head), [code]);
  assert.ok(!isRefusal(await readFeedback(house, staff.head, code)));

  await sql`update task set officer_id = ${staff.head.officerId} where dossier_id = ${dossierId} and done_at is null`.execute(house.db);
  assert.deepEqual(await codesOf(staff.head), []);
  assert.deepEqual(await readFeedback(house, staff.head, code), { refused: 'complained-of' });
  assert.deepEqual(await answerFeedback(house, staff.head, command(code, { text: 'Không sao' })), { refused: 'complained-of' });
  assert.deepEqual(await codesOf(staff.leader), [code]);
});

test('a complaint about the director’s own centre goes past him to the city, who answers and publishes it', async () => {
  const { code } = await given({ ...slow, kind: 'conduct', agency: 'centre' });
  assert.deepEqual(await codesOf(director), []);
  assert.deepEqual(await readFeedback(house, director, code), { refused: 'complained-of' });
  for (const act of [acknowledgeFeedback, withdrawPublication])
    assert.deepEqual(await act(house, director, command(code, {})), { refused: 'complained-of' });
  assert.deepEqual(await handFeedbackOn(house, director, command(code, toMusic)), { refused: 'complained-of' });

  assert.deepEqual(await codesOf(cityLeader), [code]);
  assert.partialDeepStrictEqual(await readFeedback(house, cityLeader, code), {
    openActs: ['read feedback', 'acknowledge feedback', 'hand feedback on', 'answer feedback'],
    targets: [{ agencyId: 'city' }, { agencyId: 'music' }],
  });
  done(await answerFeedback(house, cityLeader, command(code, { text: 'Đã nhắc nhở.' })));
  done(await publishFeedback(house, cityLeader, command(code, { text: 'Thái độ', answer: 'Đã nhắc nhở.' })));
});

test('a director who is named is kept out; the other agency does not see it', async () => {
  const { code } = await given({ ...slow, whom: 'ba Nguyen Thi Binh' });
  assert.deepEqual(await readFeedback(house, director, code), { refused: 'complained-of' });
  assert.deepEqual(await codesOf(staff.leader), [code]);
  assert.deepEqual(await codesOf(cityLeader), []);
  assert.deepEqual(await readFeedback(house, cityLeader, code), { refused: 'not-yours' });
});

test('the officer on hotline duty types a call in; the history names him, nobody else may', async () => {
  const call = { commandId: crypto.randomUUID(), answers: slow };
  assert.deepEqual(await typeInFeedback(house, staff.receiver, call), { refused: 'role-missing' });
  const { code, token } = done(await typeInFeedback(house, hotline, call));
  const loaded = await loadFeedback(house.db, code);
  assert.equal(loaded?.feedback.channel, 'hotline');
  assert.deepEqual(loaded?.history[0]?.by, { personId: hotline.officerId, agencyId: 'centre', role: 'hotline officer' });
  assert.match((await trackFeedback(house, code, token))?.secret ?? '', /^\w{4}-\w{4}-\w{4}$/);
});

test('more feedback in an hour from one address than people send is not kept; what is typed in here is', async () => {
  const send = (address: string) => giveFeedback(house, { commandId: crypto.randomUUID(), answers: slow, address });
  for (let no = 0; no < paceLimits.feedback; no++) done(await send('10.9.9.9'));
  assert.deepEqual(await send('10.9.9.9'), { refused: 'too-much-sent', facts: { minutes: 60 } });
  done(await send('10.9.9.8'));
  done(await typeInFeedback(house, hotline, { commandId: crypto.randomUUID(), answers: slow }));
});

test('sent twice at once it is one; the same id with other words is refused', async () => {
  const feedback = { commandId: crypto.randomUUID(), answers: slow };
  const answers = await Promise.all([giveFeedback(house, feedback), giveFeedback(house, feedback), giveFeedback(house, feedback)]);
  assert.equal(new Set(answers.map((answer) => done(answer).code)).size, 1);
  assert.deepEqual(await giveFeedback(house, { ...feedback, answers: { ...slow, text: 'khác' } }), { refused: 'command-reused' });
  assert.equal((await house.db.selectFrom('feedback').selectAll().execute()).length, 1);
});

test('the same act sent twice has one effect; two who answer at once: one is served, the other is told', async () => {
  const { code } = await given();
  done(await handFeedbackOn(house, director, command(code, toMusic)));
  const answer = command(code, { text: 'Đã trả' });
  const other = command(code, { text: 'Chưa trả' });
  let second: ReturnType<typeof answerFeedback> | undefined;
  await house.db.transaction().execute(async (tx) => {
    await answerFeedback({ ...house, db: tx }, staff.head, answer);
    second = answerFeedback(house, staff.leader, other);
    await untilSomebodyQueues();
  });
  assert.deepEqual(await second, { refused: 'already-answered' });
  assert.deepEqual(await answerFeedback(house, staff.head, answer), { code, version: 3 });
  assert.deepEqual(await answerFeedback(house, staff.head, { ...answer, request: { text: 'khác' } }), { refused: 'command-reused' });
  assert.equal((await loadFeedback(house.db, code))?.history.length, 3);
});

test('code and secret open the answer; a wrong one of either gets the same answer, and tries are limited', async () => {
  const { code, token } = await given();
  const feedbackId = (await loadFeedback(house.db, code))?.feedbackId ?? '';
  const secret = secretOf(house.key, feedbackId);
  assert.deepEqual(await openFeedback(house, { code: ` ${code.toLowerCase()}`, secret: secret.toLowerCase() }, '::1'), { code, token });
  assert.deepEqual(await openFeedback(house, { code, secret: 'AAAA-AAAA-AAAA' }, '::1'), { refused: 'not-yours' });
  assert.deepEqual(await openFeedback(house, { code: 'PA-180514-9999', secret }, '::1'), { refused: 'not-yours' });
  for (let tries = 0; tries < 12; tries++) await openFeedback(house, { code, secret: 'AAAA-AAAA-AAAA' }, '::1');
  assert.partialDeepStrictEqual(await openFeedback(house, { code, secret }, '::1'), { refused: 'too-many-tries' });
  assert.equal(await trackFeedback(house, code, 'f'.repeat(32)), undefined);
  assert.deepEqual(await writeBack(house, 'f'.repeat(32), command(code, { text: 'x' })), { refused: 'not-yours' });
});

test('lists page by what is owed first; what is overdue is marked and counted', async () => {
  const codes = [];
  for (let no = 0; no < 5; no++) codes.push((await given()).code);
  const later = { ...house, now: () => new Date('2018-05-17T09:00+07:00') };
  const seen: string[] = [];
  let after: FeedbackPlace | null = null;
  do {
    const list: FeedbackList = done(await readFeedbackList(later, director, 'overdue', after, 2));
    assert.deepEqual(list.counts, { open: 5, new: 5, overdue: 5, answered: 0, 'to publish': 0 });
    assert.ok(list.lines.every(({ left }) => left?.overdue));
    seen.push(...list.lines.map(({ code }) => code));
    after = list.next;
  } while (after);
  assert.deepEqual(seen, codes);
  assert.equal(done(await readFeedbackList(house, director, 'overdue', null)).lines.length, 0);

  for (const code of codes) done(await answerFeedback(house, director, command(code, { text: 'Xin cảm ơn' })));
  const first = done(await readFeedbackList(house, director, 'to publish', null, 3));
  const second = done(await readFeedbackList(house, director, 'to publish', first.next, 3));
  assert.deepEqual([...first.lines, ...second.lines].map(({ code }) => code).sort(), codes);
  assert.equal(second.next, null);
});

test('published answers page by keyset, the newest first', async () => {
  for (let no = 0; no < 5; no++) {
    const { code } = await given();
    done(await answerFeedback(house, director, command(code, { text: 'Xin cảm ơn' })));
    done(await publishFeedback(house, director, command(code, { text: `Câu ${no}`, answer: 'Xin cảm ơn' })));
  }
  const first = await readPublishedFeedback(house, null, 3);
  const second = await readPublishedFeedback(house, first.next, 3);
  assert.equal(new Set([...first.answers, ...second.answers].map(({ text }) => text)).size, 5);
  assert.equal(second.next, null);
});

test('that an officer opened it is recorded; history and readings are neither changed nor removed', async () => {
  const { code } = await given();
  await readFeedback(house, director, code);
  assert.equal((await house.db.selectFrom('feedback_reading').selectAll().execute()).length, 1);
  const denied = /permission denied/;
  await assert.rejects(house.db.updateTable('feedback_event').set({ type: 'given' }).execute(), denied);
  await assert.rejects(house.db.deleteFrom('feedback_event').execute(), denied);
  await assert.rejects(house.db.deleteFrom('feedback').execute(), denied);
  await assert.rejects(house.db.deleteFrom('feedback_reading').execute(), denied);
  await assert.rejects(sql`truncate feedback cascade`.execute(house.db), denied);
});

test('counts by kind: given, answered, overdue', async () => {
  await given();
  const { code } = await given({ ...slow, kind: 'idea', agency: '' });
  done(await answerFeedback(house, director, command(code, { text: 'Xin cảm ơn' })));
  const year = { from: new Date('2018-01-01T00:00+07:00'), until: new Date('2019-01-01T00:00+07:00') };
  assert.deepEqual(await countFeedback(house.db, year, new Date('2018-05-17T09:00+07:00')), [
    { kind: 'idea', given: 1, answered: 1, overdue: 0 },
    { kind: 'settlement', given: 1, answered: 0, overdue: 1 },
  ]);
});

test('whoever looks: his list shows just what he may open', async () => {
  const { code: dossier } = await lend(house, 'receive', 'hand on');
  const people: Officer[] = [...Object.values(staff), ...Object.values(listeners)];
  const anyFeedback = fc.record({
    kind: fc.constantFrom(...feedbackKinds),
    agency: fc.constantFrom('city', 'centre', 'music'),
    whom: fc.constantFrom('', ...people.map(({ name }) => name)),
    dossier: fc.constantFrom('', dossier),
    named: fc.constantFrom('yes', 'no'),
    handTo: fc.constantFrom('city', 'centre', 'music', ''),
  });
  const told: string[] = [];
  await fc.assert(
    fc.asyncProperty(anyFeedback, async ({ handTo, ...answers }) => {
      const { code } = await given({ ...slow, ...answers, name: 'Sùng Thị Dính' });
      told.push(code);
      if (handTo) await handFeedbackOn(house, director, command(code, { ...toMusic, agencyId: handTo }));
    }),
    { numRuns: 30 },
  );
  for (const officer of people) {
    const list = await readFeedbackList(house, officer, 'open', null, 1000);
    const listed = isRefusal(list) ? [] : list.lines.map(({ code }) => code);
    const opened = [];
    for (const code of told) if (!isRefusal(await readFeedback(house, officer, code))) opened.push(code);
    assert.deepEqual(listed.sort(), opened.sort(), officer.name);
  }
});

test('whatever happens in whatever order, the stored row is what replaying its events gives', async () => {
  const names = ['acknowledge', 'hand on', 'answer', 'write back', 'publish', 'consent', 'withdraw'] as const;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...names), { maxLength: 15 }), async (order) => {
      const { code, token } = await given();
      const tries = {
        acknowledge: () => acknowledgeFeedback(house, director, command(code, {})),
        'hand on': () => handFeedbackOn(house, director, command(code, toMusic)),
        answer: () => answerFeedback(house, director, command(code, { text: 'Đã trả' })),
        'write back': () => writeBack(house, token, command(code, { text: 'Chưa' })),
        publish: () => publishFeedback(house, director, command(code, { text: 'Hỏi', answer: 'Đáp' })),
        consent: () => consentToPublication(house, token, command(code, { consent: false })),
        withdraw: () => withdrawPublication(house, director, command(code, {})),
      } satisfies Record<(typeof names)[number], () => ReturnType<typeof actOnFeedback>>;
      for (const name of order) await tries[name]();

      const loaded = await loadFeedback(house.db, code);
      const row = await house.db.selectFrom('feedback').selectAll().where('code', '=', code).executeTakeFirstOrThrow();
      const feedback = replayFeedback(loaded?.history.map(({ event }) => event) ?? []);
      assert.deepEqual(
        [row.state, row.consent, row.handler_agency_id, row.answered_at, row.published_at, row.version],
        [feedback.state, feedback.consent, feedback.handlerAgencyId, feedback.answeredAt, feedback.publishedAt, loaded?.history.length],
      );
      assert.equal(row.public_text !== '', row.published_at !== null);
    }),
    { numRuns: 15 },
  );
});

async function given(answers: Answers = slow): Promise<GivenFeedback> {
  return done(await giveFeedback(house, { commandId: crypto.randomUUID(), answers }));
}

async function codesOf(officer: Officer): Promise<string[]> {
  return done(await readFeedbackList(house, officer, 'open', null)).lines.map(({ code }) => code);
}

function command<Request>(code: string, request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}

function done<Answer>(answer: Answer): Exclude<Answer, { readonly refused: unknown } | undefined> {
  assert.ok(answer !== undefined && !isRefusal(answer), JSON.stringify(answer));
  return answer as Exclude<Answer, { readonly refused: unknown } | undefined>;
}

/** Until a second session waits for the row that the first has not yet let go. */
async function untilSomebodyQueues(): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`.execute(house.db);
    if (rows[0]?.n) return;
  }
}
