import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import type { StaffMember } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { drawingOf } from '#domain/workflow/drawing.ts';
import { taskRows } from '#domain/workflow/edit-tasks.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { controller, keepLendingWorld, staff, submitLending } from '#tests/lending-world.ts';
import { discardWorkflowDraft } from './discard-workflow-draft.ts';
import { publishWorkflow } from './publish-workflow.ts';
import { readControlledProcedures, readProcedureVersions } from './read-controlled-procedures.ts';
import { readProcedure } from './read-procedure.ts';
import { readWorkflowDraft } from './read-workflow-draft.ts';
import { importWorkflow, saveWorkflowDraft } from './save-workflow-draft.ts';

const other: StaffMember = { ...controller, officerId: '018f0000-0000-7000-8000-00000000c002', name: 'Giàng A Soát' };

const names = { agency: (id: string) => `Cơ quan ${id}`, unit: (kind: string) => kind };
const way = ['S:start > receive > appraise > check > sign > number > return > E:end'];
const ground = 'Quyết định số 12/QĐ-UBND';
const inForceFrom = asDay('2018-05-20');

let house: HouseForTests;
beforeEach(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
  await ensureOfficers(house.db, [...Object.values(staff), controller, other]);
});
afterEach(() => house.close());

test('what was drawn is published as the next version, the one before ends that day, and an open dossier stays on its own', async () => {
  const before = await submitLending(house);
  const document = await writeBpmn(drawnWay(way));
  assert.deepEqual(await save(0, document), { draftVersion: 1 });
  assert.deepEqual(await publish(1), { published: 2 });

  const later = { ...house, now: () => new Date('2018-05-21T09:00+07:00') };
  const [old, now] = [await readProcedure(house, '9.000001'), await readProcedure(later, '9.000001')];
  assert.deepEqual([old?.version, old?.inForceUntil, now?.version, now?.ground], [1, '2018-05-20', 2, ground]);
  assert.deepEqual(
    now?.steps.map(({ kind, nodeId }) => `${kind} ${nodeId}`),
    ['receive', 'appraise', 'check', 'sign', 'number', 'return'].map((kind) => `${kind} ${kind}`),
  );
  const { rows } = await versionsOfDossiers();
  assert.deepEqual(rows, [{ procedure_version: 1 }]);
  assert.ok(before);

  const versions = await readProcedureVersions(house, controller, 'lending');
  assert.ok(versions && !isRefusal(versions) && !versions.isOpen);
  assert.deepEqual(
    versions.acts.map(({ act, by, publishedVersion }) => [act, by, publishedVersion]),
    [
      ['published', 'Phàn Thị Kiểm', 2],
      ['saved', 'Phàn Thị Kiểm', null],
    ],
  );
  assert.equal((await open()).document, document);
});

test('what was drawn elsewhere than we would is published with its places, and shown so; what is as we draw it says nothing of them', async () => {
  const workflow = drawnWay(way);
  await save(0, await writeBpmn(workflow));
  assert.deepEqual(await publish(1), { published: 2 });
  const { boxes, lines } = drawingOf(workflow);
  const check = boxes.get('check') ?? assert.fail();
  const lower = new Map([...boxes, ['check', { ...check, box: { ...check.box, y: check.box.y + 12 } }]]);
  await save(2, await writeBpmn(workflow, { boxes: lower, lines }));
  assert.deepEqual(await publish(3, { inForceFrom: asDay('2018-05-21') }), { published: 3 });
  const found = await readProcedureVersions(house, controller, 'lending');
  const [third, second] = found && !isRefusal(found) ? found.versions : [];
  assert.equal(second?.drawing, undefined);
  assert.deepEqual(third?.drawing?.boxes.check?.box.y, check.box.y + 12);
  await save(4, await writeBpmn(workflow));
  assert.deepEqual(await publish(5, { inForceFrom: asDay('2018-05-22') }), { published: 4 });
  const last = await readProcedureVersions(house, controller, 'lending');
  assert.deepEqual(last && !isRefusal(last) ? last.versions.map(({ drawing }) => drawing === undefined) : [], [true, false, true, true]);
});

