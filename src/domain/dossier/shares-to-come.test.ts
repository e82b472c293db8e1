import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minutesOfSteps } from '#domain/workflow/plan.ts';
import { Branching } from '#tests/branching.ts';
import { drawnWay } from '#tests/drawn-version.ts';
import { history, submitted } from '#tests/given.ts';
import type { Dossier } from './dossier.ts';
import { replay } from './evolve.ts';
import { sharesToCome } from './shares-to-come.ts';

const said = (dossier: Dossier) => sharesToCome(dossier).map(({ agencyId, isSure }) => (isSure ? agencyId : `${agencyId}?`));

test('before receipt every agency is to come, with its share and no working time yet', () => {
  const dossier = replay(submitted);
  assert.deepEqual(said(dossier), ['centre', 'music']);
  assert.deepEqual(
    sharesToCome(dossier).map(({ minutes }) => minutes),
    [null, null],
  );
});

test('who has it is no longer to come; what comes has the minutes that its part will have', () => {
  const dossier = replay(history('receive'));
  const [next] = sharesToCome(dossier);
  assert.deepEqual(said(dossier), ['music']);
  const minutes = minutesOfSteps(dossier.plan, dossier.totalMinutes);
  const ofMusic = dossier.plan.flatMap(({ agencyId }, at) => (agencyId === 'music' ? [minutes[at] ?? 0] : []));
  assert.equal(
    next?.minutes,
    ofMusic.reduce((sum, one) => sum + one, 0),
  );
  assert.deepEqual(said(replay(history('receive', 'hand on'))), []);
});

test('none is to come once the result is ready, or it was withdrawn before', () => {
  const way = ['receive', 'hand on', 'draft', 'hand on', 'hand on', 'sign', 'hand on', 'number', 'hand on'] as const;
  assert.deepEqual(said(replay(history(...way))), []);
  assert.deepEqual(said({ ...replay(history('receive')), closedAt: new Date() }), []);
});

const end = 'sign > number > return > E:end';

test('where one of two is chosen, neither is sure, until an answer decides', () => {
  const way = drawnWay(['S:start > receive > X:xor > appraise > Y:xor', 'X > check > Y', `Y > ${end}`], {
    conditions: { 'X-check': 'applicant-name = "x"' },
    defaults: { X: 'X-appraise' },
    agencies: { appraise: 'music', check: 'city', sign: 'nowhere', number: 'nowhere' },
  });
  assert.deepEqual(said(new Branching(way, { 'X-check': true }).act('receive').stands), ['city', 'nowhere']);
  assert.deepEqual(said(new Branching(way, { 'X-check': false }).act('receive').stands), ['music', 'nowhere']);
  const free = drawnWay(['S:start > receive > X:xor > appraise > Y:xor', 'X > check > Y', `Y > ${end}`], {
    agencies: { appraise: 'music', check: 'city', sign: 'nowhere', number: 'nowhere' },
  });
  assert.deepEqual(said(new Branching(free).act('receive').stands), ['music?', 'city?', 'nowhere']);
});

test('where several have it at once, to come is who has not begun', () => {
  const way = drawnWay(['S:start > receive > P:and > appraise > J:and', 'P > check > J', `J > ${end}`], {
    agencies: { check: 'city', sign: 'nowhere', number: 'nowhere' },
  });
  const on = new Branching(way).act('receive');
  assert.deepEqual(said(on.stands), ['music', 'city', 'nowhere']);
  on.act('hand on');
  assert.deepEqual(said(on.stands), ['nowhere']);
});
