import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Assignment, Officer, Role } from '#domain/access/actor.ts';
import { isRefusal } from '#domain/refusal.ts';
import { feedbackKinds } from './feedback.ts';
import {
  beginRoute,
  type Concern,
  feedbackActs,
  handlersOf,
  isComplainedOf,
  mayHandle,
  mayReceive,
  type Offices,
  officersNamedIn,
  routeFeedback,
} from './route.ts';

const place = (agencyId: string, role: Role): Assignment => ({ agencyId, unitId: `${agencyId} unit`, role });
const officer = (officerId: string, name: string, ...assignments: Assignment[]): Officer => ({ officerId, name, assignments });

const director = officer('director', 'Nguyễn Thị Bình', place('centre', 'director'));
const deskOfficer = officer('desk', 'Mã Thị Duyên', place('centre', 'receiving officer'));
const centreHead = officer('centre head', 'Lý Văn Sáng', place('centre', 'head'));
const head = officer('head', 'Nông Văn Dền', place('music', 'head'));
const leader = officer('leader', 'Hoàng Văn Páo', place('music', 'signing leader'));
const cityLeader = officer('city leader', 'Sùng Đại Hùng', place('city', 'signing leader'));
const provinceLeader = officer('province leader', 'Vừ Mí Kẻ', place('province', 'signing leader'));
const arts = officer('arts head', 'Bế Thu Nga', place('arts', 'head'));
const controller = officer('controller', 'Đỗ Văn Quyết', place('city', 'procedure controller'));

const agencies = [
  { agencyId: 'province', parentId: null },
  { agencyId: 'arts', parentId: 'province' },
  { agencyId: 'city', parentId: 'province' },
  { agencyId: 'centre', parentId: 'city' },
  { agencyId: 'music', parentId: 'city' },
];
const staff = [director, deskOfficer, centreHead, head, leader, cityLeader, provinceLeader, arts, controller];
const offices: Offices = { agencies, officers: staff };
const without = (...gone: Officer[]): Offices => ({ agencies, officers: staff.filter((one) => !gone.includes(one)) });
const about = (kind: Concern['kind'], aboutAgencyId: string | null, ...keptOut: Officer[]): Concern => ({
  kind,
  aboutAgencyId,
  keptOut: keptOut.map(({ officerId }) => officerId),
});
const lying = (concern: Concern, handlerAgencyId: string | null, overseer: 'director' | 'handler' = 'director') => ({
  ...concern,
  handlerAgencyId,
  overseer,
});

const routes: [what: string, concern: Concern, offices: Offices, to: string | null][] = [
  ['a late settlement is answered by the agency itself', about('settlement', 'music'), offices, 'music'],
  ['conduct is never judged in the same house, but above it', about('conduct', 'music'), offices, 'city'],
  ['conduct at the centre goes to the city', about('conduct', 'centre'), offices, 'city'],
  ['one of two who could answer is complained of: the other does', about('settlement', 'music', leader), offices, 'music'],
  ['all who could answer are complained of: the agency above does', about('settlement', 'music', leader, head), offices, 'city'],
  ['the one above is complained of too: the next above does', about('conduct', 'music', cityLeader), offices, 'province'],
  ['an agency where nobody could answer is passed over', about('conduct', 'music'), without(cityLeader), 'province'],
  ['nobody is left on the way up: the director chooses', about('conduct', 'music', cityLeader, provinceLeader), offices, null],
  ['above the top there is nobody', about('conduct', 'province'), offices, null],
  ['the top’s own settlement is its own to answer', about('settlement', 'province'), offices, 'province'],
  ['what is about no agency is the director’s to hand on', about('idea', null), offices, null],
  ['an agency that is not there leads nowhere', about('settlement', 'gone'), offices, null],
];
for (const [what, concern, staffed, to] of routes) test(what, () => assert.equal(routeFeedback(concern, staffed), to));

