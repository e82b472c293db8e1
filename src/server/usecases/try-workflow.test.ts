import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { Answers } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { TriedMove } from '#domain/workflow/try-out.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { type Beside, drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { controller, keepLendingWorld, staff } from '#tests/lending-world.ts';
import { saveWorkflowDraft } from './save-workflow-draft.ts';
import { tryWorkflow } from './try-workflow.ts';

const names = { agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => kind };
const lines = ['S:start > receive > X:xor > appraise > sign > number > return > E:end', 'X > appraise2 > sign'];

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  await ensureOfficers(house.db, [...Object.values(staff), controller]);
});
afterEach(() => house.close());

async function drafted(workflow: Workflow): Promise<void> {
  const typed = { procedureId: 'lending', draftVersion: 0, document: await writeBpmn(workflow) };
  assert.deepEqual(await saveWorkflowDraft(house, controller, typed, names), { draftVersion: 1 });
}

async function tried(answers: Answers, moves: readonly TriedMove[] = []) {
  const found = await tryWorkflow(house, controller, { procedureId: 'lending', moves, answersTo: () => answers }, names);
  if (!found || isRefusal(found)) assert.fail(JSON.stringify(found));
  return found;
}

const received: readonly TriedMove[] = [{ nodeId: 'receive', flowId: null }];
const beside: Beside = { conditions: { 'X-appraise2': 'contains(applicant-name, "Dính")' }, defaults: { X: 'X-appraise' } };

test('what the conditions read is answered, decided as for every dossier, and leads where they say; nothing is stored', async () => {
  await drafted(drawnWay(lines, beside));
  const unanswered = await tried({ 'applicant-name': '' }, received);
  assert.deepEqual(
    unanswered.questions.map(({ questionId }) => questionId),
    ['applicant-name'],
  );
  assert.deepEqual([unanswered.given, unanswered.faults], [{ 'X-appraise2': false }, {}]);
  assert.deepEqual(
    unanswered.trial?.now.map(({ node }) => node.id),
    ['appraise'],
  );
  const named = await tried({ 'applicant-name': 'Sùng Thị Dính' }, received);
  assert.deepEqual(
    named.trial?.now.map(({ node }) => node.id),
    ['appraise2'],
  );
  assert.deepEqual(named.trial?.gone.map(({ way }) => way?.by).at(-1), 'answers');
  const { count } = await house.db
    .selectFrom('dossier')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  assert.equal(Number(count), 0);
});

test('an answer that no applicant could give is told, and a condition that reads what is not asked counts as false and is told', async () => {
  const conditions = { 'X-appraise2': 'applicant-name = "x" or weight > 2' };
  await drafted(drawnWay(lines, { ...beside, conditions }));
  const { faults, given, problems } = await tried({ 'applicant-name': 'x'.repeat(301) });
  assert.deepEqual(faults, { 'applicant-name': 'too-long' });
  assert.deepEqual(given, { 'X-appraise2': false });
  assert.partialDeepStrictEqual(problems, [{ kind: 'condition-reads-unasked', element: 'X-appraise2', name: 'weight' }]);
});

test('a condition that goes on for ever counts as false, and the trial still answers', async () => {
  const conditions = { 'X-appraise2': 'some a in 1..999999, b in 1..999999 satisfies a + b < 0' };
  await drafted(drawnWay(lines, { ...beside, conditions }));
  const { trial } = await tried({}, received);
  assert.deepEqual(
    trial?.now.map(({ node }) => node.id),
    ['appraise'],
  );
});

test('only an officer who controls procedures tries a workflow, and only one that there is', async () => {
  const asked = { procedureId: 'lending', moves: [], answersTo: () => ({}) };
  assert.deepEqual(await tryWorkflow(house, staff.head, asked, names), { refused: 'role-missing' });
  assert.equal(await tryWorkflow(house, controller, { ...asked, procedureId: 'nowhere' }, names), undefined);
});
