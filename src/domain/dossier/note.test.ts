import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Branching, wayOn } from '#tests/branching.ts';
import { branchedDetours, branchedWay, detours } from '#tests/detours.ts';
import { head, history, hoursLater, type OrdinaryAct, submitted } from '#tests/given.ts';
import type { DossierEvent } from './events.ts';
import { moveToVersion } from './move-to-version.ts';
import { noteLines } from './note.ts';

/** `type: line | line` of each event that was written with words. */
function noted(events: readonly DossierEvent[]): readonly string[] {
  return events.flatMap((event) => (noteLines(event).length > 0 ? [`${event.type}: ${noteLines(event).join(' | ')}`] : []));
}

const ending = (...acts: OrdinaryAct[]) => noted(history(...acts)).at(-1);

test('each act shows the words that were written with it, and no line for those that nobody wrote', () => {
  assert.deepEqual(noted(history(...detours)), [
    'supplement requested: Đơn mượn nhạc cụ: thiếu chữ ký | Ký rồi nộp lại',
    'supplement given: don.pdf',
    'payment requested: Chi cục Thuế | Thông báo số 7/TB-CCT | Kho bạc Nhà nước',
    'payment recorded: Giấy nộp tiền số 12',
    'suspended: Đang tranh chấp | Luật Nhạc cụ, Điều 9',
    'resumed: Tranh chấp đã xong',
    'result drafted: Cho mượn',
    'sent back: Sai ngày trả',
    'hand-over withdrawn: Chuyển nhầm',
    'returned: Sùng Thị Dính',
    'reopened: Sai tên trên kết quả',
  ]);
});

test('so do acts that end a dossier, ask for its end or promise another', () => {
  assert.equal(ending('decline'), 'not accepted: Nhạc cụ đang sửa | Quy chế, Điều 3');
  assert.equal(ending('receive', 'hand on', 'refuse'), 'refused: Nhạc cụ đang sửa | Quy chế, Điều 3');
  assert.equal(ending('receive', 'ask withdrawal'), 'withdrawal requested: Không mượn nữa');
  assert.equal(ending('receive', 'ask withdrawal', 'deny withdrawal'), 'withdrawal denied: Đang ký');
  assert.equal(ending('receive', 'hand on', 'apologise'), 'apology given: Cán bộ ốm');
  assert.equal(ending('receive', 'correct'), 'corrected: Gõ nhầm tên');
});

test('so do a message that came, a hand-over and a move to another version', () => {
  const lines = noted(branchedDetours().events);
  assert.ok(lines.includes('message came: Số 5'));
  assert.ok(lines.includes('handed on: ok'));
  const on = new Branching(branchedWay).act('receive');
  on.decide((d, f) => moveToVersion(d, { version: 2, reason: 'Quy trình mới' }, wayOn(branchedWay, 2), f), { by: head });
  assert.equal(noted(on.events).at(-1), 'moved to version: Quy trình mới');
});

const at = hoursLater(1);

test('a gap without a reason is named alone, a head’s reason comes last, files come before what was written with them', () => {
  const gaps = [
    { component: 'Đơn', why: '' },
    { component: 'Giấy', why: 'mờ' },
  ];
  const asked = { type: 'supplement requested', at, agencyId: 'music', answerDueAt: at } as const;
  assert.deepEqual(noteLines({ ...asked, sealed: { gaps, explanation: '', headReason: 'Lần hai' } }), ['Đơn', 'Giấy: mờ', 'Lần hai']);
  const [given] = history('ask supplement', 'give supplement').slice(-1);
  assert.ok(given?.type === 'supplement given');
  assert.deepEqual(noteLines({ ...given, sealed: { fileNames: ['a.pdf', 'b.pdf'], note: 'Đã ký' } }), ['a.pdf', 'b.pdf', 'Đã ký']);
  const recounted = {
    type: 'due time recounted',
    at,
    wasDueAt: at,
    dueAt: at,
    task: null,
    shares: [],
    sealed: { ground: 'Số 1' },
  } as const;
  assert.deepEqual(noteLines(recounted), ['Số 1']);
});

test('what was handed in is no note, nor is what time does, nor what has been wiped', () => {
  assert.deepEqual(noted(submitted), []);
  assert.deepEqual(noted(history('receive', 'warn')), []);
  const refused = history('decline').at(-1);
  assert.ok(refused?.type === 'not accepted');
  assert.deepEqual(noteLines({ ...refused, sealed: null }), []);
});
