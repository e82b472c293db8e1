import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Officer, Role } from '#domain/access/actor.ts';
import { openTasks } from '#domain/dossier/branches.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { wordsFor } from '#lib/words/words.ts';
import { placeSaid } from '#routes/(public)/ho-so/[code]/[token]/place-said.ts';
import type { House } from '#server/house.ts';
import { timetable } from '#server/jobs/timetable.ts';
import { findDossierId, loadDossier, loadHistory } from '#server/store/dossiers.ts';
import { findForm } from '#server/store/forms.ts';
import type { Acted, Command } from '#server/usecases/act-on-dossier.ts';
import { draftResult } from '#server/usecases/draft-result.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import { importCatalogue } from '#server/usecases/import-catalogue.ts';
import { moveDossier } from '#server/usecases/move-dossier.ts';
import { numberResult } from '#server/usecases/number-result.ts';
import { readProcedure } from '#server/usecases/read-procedure.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import { recordMessage } from '#server/usecases/record-message.ts';
import { referenceOf } from '#server/usecases/reference.ts';
import { returnResult } from '#server/usecases/return-result.ts';
import { signResult } from '#server/usecases/sign-result.ts';
import { submitDossier } from '#server/usecases/submit-dossier.ts';
import { takeDossier } from '#server/usecases/take-dossier.ts';
import { trackDossier } from '#server/usecases/track-dossier.ts';
import { verifyHistories } from '#server/usecases/verify-histories.ts';
import { branchedCatalogue } from './branched-business.ts';
import { type HouseForTests, houseForTests } from './house-for-tests.ts';

type Act<Request> = (house: House, officer: Officer, command: Command<Request>) => Promise<Acted | { refused: string } | undefined>;

const wednesday = new Date('2018-05-02T09:00+07:00');
let house: HouseForTests;
let now = wednesday;
let receiver: Officer;
let specialist: Officer;
let head: Officer;
let taxHead: Officer;
let leader: Officer;
let clerk: Officer;

before(async () => {
  house = { ...(await houseForTests()), now: () => now };
  const imported = await importCatalogue(house, await branchedCatalogue());
  assert.ok('versions' in imported, JSON.stringify(imported));
  const { officers } = await referenceOf(house);
  const officerOf = (unitId: string, role: Role) => {
    const holders = officers.filter(({ assignments }) => assignments.some((place) => place.unitId === unitId && place.role === role));
    const found = holders.find(({ assignments }) => assignments.length === 1) ?? holders[0];
    return found ?? assert.fail(`nobody is ${role} in ${unitId}`);
  };
  receiver = officerOf('trung-tam/one-stop', 'receiving officer');
  specialist = officerOf('phong-tai-chinh/professional', 'specialist');
  head = officerOf('phong-tai-chinh/professional', 'head');
  taxHead = officerOf('chi-cuc-thue/professional', 'head');
  leader = officerOf('phong-tai-chinh/leadership', 'signing leader');
  clerk = officerOf('phong-tai-chinh/clerical', 'clerk');
});
after(() => house.close());

test('a drawn way that was imported is in force, and its drawing with it', async () => {
  const procedure = await readProcedure(house, 'HG-125');
  assert.equal(procedure?.version, 4);
  assert.ok(procedure && 'workflow' in procedure);
});