test('a new feedback lies with the director', () => {
  assert.deepEqual(beginRoute(about('settlement', 'music'), offices), { overseer: 'director', handlerAgencyId: null });
});

test('where the director is complained of, the agency above has it at once', () => {
  assert.deepEqual(beginRoute(about('conduct', 'centre'), offices), { overseer: 'handler', handlerAgencyId: 'city' });
  assert.deepEqual(beginRoute(about('settlement', 'centre', director, centreHead), offices), {
    overseer: 'handler',
    handlerAgencyId: 'city',
  });
});

test('where nobody above is left either, it goes to any other agency that may have it, in the end to the top of the tree', () => {
  assert.deepEqual(beginRoute(about('conduct', 'centre', cityLeader, provinceLeader), offices), {
    overseer: 'handler',
    handlerAgencyId: 'arts',
  });
  assert.deepEqual(beginRoute(about('conduct', 'centre', ...staff), offices), { overseer: 'handler', handlerAgencyId: 'province' });
});

test('two directors: the one who is not complained of keeps it', () => {
  const second = officer('second', 'Vàng Thị Mỷ', place('music', 'director'));
  const both = { agencies, officers: [...staff, second] };
  assert.equal(beginRoute(about('conduct', 'centre'), both).overseer, 'director');
  assert.deepEqual(mayHandle(director, 'read feedback', lying(about('conduct', 'centre'), null)), { refused: 'complained-of' });
  assert.ok(!isRefusal(mayHandle(second, 'read feedback', lying(about('conduct', 'centre'), null))));
});

test('a complaint about conduct may not be handed to that agency nor to one below it', () => {
  assert.equal(mayReceive('music', about('conduct', 'music'), offices), false);
  assert.equal(mayReceive('music', about('conduct', 'city'), offices), false);
  assert.equal(mayReceive('arts', about('conduct', 'city'), offices), true);
  assert.equal(mayReceive('music', about('settlement', 'city'), offices), true);
});

test('an agency where nobody could answer receives none', () => {
  assert.equal(mayReceive('music', about('settlement', 'music', head, leader), offices), false);
  assert.equal(mayReceive('centre', about('idea', null), without(centreHead)), false);
});

test('the one complained of neither opens nor handles it, even as director or head of the agency that has it', () => {
  for (const act of feedbackActs) {
    assert.deepEqual(mayHandle(director, act, lying(about('settlement', 'music', director), 'music')), { refused: 'complained-of' });
    assert.deepEqual(mayHandle(centreHead, 'read feedback', lying(about('conduct', 'centre'), 'city')), { refused: 'complained-of' });
  }
  assert.deepEqual(mayHandle(head, 'answer feedback', lying(about('settlement', 'music', head), 'music')), { refused: 'complained-of' });
});

test('who holds a second place in the agency complained of is kept out of it as well', () => {
  const both = officer('both', 'Ma Thị Hiền', place('city', 'signing leader'), place('music', 'specialist'));
  assert.deepEqual(mayHandle(both, 'answer feedback', lying(about('conduct', 'music'), 'city')), { refused: 'complained-of' });
  assert.deepEqual(mayHandle(both, 'answer feedback', lying(about('settlement', 'music'), 'city')), {
    personId: 'both',
    agencyId: 'city',
    role: 'signing leader',
  });
});

test('who could never handle feedback learns nothing of whom it is about', () => {
  assert.deepEqual(mayHandle(deskOfficer, 'read feedback', lying(about('conduct', 'centre', deskOfficer), 'city')), {
    refused: 'role-missing',
  });
});

test('another agency’s feedback is not his', () => {
  assert.deepEqual(mayHandle(head, 'answer feedback', lying(about('settlement', 'arts'), 'arts')), { refused: 'not-yours' });
  assert.deepEqual(mayHandle(head, 'read feedback', lying(about('settlement', 'music'), null)), { refused: 'not-yours' });
});

