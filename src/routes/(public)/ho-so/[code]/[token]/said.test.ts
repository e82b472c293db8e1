import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { citizen } from '#domain/access/actor.ts';
import { dossierStates } from '#domain/dossier/dossier.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal } from '#domain/refusal.ts';
import { wordsFor } from '#lib/words/words.ts';
import type { House } from '#server/house.ts';
import { actOnDossier } from '#server/usecases/act-on-dossier.ts';
import type { HolderView } from '#server/usecases/holder-view.ts';
import { trackDossier } from '#server/usecases/track-dossier.ts';
import { hoursLater, type OrdinaryAct, ordinary, wholeWay, whoseTurn } from '#tests/given.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { keepLendingWorld, submitLending } from '#tests/lending-world.ts';
import { pathSaid, placeSaid } from './place-said.ts';
import { visitsSaid } from './visits-said.ts';
import { dutySaid, waysOf } from './ways.ts';

const vi = wordsFor('vi');

let house: HouseForTests;
before(async () => {
  house = await houseForTests();
  await keepLendingWorld(house);
});
after(() => house.close());

/** A way to each state. */
const ways: Readonly<Record<(typeof dossierStates)[number], readonly OrdinaryAct[]>> = {
  submitted: [],
  'awaiting supplement': ['receive', 'ask supplement'],
  'awaiting payment': ['receive', 'hand on', 'ask payment'],
  suspended: ['receive', 'hand on', 'suspend'],
  received: ['receive'],
  'in progress': ['receive', 'hand on'],
  'result ready': wholeWay.slice(0, -1),
  refused: ['receive', 'hand on', 'refuse'],
  returned: wholeWay,
  'not accepted': ['decline'],
  withdrawn: ['ask withdrawal'],
  stopped: ['receive', 'ask supplement', 'close unanswered'],
};

for (const state of dossierStates) {
  test(`${state}: where it is, what comes, what one can do is said in both languages, with nothing left open`, async () => {
    const view = await left(...ways[state]);
    assert.equal(view.dossier.state, state);
    for (const words of [vi, wordsFor('en')]) {
      const { big, small } = placeSaid(view, words);
      const facts = [...big, ...small].flatMap(({ label, what, more, state: said }) => [
        label,
        what,
        ...more,
        ...(said ? [said.word] : []),
      ]);
      const moments = visitsSaid(view, words).flatMap(({ when, what, lines = [] }) => [when, what, ...lines]);
      const doable = waysOf(view, '/ho-so/A/b', words).flatMap(({ words: name, what, href }) => [name, what, href]);
      const all = [...facts, ...moments, ...doable, ...pathSaid(view, words).map(({ title }) => title), dutySaid(view, words)];
      assert.deepEqual(
        all.filter((text) => text.trim() === '' || /undefined|null|NaN|\{/.test(text)),
        [],
      );
    }
  });
}

test('a dossier in the common queue is told from one that an officer has', async () => {
  const [held] = placeSaid(await left('receive', 'hand on'), vi).big;
  assert.match(held?.more.join(' ') ?? '', /trong hàng chờ chung, chưa có cán bộ nhận, từ thứ Hai 14\/5 lúc 11:00/);
  const [taken] = placeSaid(await left('receive', 'hand on', 'take'), vi).big;
  assert.match(taken?.more.join(' ') ?? '', /một cán bộ đã nhận làm, từ thứ Hai 14\/5 lúc 12:00/);
});

test('early, soon and late are said in a word, and the time that is left in working time', async () => {
  const due = async (now: Date) => placeSaid(await at(now, 'receive'), vi).big[1];
  assert.deepEqual((await due(hoursLater(1)))?.state, { kind: 'good', word: 'Đang đúng hẹn' });
  assert.deepEqual((await due(new Date('2018-05-21T10:00+07:00')))?.state, { kind: 'soon', word: 'Sắp đến hẹn' });
  const late = await due(new Date('2018-05-22T09:00+07:00'));
  assert.deepEqual([late?.state, late?.more], [{ kind: 'late', word: 'Đã quá hẹn' }, ['quá hẹn 1 giờ 30 phút làm việc']]);
});

test('a supplement whose time is over can still be given, and the page says so', async () => {
  const view = await at(new Date('2018-05-25T09:00+07:00'), 'receive', 'ask supplement');
  assert.match(dutySaid(view, vi), /đã qua. Ông\/bà vẫn gửi được/);
  assert.equal(placeSaid(view, vi).big[1]?.state?.kind, 'late');
});

test('a long way is said by its agencies, a short one by its steps', async () => {
  const view = await left('receive', 'hand on');
  assert.equal(pathIn(view), 'Tiếp nhận ✓, Thẩm định ←, Kiểm tra, Ký, Vào số, đóng dấu, Trả kết quả');
  const [first, ...rest] = view.dossier.plan;
  const last = rest.at(-1);
  assert.ok(first && last);
  const longer = [first, ...rest.slice(0, -1), { ...first, no: 6 }, { ...last, no: 7 }];
  assert.equal(pathIn({ ...view, dossier: { ...view.dossier, plan: longer } }), 'centre ✓, music ←, centre, Trả kết quả');
});

test('a dossier that several have at once is marked at each of them', async () => {
  const { dossier, ...view } = await left('receive', 'hand on');
  const { task } = dossier;
  assert.ok(task);
  assert.match(
    pathIn({ ...view, dossier: { ...dossier, beside: [{ ...task, no: 9, stepNo: 4 }] } }),
    /Thẩm định ←, Kiểm tra, Ký ←, Vào số/,
  );
});

test('of one that is through, every step is done', async () => {
  assert.ok(pathSaid(await left(...wholeWay), vi).every(({ mark }) => mark === 'done'));
});

/** The path in one line: what is done, where it is. */
function pathIn(view: HolderView): string {
  return pathSaid(view, vi)
    .map(({ title, mark }) => `${title}${mark ? { done: ' ✓', now: ' ←' }[mark] : ''}`)
    .join(', ');
}

/** The holder's view an hour after the last of these acts, each done an hour after the one before. */
function left(...acts: OrdinaryAct[]): Promise<HolderView> {
  return at(hoursLater(acts.length + 1), ...acts);
}

async function at(now: Date, ...acts: OrdinaryAct[]): Promise<HolderView> {
  const { code, dossierId } = await submitLending(house);
  for (const [i, name] of acts.entries()) {
    const then = clocked(name === 'close unanswered' ? new Date('2018-06-20T08:00+07:00') : hoursLater(i + 1));
    const by = { personId: citizen.personId, actorFor: ({ dossier }: { dossier: HolderView['dossier'] }) => whoseTurn(dossier, name) };
    const answer = await actOnDossier(then, by, { code, commandId: crypto.randomUUID(), request: {} }, (dossier, _, facts) =>
      ordinary[name](dossier, facts),
    );
    assert.ok(answer && !isRefusal(answer), `${name}: ${JSON.stringify(answer)}`);
  }
  const view = await trackDossier(clocked(now), code, { token: tokenOf(house.key, dossierId) });
  assert.ok(view);
  return view;
}

function clocked(now: Date): House {
  return { ...house, now: () => now };
}