test('what dossiers cannot be led along is not published, and is told with its place and way', async () => {
  await save(
    0,
    await writeBpmn(drawnWay(['S:start > receive > P:xor > appraise > J:and > sign > number > return > E:end', 'P > check > J'])),
  );
  const answer = await publish(1);
  assert.ok(answer && 'problems' in answer);
  const [first] = answer.problems;
  assert.deepEqual(first, { kind: 'deadlock', element: 'J', path: ['S', 'receive', 'P', 'appraise'] });
  assert.equal(
    (await readProcedureVersions(house, controller, 'lending').then((found) => (found && !isRefusal(found) ? found.versions : []))).length,
    1,
  );
});

test('a condition that reads what the form does not ask is told and not published; the draft stays', async () => {
  await save(0, await writeBpmn(asking('weight > 3')));
  assert.deepEqual(await publish(1), { problems: [{ kind: 'condition-reads-unasked', element: 'X-appraise2', at: 0, name: 'weight' }] });
  assert.equal((await open()).draftVersion, 1);
});

test('a day that is past, or no decision, is refused', async () => {
  await save(0, await writeBpmn(drawnWay(way)));
  assert.deepEqual(await publish(1, { inForceFrom: asDay('2018-05-13') }), { refused: 'in-force-too-early' });
  assert.deepEqual(await publish(1, { ground: '' }), { refused: 'reason-missing' });
  assert.deepEqual(await publish(1), { published: 2 });
  assert.deepEqual(await publish(2), { refused: 'draft-missing' });
});

test('of two officers who write at once the second is told who changed what, and can save his own after it', async () => {
  const { document } = await open();
  const read = await readBpmn(document);
  assert.ok('workflow' in read);
  const renamed = (name: string) =>
    writeBpmn({ ...read.workflow, nodes: read.workflow.nodes.map((node) => (node.id === 'step_2' ? { ...node, name } : node)) });

  const answers = await Promise.all([
    save(0, await renamed('Thẩm định')),
    saveWorkflowDraft(house, other, typed(0, await renamed('Xem xét')), names),
  ]);
  const moved = answers.find((answer) => answer && 'moved' in answer);
  assert.ok(moved && 'moved' in moved && answers.some((answer) => answer && 'draftVersion' in answer));
  const { draftVersion, act, by, differences } = moved.moved;
  assert.deepEqual([draftVersion, act], [1, 'saved']);
  assert.ok(by === controller.name || by === other.name);
  assert.deepEqual(
    differences.map(({ kind, id, fields }) => [kind, id, fields.map(({ field }) => field)]),
    [['changed', 'step_2', ['name']]],
  );
  assert.deepEqual(await save(1, await renamed('Xem xét lại')), { draftVersion: 2 });
  const told = await publish(1);
  assert.ok(told && 'moved' in told);
  assert.equal(taskRows(read.workflow)[1]?.id, 'step_2');
});

test('a hostile file, one of 10 MB and one that is no workflow are refused with the place and the reason, and nothing is stored', async () => {
  const document = await writeBpmn(drawnWay(way));
  const unreadable = await writeBpmn(asking('quantity > ('));
  const files: [file: string, reason: string, line: number | null][] = [
    [document.replace('<bpmn:definitions', '<!DOCTYPE x [<!ENTITY a "b">]>\n<bpmn:definitions'), 'document-type', 2],
    [document.replace('name="receive"', 'name="&lol;"'), 'entity', null],
    [document.replace('</bpmn:process>', `<!--${'x'.repeat(10_000_000)}--></bpmn:process>`), 'too-large', null],
    [document.replaceAll('bpmn:userTask', 'bpmn:scriptTask'), 'not-in-subset', null],
    [unreadable, 'condition-unreadable', unreadable.split('\n').findIndex((line) => line.includes('quantity')) + 1],
    ['PK\u0003', 'not-well-formed', 1],
  ];
  for (const [file, reason, line] of files) {
    const answer = await importWorkflow(house, controller, typed(0, file), names);
    assert.ok(answer && 'unread' in answer, reason);
    assert.equal(answer.unread[0]?.reason, reason);
    if (line !== null) assert.equal(answer.unread[0]?.line, line);
  }
  assert.equal((await open()).draftVersion, 0);
  assert.deepEqual(await importWorkflow(house, controller, typed(0, document), names), { draftVersion: 1 });
});

