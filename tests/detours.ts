import { citizen, system } from '#domain/access/actor.ts';
import { fireTimer, recordMessage } from '#domain/dossier/fire.ts';
import { handOn, sendBack } from '#domain/dossier/hand-on.ts';
import { Branching } from './branching.ts';
import { drawnWay } from './drawn-version.ts';
import { type OrdinaryAct, ordinary, receiver } from './given.ts';

/** All that can befall a dossier on its way and does not end it. */
// biome-ignore format: in the order of the days
export const detours: readonly OrdinaryAct[] = [
  'receive', 'hand on', 'take', 'ask supplement', 'give supplement', 'ask payment', 'record payment', 'suspend', 'resume', 'draft', 'hand on',
  'send back', 'hand on', 'take back', 'hand on', 'hand on', 'sign', 'hand on', 'number', 'hand on', 'return', 'reopen',
];

/** Two branches of two agencies; a timer on a task, a message, a timer that a choice can lead to. */
export const branchedWay = drawnWay(
  [
    'S:start > receive > P:and > appraise > J:and',
    'P > check > check2 > M:message > J',
    'W:on appraise > check3 > E3:end',
    'J > X:xor > T:timer > sign > number > return > E:end',
    'X > sign',
  ],
  { agencies: { check: 'city', check2: 'city' } },
);

/** A dossier that goes along it to its end. */
export function branchedDetours(): Branching {
  const on = new Branching(branchedWay).act('receive').act('hand on').act('take back', 'appraise').act('hand on');
  const stepNo = (node: string) => on.stands.plan.find(({ nodeId }) => nodeId === node)?.no ?? 0;
  on.act('hand on', 'check').act('ask supplement', 'appraise').decide(ordinary['give supplement'], { by: citizen });
  on.decide((d, f) => sendBack(d, { toStepNo: stepNo('check'), reason: 'Sai' }, f), { node: 'check2' });
  on.act('hand on', 'check').waitUntil(new Date('2018-05-17T09:00+07:00'));
  on.decide((d, f) => fireTimer(d, { nodeId: 'W' }, f), { by: system });
  on.act('hand on', 'check2').decide((d, f) => recordMessage(d, { nodeId: 'M', note: 'Số 5' }, f), { by: receiver });
  on.act('draft', 'appraise').decide((d, f) => handOn(d, { note: 'ok', toOfficerId: null, ways: ['X-T'] }, f), { node: 'appraise' });
  on.waitUntil(new Date('2018-05-21T09:00+07:00')).decide((d, f) => fireTimer(d, { nodeId: 'T' }, f), { by: system });
  return on.act('sign', 'sign').act('hand on', 'sign').act('number', 'number').act('hand on', 'number').act('return');
}
