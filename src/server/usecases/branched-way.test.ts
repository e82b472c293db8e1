import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Officer } from '#domain/access/actor.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { drawingOf, storedDrawing } from '#domain/workflow/drawing.ts';
import { loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { ensureProcedureVersions } from '#server/store/procedures.ts';
import { drawnVersion, drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, lendingAnswers, lendingForm, receipt, staff } from '#tests/lending-world.ts';
import { fireTimers } from './fire-timers.ts';
import { handOnDossier } from './hand-on-dossier.ts';
import { moveDossier } from './move-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { receiveDossier } from './receive-dossier.ts';
import { forgetReference } from './reference.ts';
import { requestSupplement } from './request-supplement.ts';
import { submitDossier } from './submit-dossier.ts';
import { takeDossier } from './take-dossier.ts';
import { trackDossier } from './track-dossier.ts';

let house: HouseForTests;
let now = new Date('2018-05-14T09:00+07:00');

const way = drawnWay(
  [
    'S:start > receive > X:xor > P:and > appraise > J:and',
    'X > appraise2 > Y:xor',
    'P > check > T:timer > J > Y > sign > number > return > E:end',
  ],
  { conditions: { 'X-P': 'contains(applicant-name, "Dính")' }, defaults: { X: 'X-appraise2' } },
);

before(async () => {
  house = { ...(await houseForTests(now)), now: () => now };
  await keepLendingWorld(house);
  await ensureProcedureVersions(house.db, [drawnVersion(way, 2), drawnVersion(way, 3)]);
  forgetReference(house);
});
after(() => house.close());

async function submitted(version = 2): Promise<string> {
  const answer = await submitDossier(house, lendingForm, {
    commandId: crypto.randomUUID(),
    procedureId: 'lending',
    version,
    receivingAgencyId: 'centre',
    answers: lendingAnswers,
    files: [{ componentNo: 1, digest: 'a'.repeat(64), name: 'don.jpg' }],
    trial: false,
  });
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  return answer.code;
}

function command<Request>(code: string, request: Request, taskNo?: number) {
  return { code, commandId: crypto.randomUUID(), request, taskNo };
}

async function stored(code: string) {
  const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: staff.head.officerId });
  assert.ok(loaded);
  const events = (await loadHistory(house.db, loaded.dossierId)).map(({ event }) => event);
  assert.deepEqual(replay(events), loaded.dossier, 'its history says what its row says');
  const open = await house.db
    .selectFrom('task')
    .selectAll()
    .where('dossier_id', '=', loaded.dossierId)
    .where('done_at', 'is', null)
    .orderBy('no')
    .execute();
  return { dossier: loaded.dossier, events, open };
}

async function onBothBranches(): Promise<string> {
  const code = await submitted();
  assert.ok(!isRefusal((await receiveDossier(house, staff.receiver, command(code, receipt))) ?? {}));
  const answer = await handOnDossier(house, staff.receiver, command(code, { note: '', toOfficerId: null }));
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  return code;
}

test('a condition over the answers leads to both branches; two officers work on them at once, and nothing is lost', async () => {
  const code = await onBothBranches();
  const { open, dossier } = await stored(code);
  assert.deepEqual(dossier.given, { 'X-P': true });
  assert.deepEqual(
    open.map(({ no, role }) => [no, role]),
    [
      [2, 'specialist'],
      [3, 'head'],
    ],
  );
  const take = (officer: Officer) => takeDossier(house, officer, command(code, {}));
  const answers = await Promise.all([take(staff.specialist), take(staff.head)]);
  for (const answer of answers) assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  assert.deepEqual(
    (await stored(code)).open.map(({ officer_id }) => officer_id),
    [staff.specialist.officerId, staff.head.officerId],
  );
});

test('a timer fires once when its time has come, whoever asks and however often', async () => {
  const code = await onBothBranches();
  const answer = await handOnDossier(house, staff.head, command(code, { note: '', toOfficerId: null }));
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  assert.equal(await fireTimers(house), 0);
  now = new Date(now.getTime() + 86_400_000);
  const fired = await Promise.all([fireTimers(house), fireTimers(house)]);
  assert.equal(fired[0] + fired[1], 1);
  const { events, dossier } = await stored(code);
  assert.equal(events.filter(({ type }) => type === 'timer fired').length, 1);
  assert.deepEqual(
    dossier.tokens?.map(({ nodeId, flowId }) => [nodeId, flowId]),
    [['J', 'T-J']],
  );
});

