import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { acts, mayDo, pagesOf, type Relation, relationFor, rolesFor, type Where } from './access.ts';
import { type Assignment, type Officer, type Role, roles } from './actor.ts';

const me = '018f0000-0000-7000-8000-000000000001';
const colleague = '018f0000-0000-7000-8000-000000000002';

const officer = (...assignments: Assignment[]): Officer => ({ officerId: me, name: 'Lục Thị Hòa', assignments });
const as = (role: Role, agencyId = 'justice', unitId = `${agencyId}-desk`): Assignment => ({ agencyId, unitId, role });
const at = (agencyId: string, more: Where = {}): Where => ({ agencyId, unitId: `${agencyId}-desk`, ...more });

test('a specialist works on the task he has, and on one that nobody in his unit has yet', () => {
  const done = { personId: me, agencyId: 'justice', role: 'specialist' };
  assert.deepEqual(mayDo(officer(as('specialist')), 'draft result', at('justice', { officerId: me })), done);
  assert.deepEqual(mayDo(officer(as('specialist')), 'draft result', at('justice', { officerId: null })), done);
});

test('what a colleague has is not touched, and one is told so', () => {
  const answer = mayDo(officer(as('specialist')), 'draft result', at('justice', { officerId: colleague }));
  assert.deepEqual(answer, { refused: 'taken-by-colleague' });
});

test('a task of another unit or agency is not one’s own, even when nobody has it', () => {
  const specialist = officer(as('specialist'));
  assert.deepEqual(mayDo(specialist, 'draft result', at('justice', { unitId: 'justice-archive' })), { refused: 'not-yours' });
  assert.deepEqual(mayDo(specialist, 'draft result', at('land')), { refused: 'not-yours' });
  assert.deepEqual(mayDo(specialist, 'draft result', at('land', { officerId: colleague })), { refused: 'not-yours' });
});

test('a task waits for one role: whoever shares the unit in another does not do it', () => {
  const clerk = officer(as('clerk'));
  assert.deepEqual(mayDo(clerk, 'hand on dossier', at('justice', { role: 'specialist' })), { refused: 'not-yours' });
  assert.equal('role' in mayDo(clerk, 'hand on dossier', at('justice', { role: 'clerk' })), true);
});

test('the head gives out what his unit has, whoever has it, and nothing of another unit', () => {
  const head = officer(as('head'));
  assert.equal('role' in mayDo(head, 'assign dossier', at('justice', { officerId: colleague, role: 'specialist' })), true);
  assert.deepEqual(mayDo(head, 'assign dossier', at('justice', { unitId: 'justice-archive' })), { refused: 'not-yours' });
});

test('an officer reads the dossiers of his agency’s tasks, and no others', () => {
  const clerk = officer(as('clerk'));
  assert.equal('role' in mayDo(clerk, 'read dossier', at('centre'), at('justice', { unitId: 'justice-archive' })), true);
  assert.deepEqual(mayDo(clerk, 'read dossier', at('centre'), at('land')), { refused: 'not-yours' });
  assert.deepEqual(mayDo(clerk, 'read dossier'), { refused: 'not-yours' });
});

test('who stands above an agency reads what is below it, not what is beside it', () => {
  const director = officer(as('director', 'city'));
  assert.equal('role' in mayDo(director, 'read dossier', at('justice', { agenciesAbove: ['city', 'province'] })), true);
  assert.equal('role' in mayDo(director, 'read dossier', at('city')), true);
  assert.deepEqual(mayDo(director, 'read dossier', at('land', { agenciesAbove: ['province'] })), { refused: 'not-yours' });
});

test('the administrator sees no dossier by right of that role, and nobody but him the outbox', () => {
  const administrator = officer(as('administrator', 'city'));
  assert.deepEqual(mayDo(administrator, 'read dossier', at('city')), { refused: 'role-missing' });
  assert.deepEqual(mayDo(administrator, 'reveal personal data', at('city')), { refused: 'role-missing' });
  assert.deepEqual(rolesFor('read outbox'), ['administrator']);
  assert.deepEqual(rolesFor('change calendar'), ['administrator']);
});

test('a monitor and an auditor change nothing', () => {
  const changing = acts.filter((act) => !act.startsWith('read '));
  for (const role of ['monitor', 'auditor'] as const) {
    assert.deepEqual(
      changing.filter((act) => relationFor(act, role)),
      [],
    );
  }
});

