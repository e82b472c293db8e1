import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importFolder } from '#cli/import.ts';
import type { StaffMember } from '#domain/access/actor.ts';
import { asDay } from '#domain/calendar/day.ts';
import { isRefusal } from '#domain/refusal.ts';
import { changeTask, taskRows } from '#domain/workflow/edit-tasks.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { readDrawing } from '#domain/workflow/read-drawing.ts';
import { nodeOfStep } from '#domain/workflow/step-table.ts';
import { type TypedRow, typedRowOf, typeInto } from '#domain/workflow/typed-row.ts';
import { rewriteBpmn } from '#domain/workflow/write-bpmn.ts';
import { ensureOfficers } from '#server/store/officers.ts';
import { publishWorkflow } from '#server/usecases/publish-workflow.ts';
import { readProcedureVersions } from '#server/usecases/read-controlled-procedures.ts';
import { readWorkflowDraft } from '#server/usecases/read-workflow-draft.ts';
import { saveWorkflowDraft } from '#server/usecases/save-workflow-draft.ts';
import { searchProcedures } from '#server/usecases/search-procedures.ts';
import { type HouseForTests, houseForTests } from './house-for-tests.ts';
import { controller } from './lending-world.ts';

const officer: StaffMember = {
  ...controller,
  assignments: [{ agencyId: 'ha-giang', unitId: 'ha-giang/leadership', role: 'procedure controller' }],
};
const names = { agency: (id: string) => id, unit: (kind: string) => kind };
const [ground, inForceFrom] = ['Quyết định số 12/QĐ-UBND', asDay('2018-07-02')];

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  assert.ok('versions' in (await importFolder(house, 'data/ha-giang')));
  await ensureOfficers(house.db, [officer]);
});
after(() => house.close());

/** Types other words into the boxes of one row and publishes what is drawn then. */
async function edit(procedureId: string, row: number, typed: Partial<TypedRow>, from = inForceFrom): Promise<number> {
  const draft = await readWorkflowDraft(house, officer, procedureId, names);
  if (!draft || isRefusal(draft)) assert.fail(JSON.stringify(draft));
  const read = await readBpmn(draft.document);
  if ('refused' in read) assert.fail(JSON.stringify(read.refused));
  const task = taskRows(read.workflow)[row] ?? assert.fail(`no row ${row}`);
  const changed = changeTask(read.workflow, typeInto(task, { ...typedRowOf(task), ...typed }), names);
  const document = await rewriteBpmn(read.definitions, changed, readDrawing(read.definitions, read.workflow));
  const saved = await saveWorkflowDraft(house, officer, { procedureId, draftVersion: draft.draftVersion, document }, names);
  if (!saved || !('draftVersion' in saved)) assert.fail(JSON.stringify(saved));
  const asked = { procedureId, draftVersion: saved.draftVersion, inForceFrom: from, ground };
  const published = await publishWorkflow(house, officer, asked, names);
  if (!published || !('published' in published)) assert.fail(`${procedureId}: ${JSON.stringify(published)}`);
  return published.published;
}

async function newestTwo(procedureId: string): Promise<readonly [now: PublishedVersion, before: PublishedVersion]> {
  const found = await readProcedureVersions(house, officer, procedureId);
  if (!found || isRefusal(found)) assert.fail(JSON.stringify(found));
  const [now, before] = found.versions;
  return now && before ? [now, before] : assert.fail('one version alone');
}

test('one name changed in the workflow of any procedure is all that its next version says otherwise', async () => {
  const { procedures } = await searchProcedures(house, { query: '', limit: 500 });
  assert.equal(procedures.length, 458);
  const byWay = new Map(procedures.map((one) => [one.steps.map(({ kind, name }) => `${kind} ${name}`).join(), one.procedureId]));
  const edited = new Set(['HGX-001', 'HG-125', 'HG-228', 'HG-126', ...byWay.values()]);
  assert.ok(edited.size > 10);
  for (const procedureId of edited) {
    assert.equal(await edit(procedureId, 1, { name: 'Xem xét hồ sơ' }), 2);
    const [now, { steps, inForceUntil, ...before }] = await newestTwo(procedureId);
    assert.equal(inForceUntil, inForceFrom);
    const { workflow, drawing: _, ...rest } = now;
    assert.deepEqual(rest, {
      ...before,
      version: 2,
      ground,
      inForceFrom,
      inForceUntil: null,
      steps: steps.map((step) => {
        const drawn = { ...step, nodeId: nodeOfStep(step.no) };
        return step.no === 2 ? { ...drawn, name: 'Xem xét hồ sơ', provenance: { stated: true, source: ground } } : drawn;
      }),
    });
    assert.deepEqual(
      workflow?.nodes.map(({ name, kind }) => (kind === 'task' ? name : '')).filter((name) => name !== ''),
      rest.steps.map(({ name }) => name),
    );
  }
});

test('the form, the paper and the acts of a step are published with it, and stay when another step is changed', async () => {
  const more = { form: 'Mẫu phiếu thẩm định', paper: 'Tờ trình', acts: ['request-supplement', 'refuse'] };
  assert.equal(await edit('HG-127', 1, { name: 'Thẩm định', ...more }), 2);
  const [first] = await newestTwo('HG-127');
  assert.partialDeepStrictEqual(first.steps[1], more);
  assert.equal(await edit('HG-127', 2, { name: 'Kiểm tra' }, asDay('2018-07-03')), 3);
  const [second, before] = await newestTwo('HG-127');
  assert.deepEqual(second.steps[1], before.steps[1]);
  assert.deepEqual([second.steps[2]?.name, second.steps[2]?.form], ['Kiểm tra', undefined]);
});