test('of several founders two agencies work at once, one then waits for a message and one for its time; joined, it is signed and returned', async () => {
  now = wednesday;
  const code = await received('group');
  await done(handOn(receiver, code));
  assert.deepEqual(await openNodes(code), ['appraise', 'tax']);
  assert.match(await placeOf(code), /Đồng thời ở Chi cục Thuế thành phố: .+ Chờ: Niêm yết tên một ngày/);

  await done(...(await Promise.all([by(takeDossier, specialist, code, {}), by(takeDossier, taxHead, code, {})])));
  await done(draft(code));
  await done(...(await Promise.all([handOn(specialist, code), handOn(taxHead, code)])));
  assert.deepEqual([await openNodes(code), await waitedFor(code)], [[], ['answer', 'notice']]);
  await done(by(recordMessage, receiver, code, { nodeId: 'answer', note: 'Công văn số 12/CCT' }));
  assert.deepEqual([await openNodes(code), await waitedFor(code)], [[], ['notice', 'together']]);
  assert.match(await placeOf(code), /^Đang chờ Niêm yết tên một ngày, đến thứ Năm 03\/5 lúc 09:00 Hẹn trả/);

  now = new Date(wednesday.getTime() + 86_400_000 - 1);
  await fire();
  assert.deepEqual(await openNodes(code), []);
  now = new Date(wednesday.getTime() + 86_400_000);
  await Promise.all([fire(), fire()]);
  assert.deepEqual([await openNodes(code), await waitedFor(code)], [['sign'], []]);
  const { events } = await stored(code);
  assert.equal(events.filter(({ type }) => type === 'timer fired').length, 1);
  await settled(code);
});

test('one founder alone goes the other way, and no other agency is asked', async () => {
  now = wednesday;
  const code = await received('individual');
  await done(handOn(receiver, code));
  assert.deepEqual(await openNodes(code), ['single']);
  await done(await draft(code), await handOn(specialist, code));
  await settled(code);
  const { dossier } = await stored(code);
  assert.deepEqual([...new Set(dossier.shares.map(({ agencyId }) => agencyId))], ['trung-tam', 'phong-tai-chinh']);
});

test('a head moves an open dossier to a version that has a place for all that is open, with his reason; never where one has none', async () => {
  now = wednesday;
  const code = await received('group');
  await done(await handOn(receiver, code), await by(takeDossier, specialist, code, {}));
  const move = (version: number, reason = 'Quy trình đổi từ 01/5') => by(moveDossier, head, code, { version, reason });
  assert.deepEqual(await move(4, ''), { refused: 'reason-missing' });
  assert.deepEqual(await move(3), { refused: 'no-place-on-way', facts: { place: 'Xem xét nghĩa vụ thuế của các thành viên' } });
  assert.deepEqual(await by(moveDossier, specialist, code, { version: 4, reason: 'x' }), { refused: 'role-missing' });
  await done(move(4));
  const { dossier } = await stored(code);
  assert.equal(dossier.procedureVersion, 4);
  assert.deepEqual(await openNodes(code), ['appraise', 'tax']);
  assert.equal(openTasks(dossier).find(({ agencyId }) => agencyId === 'phong-tai-chinh')?.officerId, specialist.officerId);

  await done(await handOn(taxHead, code), await by(recordMessage, receiver, code, { nodeId: 'answer', note: 'Đã có' }), await draft(code));
  assert.partialDeepStrictEqual(await move(3), { refused: 'no-place-on-way' }, 'what waits to be joined has no place there either');
  await done(handOn(specialist, code));
  now = new Date(wednesday.getTime() + 2 * 86_400_000);
  await fire();
  await done(move(3));
  assert.deepEqual(await openNodes(code), ['sign']);
  await settled(code);
});

test('nothing of all this can be told from what was written down', async () => {
  const { discoveries, dossiers } = (await verifyHistories(house, 'all')) ?? { discoveries: [], dossiers: 0 };
  assert.deepEqual([dossiers, discoveries], [3, []]);
});

/** Applied for on version 2, and received. */
async function received(founders: 'group' | 'individual'): Promise<string> {
  const form = (await findForm(house.db, 'household business')) ?? assert.fail('no form');
  const answer = await submitDossier(house, form, {
    commandId: crypto.randomUUID(),
    procedureId: 'HG-125',
    version: 2,
    receivingAgencyId: 'trung-tam',
    answers: { ...applicant, ...business, 'founder-kind': founders, ...(founders === 'group' ? { members: 'Nguyễn Văn Anh' } : {}) },
    files: [{ componentNo: 2, digest: 'a'.repeat(64), name: 'can-cuoc.pdf' }],
    trial: false,
  });
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  const components = [1, 2].map((no) => ({ no, originals: 1, copies: 0, inOrder: true }));
  await done(by(receiveDossier, receiver, answer.code, { components, feeVnd: 100_000, feePaid: 'cash', note: '' }));
  return answer.code;
}