test('a draft that is thrown away leaves what is published, and its record', async () => {
  const before = (await open()).document;
  await save(0, await writeBpmn(drawnWay(way)));
  assert.notEqual((await open()).document, before);
  assert.deepEqual(await discardWorkflowDraft(house, other, { procedureId: 'lending', draftVersion: 1 }, names), { draftVersion: 2 });
  assert.deepEqual(await discardWorkflowDraft(house, other, { procedureId: 'lending', draftVersion: 2 }, names), {
    refused: 'draft-missing',
  });
  const { document, saved, draftVersion } = await open();
  assert.deepEqual([document, saved, draftVersion], [before, null, 2]);
});

test('only an officer who controls procedures writes, publishes and reads drafts', async () => {
  const document = await writeBpmn(drawnWay(way));
  const denied = { refused: 'role-missing' };
  assert.deepEqual(await saveWorkflowDraft(house, staff.head, typed(0, document), names), denied);
  assert.deepEqual(await importWorkflow(house, staff.head, typed(0, document), names), denied);
  assert.deepEqual(
    await publishWorkflow(house, staff.head, { procedureId: 'lending', draftVersion: 0, inForceFrom, ground }, names),
    denied,
  );
  assert.deepEqual(await discardWorkflowDraft(house, staff.head, { procedureId: 'lending', draftVersion: 0 }, names), denied);
  assert.deepEqual(await readWorkflowDraft(house, staff.head, 'lending', names), denied);
  assert.deepEqual(await readControlledProcedures(house, staff.head, { query: '', onlyDrafts: false, after: null }), denied);
  assert.deepEqual(await readProcedureVersions(house, staff.head, 'lending'), denied);
});

test('procedures are listed page by page, by words without marks, and those with an open draft alone', async () => {
  const list = async (asked: { query?: string; onlyDrafts?: boolean; after?: string }, limit?: number) => {
    const found = await readControlledProcedures(house, controller, { query: '', onlyDrafts: false, after: null, ...asked }, limit);
    if (isRefusal(found)) assert.fail(found.refused);
    return { ids: found.procedures.map(({ procedureId, draftBy }) => `${procedureId} ${draftBy}`), next: found.next };
  };
  assert.deepEqual(await list({ onlyDrafts: true }), { ids: [], next: null });
  await save(0, await writeBpmn(drawnWay(way)));
  assert.deepEqual(await list({ onlyDrafts: true }), { ids: ['lending Phàn Thị Kiểm'], next: null });
  assert.deepEqual(await list({ query: 'muon nhac' }), { ids: ['lending Phàn Thị Kiểm'], next: null });
  assert.deepEqual(await list({ query: 'khai sinh' }), { ids: [], next: null });
  assert.deepEqual(await list({}, 1), { ids: ['lending Phàn Thị Kiểm'], next: null });
  assert.deepEqual(await list({ after: 'lending' }), { ids: [], next: null });
});

/** Lending, with a choice by this condition. */
function asking(condition: string) {
  const lines = ['S:start > receive > X:xor > appraise > sign > number > return > E:end', 'X > appraise2 > sign'];
  return drawnWay(lines, { conditions: { 'X-appraise2': condition }, defaults: { X: 'X-appraise' } });
}

function typed(draftVersion: number, document: string) {
  return { procedureId: 'lending', draftVersion, document };
}

function save(draftVersion: number, document: string) {
  return saveWorkflowDraft(house, controller, typed(draftVersion, document), names);
}

function publish(draftVersion: number, other: { inForceFrom?: typeof inForceFrom; ground?: string } = {}) {
  return publishWorkflow(house, controller, { procedureId: 'lending', draftVersion, inForceFrom, ground, ...other }, names);
}

async function open() {
  const draft = await readWorkflowDraft(house, controller, 'lending', names);
  if (!draft || isRefusal(draft)) assert.fail(JSON.stringify(draft));
  return draft;
}

function versionsOfDossiers() {
  return house.db
    .selectFrom('dossier')
    .select('procedure_version')
    .execute()
    .then((rows) => ({ rows }));
}
