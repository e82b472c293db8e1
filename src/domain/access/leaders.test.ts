import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Officer, Role } from './actor.ts';
import { leadersOf } from './leaders.ts';

const officer = (officerId: string, role: Role, unitId: string, agencyId = 'justice'): Officer => {
  return { officerId, name: officerId, assignments: [{ agencyId, unitId, role }] };
};
const desk = { agencyId: 'justice', unitId: 'desk', officerId: null };

test('a unit is led by its head, not by the head of another', () => {
  const staff = [officer('s', 'specialist', 'desk'), officer('h', 'head', 'desk'), officer('o', 'head', 'archive')];
  assert.deepEqual(leadersOf(staff, desk), ['h']);
});

test('a unit without a head is led by the director, without one by who signs for the agency, and by nobody of another agency', () => {
  const leaders = [officer('l', 'signing leader', 'top'), officer('d', 'signing leader', 'top')];
  assert.deepEqual(leadersOf([...leaders, officer('f', 'head', 'desk', 'land')], desk), ['l', 'd']);
  assert.deepEqual(leadersOf([...leaders, officer('c', 'director', 'top')], desk), ['c']);
  assert.deepEqual(leadersOf([officer('f', 'director', 'desk', 'land')], desk), []);
});

test('nobody is his own leader: what the head himself has goes one rung up', () => {
  const staff = [officer('h', 'head', 'desk'), officer('l', 'signing leader', 'top')];
  assert.deepEqual(leadersOf(staff, { ...desk, officerId: 'h' }), ['l']);
  assert.deepEqual(leadersOf(staff.slice(0, 1), { ...desk, officerId: 'h' }), []);
});