const applicant = {
  'applicant-kind': 'self',
  'applicant-name': 'Nguyễn Thị Lan',
  'applicant-born-on': '1990-09-02',
  'applicant-identity': '073190000123',
  'applicant-address': 'Tổ 5, phường Nguyễn Trãi',
  'applicant-phone': '0912000345',
  collection: 'counter',
};

const business = {
  'business-name': 'Chè Shan tuyết Lan Anh',
  'business-address': 'Số 12, đường Trần Phú',
  'business-lines': 'Bán lẻ chè',
  'capital-vnd': '150000000',
  employees: '3',
  'other-business': 'no',
};

function by<Request>(act: Act<Request>, officer: Officer, code: string, request: Request) {
  return act(house, officer, { code, commandId: crypto.randomUUID(), request });
}

function handOn(officer: Officer, code: string) {
  return by(handOnDossier, officer, code, { note: '', toOfficerId: null });
}

function draft(code: string) {
  return by(draftResult, specialist, code, { made: 'from the answers' as const, conclusion: 'Cấp Giấy chứng nhận' });
}

/** From the signature to the applicant's hand. */
async function settled(code: string): Promise<void> {
  await done(by(signResult, leader, code, { digest: (await stored(code)).dossier.result?.digest ?? '' }));
  await done(handOn(leader, code));
  await done(by(numberResult, clerk, code, {}));
  await done(handOn(clerk, code));
  await done(by(returnResult, receiver, code, { recipient: 'Nguyễn Thị Lan', how: 'counter' as const }));
  const { dossier } = await stored(code);
  assert.deepEqual([dossier.state, dossier.outcome, openTasks(dossier)], ['returned', 'early', []]);
}

/** The job that time sets off. */
async function fire(): Promise<void> {
  await timetable['fire timers']?.act(house);
}

async function done(...answers: readonly (ReturnType<Act<object>> | Awaited<ReturnType<Act<object>>>)[]): Promise<void> {
  for (const given of await Promise.all(answers)) assert.ok(given && !isRefusal(given), JSON.stringify(given));
}

async function openNodes(code: string): Promise<readonly string[]> {
  const { dossier } = await stored(code);
  return openTasks(dossier).map(({ stepNo }) => dossier.plan.find(({ no }) => no === stepNo)?.nodeId ?? '');
}

async function waitedFor(code: string): Promise<readonly string[]> {
  return ((await stored(code)).dossier.tokens ?? []).map(({ nodeId }) => nodeId).toSorted();
}

/** What the applicant's page says first. */
async function placeOf(code: string): Promise<string> {
  const dossierId = (await findDossierId(house.db, code)) ?? '';
  const view = (await trackDossier(house, code, { token: tokenOf(house.key, dossierId) })) ?? assert.fail();
  const { big, small } = placeSaid(view, wordsFor('vi'));
  return [...big, ...small].flatMap(({ label, what, more }) => [label, what, ...more]).join(' ');
}

/** The stored row, which is what replaying its history gives; so are its tasks and timers. */
async function stored(code: string) {
  const loaded = await loadDossier(house.db, code, { commandId: crypto.randomUUID(), personId: receiver.officerId });
  assert.ok(loaded);
  const { dossier, dossierId } = loaded;
  const events = (await loadHistory(house.db, dossierId)).map(({ event }) => event);
  assert.deepEqual(replay(events), dossier);
  const tasks = await house.db.selectFrom('task').select('no').where('dossier_id', '=', dossierId).where('done_at', 'is', null).execute();
  assert.deepEqual(
    tasks.map(({ no }) => no).toSorted(),
    openTasks(dossier)
      .map(({ no }) => no)
      .toSorted(),
  );
  const timers = await house.db.selectFrom('timer').select(['node_id', 'due_at']).where('dossier_id', '=', dossierId).execute();
  assert.deepEqual(
    timers.map(({ node_id, due_at }) => [node_id, due_at]),
    (dossier.tokens ?? []).flatMap(({ nodeId, dueAt }) => (dueAt ? [[nodeId, dueAt]] : [])),
  );
  return { dossier, events };
}