test('no staff role does what only the holder of the secret may', () => {
  const own = acts.filter((act) => roles.some((role) => relationFor(act, role) === 'own dossier'));
  assert.deepEqual(own, ['read own dossier', 'give supplement', 'ask withdrawal', 'rate']);
  for (const act of own) assert.deepEqual(rolesFor(act), ['citizen']);
});

test('who holds two roles acts in the one that has the task', () => {
  const both = officer(as('head'), as('specialist'), as('specialist', 'land'));
  const answer = mayDo(both, 'hand on dossier', at('land', { officerId: me, role: 'specialist' }));
  assert.deepEqual(answer, { personId: me, agencyId: 'land', role: 'specialist' });
  const sameUnit = mayDo(both, 'hand on dossier', at('justice', { officerId: me, role: 'specialist' }));
  assert.deepEqual(sameUnit, { personId: me, agencyId: 'justice', role: 'specialist' });
});

test('what was handed on is taken back by who handed it on, or his head, not by a colleague', () => {
  const handedOn = at('justice', { officerId: me, role: 'specialist' });
  assert.deepEqual(mayDo(officer(as('specialist')), 'take back dossier', handedOn), {
    personId: me,
    agencyId: 'justice',
    role: 'specialist',
  });
  const another = at('justice', { officerId: colleague, role: 'specialist' });
  assert.deepEqual(mayDo(officer(as('specialist')), 'take back dossier', another), { refused: 'taken-by-colleague' });
  assert.deepEqual(mayDo(officer(as('head')), 'take back dossier', another), { personId: me, agencyId: 'justice', role: 'head' });
  assert.deepEqual(mayDo(officer(as('head', 'land')), 'take back dossier', another), { refused: 'not-yours' });
});

test('the nearest of several roles acts', () => {
  const both = officer(as('head', 'justice', 'justice-archive'), as('specialist'));
  assert.deepEqual(mayDo(both, 'read dossier', at('justice')), { personId: me, agencyId: 'justice', role: 'specialist' });
});

test('the bar shows the pages of an officer’s roles, each once', () => {
  assert.deepEqual(pagesOf(officer(as('receiving officer'), as('receiving officer', 'land'))), ['work list', 'counter']);
  assert.deepEqual(pagesOf(officer(as('hotline officer'))), ['hotline']);
  assert.deepEqual(pagesOf(officer(as('administrator'))), ['outbox', 'calendar']);
  assert.deepEqual(pagesOf(officer()), []);
});

test('what is allowed from afar is allowed from nearer, for every act and role', () => {
  const nearness: [Relation, Where][] = [
    ['own task', at('justice', { officerId: me, agenciesAbove: ['city'] })],
    ['own unit', at('justice', { officerId: colleague, agenciesAbove: ['city'] })],
    ['own agency', at('justice', { unitId: 'justice-archive', officerId: colleague, agenciesAbove: ['city'] })],
    ['anyone', at('land', { officerId: colleague, agenciesAbove: ['city'] })],
  ];
  fc.assert(
    fc.property(fc.constantFrom(...acts), fc.constantFrom(...roles), (act, role) => {
      const answers = nearness.map(([, where]) => 'role' in mayDo(officer(as(role)), act, where));
      assert.deepEqual(
        answers,
        answers.toSorted((a, b) => Number(b) - Number(a)),
      );
      const relation = relationFor(act, role);
      const furthest = nearness[answers.lastIndexOf(true)]?.[0];
      if (relation && relation !== 'own dossier' && relation !== 'agencies below') assert.equal(furthest, relation);
      if (!relation) assert.equal(furthest, undefined);
    }),
  );
});

test('an act is always done in a role that its line names, for an agency of that role', () => {
  const assignment = fc.record({ role: fc.constantFrom(...roles), agencyId: fc.constantFrom('justice', 'land', 'city') });
  fc.assert(
    fc.property(fc.array(assignment), fc.constantFrom(...acts), fc.constantFrom('justice', 'land'), (held, act, agencyId) => {
      const answer = mayDo(officer(...held.map((one) => as(one.role, one.agencyId))), act, at(agencyId, { agenciesAbove: ['city'] }));
      if (!('role' in answer)) return;
      assert.ok(rolesFor(act).includes(answer.role));
      assert.ok(held.some((one) => one.role === answer.role && one.agencyId === answer.agencyId));
    }),
  );
});