test('handing on and publishing are the director’s; where he is kept out, the leader’s who has it', () => {
  for (const act of ['hand feedback on', 'publish feedback'] as const) {
    assert.deepEqual(mayHandle(cityLeader, act, lying(about('conduct', 'music'), 'city')), { refused: 'role-missing' });
    assert.ok(!isRefusal(mayHandle(cityLeader, act, lying(about('conduct', 'centre'), 'city', 'handler'))));
    assert.ok(!isRefusal(mayHandle(director, act, lying(about('conduct', 'music'), 'city'))));
    assert.deepEqual(mayHandle(head, act, lying(about('settlement', 'music'), 'music', 'handler')), { refused: 'role-missing' });
  }
});

test('who is director and leader hands on as director', () => {
  const both = officer('both', 'Ma Thị Hiền', place('city', 'signing leader'), place('centre', 'director'));
  assert.deepEqual(mayHandle(both, 'hand feedback on', lying(about('settlement', 'music'), 'city')), {
    personId: 'both',
    agencyId: 'centre',
    role: 'director',
  });
});

test('an officer is recognised by his full name, with or without marks, never by a part of it', () => {
  assert.deepEqual(officersNamedIn('Chị MÃ THỊ DUYÊN ở quầy 6', staff), ['desk']);
  assert.deepEqual(officersNamedIn('ma thi duyen, va ong Nong Van Den.', staff), ['desk', 'head']);
  assert.deepEqual(officersNamedIn('bà Duyên; Mã Thị Duyênh; Hoàng Văn', staff), []);
  assert.deepEqual(officersNamedIn('Anh', [{ officerId: 'one', name: 'Anh' }]), []);
});

test('whatever is complained of: the one complained of is never among those who handle it', () => {
  const anyAgency = fc.constantFrom(...agencies.map(({ agencyId }) => agencyId));
  const anyRole = fc.constantFrom<Role>('director', 'head', 'signing leader', 'receiving officer', 'hotline officer');
  const anyStaff = fc
    .array(fc.array(fc.tuple(anyAgency, anyRole), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 })
    .map((people) => people.map((places, i) => officer(`o${i}`, `Người Thứ ${i}`, ...places.map(([a, r]) => place(a, r)))));
  const anyConcern = anyStaff.chain((officers) =>
    fc.record({
      officers: fc.constant(officers),
      kind: fc.constantFrom(...feedbackKinds),
      aboutAgencyId: fc.option(anyAgency),
      keptOut: fc.subarray(officers.map(({ officerId }) => officerId)),
      handedTo: fc.option(anyAgency),
    }),
  );
  fc.assert(
    fc.property(anyConcern, ({ officers, handedTo, ...concern }) => {
      const staffed = { agencies, officers };
      const begun = beginRoute(concern, staffed);
      const proposed = routeFeedback(concern, staffed);
      for (const agencyId of [begun.handlerAgencyId, proposed, handedTo]) {
        for (const one of agencyId ? handlersOf(agencyId, concern, staffed) : []) assert.ok(!isComplainedOf(one, concern));
        for (const one of officers) {
          for (const act of feedbackActs) {
            const by = mayHandle(one, act, { ...concern, overseer: begun.overseer, handlerAgencyId: agencyId });
            if (isComplainedOf(one, concern)) assert.ok(isRefusal(by), `${one.officerId} may ${act}`);
          }
        }
      }
      if (concern.kind === 'conduct' && proposed) assert.notEqual(proposed, concern.aboutAgencyId);
      // It waits for somebody who may see it, if there is anybody in the house who may answer it elsewhere.
      const seenBy = officers.filter((one) => !isRefusal(mayHandle(one, 'read feedback', { ...concern, ...begun })));
      const could = agencies.some(({ agencyId }) => mayReceive(agencyId, concern, staffed));
      if (could) assert.ok(seenBy.length > 0);
    }),
    { numRuns: 500 },
  );
});
