import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { importFolder } from '#cli/import.ts';
import type { CatalogueFile, Wrong } from '#domain/procedure/read-catalogue.ts';
import type { Step } from '#domain/procedure/step.ts';
import { workflowOfSteps } from '#domain/workflow/step-table.ts';
import type { Flow, Workflow, WorkflowNode } from '#domain/workflow/workflow.ts';
import { writeBpmn } from '#domain/workflow/write-bpmn.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { countCatalogue } from './count-catalogue.ts';
import { importCatalogue } from './import-catalogue.ts';
import { readProcedure } from './read-procedure.ts';
import { referenceOf } from './reference.ts';

const data = path.join(import.meta.dirname, '../../../data');
const birthFile = 'procedures/commune/ho-tich.json';
const drawingFile = 'workflows/birth.bpmn';
const names = { id: 'birth', name: 'Khai sinh', agency: (id: string) => id, unit: (kind: string) => kind };

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
});
after(() => house.close());

/** The demo's catalogue, in which births are registered along a drawing. */
function filesWith(xml: string): readonly CatalogueFile[] {
  const folder = path.join(data, 'ha-giang');
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  const files = found.map((file) => ({ path: file.replaceAll(path.sep, '/'), text: readFileSync(path.join(folder, file), 'utf8') }));
  const calendar = { path: 'calendar.json', text: readFileSync(path.join(data, 'calendar/vietnam-2018-2026.json'), 'utf8') };
  return [...files.map((file) => (file.path === birthFile ? drawnIn(file) : file)), calendar, { path: drawingFile, text: xml }];
}

function drawnIn(file: CatalogueFile): CatalogueFile {
  const rows = JSON.parse(file.text);
  const procedures = rows.procedures.map(({ steps, ...row }: { procedureId: string; steps: object }) =>
    row.procedureId === 'HGX-001' ? { ...row, drawing: 'birth' } : { ...row, ...(steps ? { steps } : {}) },
  );
  return { ...file, text: JSON.stringify({ ...rows, procedures }) };
}

/** How births are registered, with a choice and one more task behind the second step. */
function birthWith(beside: { readonly condition?: string; readonly join?: 'exclusive' | 'parallel' } = {}): Workflow {
  const step = (no: number, kind: Step['kind'], sharePct: number): Step => {
    return { no, name: kind, kind, agency: 'receiving', sharePct, provenance: { stated: false, source: 'made up for tests' } };
  };
  const kinds = ['receive', 'appraise', 'check', 'sign', 'number', 'return'] as const;
  const whole = workflowOfSteps(
    kinds.map((kind, at) => step(at + 1, kind, kind === 'appraise' ? 40 : 10)),
    names,
  );
  if ('untold' in whole) assert.fail(JSON.stringify(whole));
  const second = whole.nodes.find(({ id }) => id === 'step_2');
  if (second?.kind !== 'task') assert.fail('no second step');
  const [basis, way] = [
    { name: '', laneId: second.laneId },
    { name: '', condition: null },
  ];
  const more: readonly WorkflowNode[] = [
    { ...basis, id: 'choice', kind: 'exclusive', defaultFlowId: 'usual' },
    { ...second, id: 'again', sharePct: 10 },
    beside.join === 'parallel'
      ? { ...basis, id: 'join', kind: 'parallel' }
      : { ...basis, id: 'join', kind: 'exclusive', defaultFlowId: null },
  ];
  const flows: readonly Flow[] = [
    ...whole.flows.filter(({ from }) => from !== 'step_2'),
    { ...way, id: 'to-choice', from: 'step_2', to: 'choice' },
    { ...way, id: 'longer', from: 'choice', to: 'again', condition: beside.condition ?? 'applicant-kind = "other"' },
    { ...way, id: 'usual', from: 'choice', to: 'join' },
    { ...way, id: 'joined', from: 'again', to: 'join' },
    { ...way, id: 'on', from: 'join', to: 'step_3' },
  ];
  return { ...whole, nodes: [...whole.nodes, ...more], flows };
}

async function refused(xml: string): Promise<Wrong> {
  const answer = await importCatalogue(house, filesWith(xml));
  assert.ok('wrong' in answer, 'it was imported');
  assert.equal((await countCatalogue(house)).commune.procedures, 0);
  assert.deepEqual((await referenceOf(house)).agencies, []);
  return answer.wrong[0] ?? assert.fail('nothing is wrong');
}

test('a drawing that is hostile, too large, outside of the subset or has a condition that is none is refused with its place, and nothing is stored', async () => {
  const xml = await writeBpmn(birthWith());
  const files: readonly (readonly [file: string, row: string, facts: object])[] = [
    [xml.replace('?>', '?>\n<!DOCTYPE x [<!ENTITY a "b">]>'), '', { reason: 'document-type', line: 2, column: 1 }],
    [xml.replace('name="receive"', 'name="&lol;"'), '', { reason: 'entity', what: '&lol;' }],
    [`${xml}<!--${'x'.repeat(10_000_000)}-->`, '', { reason: 'too-large' }],
    [
      xml
        .replace('<bpmn:userTask id="again"', '<bpmn:scriptTask id="again"')
        .replace(/(id="again"[\s\S]*?)<\/bpmn:userTask>/, '$1</bpmn:scriptTask>'),
      'again',
      { reason: 'not-in-subset' },
    ],
    [await writeBpmn(birthWith({ condition: 'applicant-kind = (' })), 'longer', { reason: 'condition-unreadable' }],
  ];
  for (const [file, row, facts] of files) {
    const wrong = await refused(file);
    assert.partialDeepStrictEqual(wrong, { file: drawingFile, row, fault: 'drawing-unreadable', facts });
  }
});

test('a drawing that is unsound, or whose condition reads what the form does not ask, is refused with its place and way', async () => {
  const stuck = await refused(await writeBpmn(birthWith({ join: 'parallel' })));
  assert.partialDeepStrictEqual(stuck, { row: 'HGX-001', fault: 'drawing-unpublishable', facts: { kind: 'deadlock', element: 'join' } });
  assert.match(String(stuck.facts?.path), /^start > step_1 > step_2 > choice/);
  const unasked = await refused(await writeBpmn(birthWith({ condition: 'weight > 3' })));
  assert.partialDeepStrictEqual(unasked, {
    row: 'HGX-001',
    fault: 'drawing-unpublishable',
    facts: { kind: 'condition-reads-unasked', element: 'longer', name: 'weight' },
  });
});

test('a file of the folder that is no text or too large is named before anything is imported', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'motcua-import-'));
  try {
    writeFileSync(path.join(folder, 'bytes.bpmn'), Uint8Array.of(0x3c, 0xff, 0xfe));
    writeFileSync(path.join(folder, 'large.bpmn'), 'x'.repeat(10_000_001));
    const answer = await importFolder(house, folder);
    assert.ok('wrong' in answer);
    assert.deepEqual(
      answer.wrong.map(({ file, fault, facts }) => [file, fault, facts?.reason]),
      [
        ['bytes.bpmn', 'drawing-unreadable', 'not-text'],
        ['large.bpmn', 'drawing-unreadable', 'too-large'],
      ],
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a drawing that is sound is imported with the places that it was drawn at', async () => {
  const workflow = birthWith();
  const answer = await importCatalogue(house, filesWith(await writeBpmn(workflow)));
  assert.ok('versions' in answer, JSON.stringify(answer));
  const version = await readProcedure(house, 'HGX-001');
  assert.deepEqual([version?.workflow?.flows.length, version?.steps.length, version?.drawing], [workflow.flows.length, 7, undefined]);
});
