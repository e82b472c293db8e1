import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawnWay } from '#tests/drawn-version.ts';
import { drawnSteps } from './drawn-steps.ts';
import { lanesAround, stepsOfWorkflow, wayOfSteps } from './step-table.ts';
import type { Lane } from './workflow.ts';

function steps(...lines: readonly string[]): readonly string[] {
  const found = drawnSteps(drawnWay(lines));
  return 'untold' in found
    ? found.untold.map(({ reason, element }) => `${reason} ${element}`)
    : found.map(({ no, kind, nodeId }) => `${no} ${kind} ${nodeId}`);
}

test('the receipt is the first step and the return the last, wherever they are drawn; between them, in the order of the way', () => {
  assert.deepEqual(
    steps('check > return', 'S:start > appraise > check', 'appraise > sign > number > check', 'receive > check', 'return > E:end'),
    ['1 receive receive', '2 appraise appraise', '3 sign sign', '4 number number', '5 check check', '6 return return'],
  );
  assert.deepEqual(steps('S:start > return > appraise > receive > E:end'), ['1 receive receive', '2 appraise appraise', '3 return return']);
});

test('where a task is no step, each that is none is told, and no step', () => {
  assert.deepEqual(steps('S:start > receive > X1 > return > Z2 > E:end'), ['kind-missing X1', 'kind-missing Z2']);
});

test('a drawing of two starts, of more flows than one way has, or whose way stops early is no table', () => {
  const told = (...lines: readonly string[]) => {
    const found = stepsOfWorkflow(drawnWay(lines));
    return 'untold' in found ? found.untold.map(({ reason, element }) => `${reason} ${element}`) : found.map(({ kind }) => kind);
  };
  assert.deepEqual(told('S:start > receive > return > E:end'), ['receive', 'return']);
  assert.deepEqual(told('S:start > receive > return > E:end', 'T:start > receive'), ['not-one-way drawn']);
  assert.deepEqual(told('receive > return > E:end'), ['not-one-way drawn']);
  assert.deepEqual(told('S:start > receive > return > E:end', 'S > return'), ['not-one-way drawn']);
  assert.deepEqual(told('S:start > receive > return'), ['not-one-way drawn']);
  assert.deepEqual(told('S:start > receive > E:end', 'return > E'), ['not-one-way drawn']);
});

test('the way of a dossier has a lane for each agency, and its tasks say nothing but what they are', () => {
  const place = { name: 'Tiếp nhận', sharePct: 50 };
  const way = wayOfSteps(
    [
      { no: 1, kind: 'receive', agency: 'centre', ...place },
      { no: 2, kind: 'sign', agency: 'music', ...place },
      { no: 3, kind: 'return', agency: 'centre', ...place },
    ],
    { id: 'w', name: 'Cho mượn', agency: (id) => `Cơ quan ${id}` },
  );
  assert.deepEqual(way.lanes, [
    { id: 'agency_centre', name: 'Cơ quan centre', parentId: null, agency: 'centre', unit: null },
    { id: 'agency_music', name: 'Cơ quan music', parentId: null, agency: 'music', unit: null },
  ]);
  assert.deepEqual(
    way.nodes.map(({ id, kind, laneId, name }) => `${id} ${kind} ${laneId} ${name}`),
    [
      'start start agency_centre ',
      'step_1 task agency_centre Tiếp nhận',
      'step_2 task agency_music Tiếp nhận',
      'step_3 task agency_centre Tiếp nhận',
      'end end agency_centre ',
    ],
  );
  const facts = { stepKind: 'sign', role: 'signing leader', sharePct: 50, acts: [], form: null, paper: null, provenance: null };
  assert.deepEqual(way.nodes[2], { id: 'step_2', name: 'Tiếp nhận', laneId: 'agency_music', kind: 'task', ...facts });
  assert.deepEqual(
    way.flows.map(({ id, from, to }) => `${id} ${from} ${to}`),
    ['flow_1 start step_1', 'flow_2 step_1 step_2', 'flow_3 step_2 step_3', 'flow_4 step_3 end'],
  );
  assert.deepEqual([way.id, way.name], ['w', 'Cho mượn']);
});

test('a lane that lies in itself is met once, one in a lane that is not there alone', () => {
  const lane = (id: string, parentId: string | null): Lane => ({ id, name: '', parentId, agency: null, unit: null });
  const around = (id: string | null) =>
    lanesAround(id, [lane('a', 'b'), lane('b', 'a'), lane('c', 'gone'), lane('d', null)]).map((one) => one.id);
  assert.deepEqual([around('a'), around('c'), around('d'), around('gone'), around(null)], [['a', 'b'], ['c'], ['d'], [], []]);
});