test('a head moves an open dossier to another version with all that is open, and its row says so', async () => {
  const code = await onBothBranches();
  const answer = await moveDossier(house, staff.head, command(code, { version: 3, reason: 'Quy trình mới' }));
  assert.ok(answer && !isRefusal(answer), JSON.stringify(answer));
  const { dossier, open } = await stored(code);
  assert.equal(dossier.procedureVersion, 3);
  assert.deepEqual(open.map(({ role }) => role).toSorted(), ['head', 'specialist']);
  const row = await house.db.selectFrom('dossier').select('procedure_version').where('code', '=', code).executeTakeFirst();
  assert.equal(row?.procedure_version, 3);
  assert.partialDeepStrictEqual(await moveDossier(house, staff.head, command(code, { version: 9, reason: 'x' })), { refused: 'malformed' });
});

test('a head is told before he moves a dossier from which step to which it goes, and why it cannot be moved', async () => {
  const seenBy = async (officer: Officer, code: string) => {
    const view = await readDossier(house, officer, code);
    assert.ok(view && !isRefusal(view));
    return { newer: view.newer, offered: view.openActs.includes('move to version') };
  };
  const code = await onBothBranches();
  const steps = [
    { taskNo: 3, from: 'check', to: 'check' },
    { taskNo: 2, from: 'appraise', to: 'appraise' },
  ];
  assert.partialDeepStrictEqual(await seenBy(staff.head, code), { newer: { version: 3, steps }, offered: true });
  assert.deepEqual(await seenBy(staff.specialist, code), { newer: null, offered: false });

  const straight = drawnWay(['S:start > receive > appraise > sign > number > return > E:end']);
  await ensureProcedureVersions(house.db, [drawnVersion(straight, 4)]);
  forgetReference(house);
  assert.deepEqual(await seenBy(staff.head, code), { newer: { version: 4, noPlaceFor: 'check' }, offered: false });
  const refused = await moveDossier(house, staff.head, command(code, { version: 4, reason: 'x' }));
  assert.deepEqual(refused, { refused: 'no-place-on-way', facts: { place: 'check' } });
});

test('what a step leaves out is refused there, and nothing is stored', async () => {
  const nodes = way.nodes.map((node) => (node.id === 'receive' && node.kind === 'task' ? { ...node, acts: ['suspend'] } : node));
  await ensureProcedureVersions(house.db, [drawnVersion({ ...way, nodes }, 5)]);
  forgetReference(house);
  const code = await submitted(5);
  const gaps = [{ component: 'Ảnh nhạc cụ', why: 'thiếu' }];
  const asked = { gaps, explanation: '', answerDueAt: new Date('2018-06-01T09:00+07:00'), headReason: '' };
  const { events } = await stored(code);
  assert.deepEqual(await requestSupplement(house, staff.receiver, command(code, asked)), { refused: 'act-not-at-step' });
  assert.equal((await stored(code)).events.length, events.length);
});

test('who fills in a form at one task is not turned away by what is done at another; by what is done at his own he is', async () => {
  const code = await onBothBranches();
  const at = (request: object, taskNo: number | undefined, seenVersion: number) => ({ ...command(code, request, taskNo), seenVersion });
  const handOn = { note: '', toOfficerId: null };
  assert.ok(!isRefusal((await takeDossier(house, staff.head, at({}, 3, 3))) ?? {}));
  assert.deepEqual(await takeDossier(house, staff.specialist, at({}, undefined, 3)), { refused: 'dossier-moved' });
  assert.deepEqual(await takeDossier(house, staff.specialist, at({}, 2, 2)), { refused: 'dossier-moved' }, 'a hand-over lies between');
  assert.deepEqual(await takeDossier(house, staff.specialist, at({}, 2, 3)), { code, version: 5 });
  assert.deepEqual(await handOnDossier(house, staff.head, { ...command(code, handOn, 3), seenVersion: 3 }), { refused: 'dossier-moved' });
  assert.deepEqual(await handOnDossier(house, staff.head, { ...command(code, handOn, 3), seenVersion: 4 }), { code, version: 6 });
  await stored(code);
});

test('the applicant’s page shows the way where it was drawn, whatever version came after the dossier', async () => {
  const drawing = storedDrawing(drawingOf(way));
  await ensureProcedureVersions(house.db, [{ ...drawnVersion(way, 6), drawing }, drawnVersion(way, 7)]);
  forgetReference(house);
  const code = await submitted(6);
  const { dossierId } =
    (await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: staff.head.officerId })) ?? assert.fail();
  const view = await trackDossier(house, code, { token: tokenOf(house.key, dossierId) });
  assert.deepEqual(view?.drawn, { workflow: way, drawing });
});
