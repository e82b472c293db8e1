import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importFolder } from '#cli/import.ts';
import type { Officer } from '#domain/access/actor.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import type { Answers } from '#domain/form/form.ts';
import { isRefusal } from '#domain/refusal.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { type HouseForTests, houseForTests } from '#tests/house-for-tests.ts';
import { type FilledCounter, handInAtCounter } from './hand-in-at-counter.ts';
import { issueReceipt } from './issue-receipt.ts';
import { issueSupplementRequest } from './issue-supplement-request.ts';
import { openCounter } from './open-counter.ts';
import { previewReceipt } from './preview-receipt.ts';
import { readCounterDossier } from './read-counter-dossier.ts';
import { referenceOf } from './reference.ts';

const person: Answers = {
  'applicant-kind': 'self',
  'applicant-name': 'Tráng Thị Mỷ',
  'applicant-born-on': '1994-09-02',
  'applicant-identity': '002194000000',
  'applicant-address': 'Tổ 3, phường Quang Trung',
  'applicant-phone': '0100 000 615',
  collection: 'counter',
};
const business: Answers = {
  'business-name': 'Tạp hóa Mỷ',
  'business-address': 'Tổ 3, phường Quang Trung',
  'business-lines': 'Bán lẻ tạp hóa',
  'capital-vnd': '50.000.000',
  employees: '2',
  'founder-kind': 'household',
  members: 'Tráng A Páo, 1990',
  'other-business': 'no',
};
const paper = (no: number, facts: Partial<FilledCounter['papers'][number]> = {}) => ({
  no,
  applies: true,
  originals: '1',
  copies: '',
  inOrder: true,
  gap: '',
  ...facts,
});

let house: HouseForTests;
let atCentre: Officer;
let atCommune: Officer;
before(async () => {
  house = await houseForTests(new Date('2018-05-02T09:44+07:00'));
  const imported = await importFolder(house, 'data/ha-giang');
  assert.ok('versions' in imported, JSON.stringify(imported));
  atCentre = await receiverOf('trung-tam');
  atCommune = await receiverOf('quang-trung');
});
after(() => house.close());

test('a citizen at the counter leaves with a receipt: one act, however often the key is pressed', async () => {
  const commandId = crypto.randomUUID();
  const [first, second] = await Promise.all([
    handInAtCounter(house, atCentre, filled({ commandId }), 'receive'),
    handInAtCounter(house, atCentre, filled({ commandId }), 'receive'),
  ]);
  assert.ok(!isRefusal(first), JSON.stringify(first));
  assert.deepEqual([second, await handInAtCounter(house, atCentre, filled({ commandId }), 'receive')], [first, first]);
  assert.deepEqual(await happened(first.code), ['submitted', 'received']);

  const left = await readCounterDossier(house, atCentre, first.code);
  assert.ok(left && !isRefusal(left));
  assert.equal(left.dueAt?.getTime(), new Date('2018-05-04T15:44+07:00').getTime());
  assert.deepEqual(left.paper, { version: 2, kind: 'receipt' });
  assert.equal(left.secret, secretOf(house.key, first.dossierId));
  assert.ok(await issueReceipt(house, first.code, 2));
  assert.deepEqual(await readCounterDossier(house, atCommune, first.code), { refused: 'not-yours' });
});

test('the receipt is seen before it is printed, however little is typed, and says when it is owed', async () => {
  assert.equal(await previewReceipt(house, atCentre, filled({ procedureId: '' })), null);
  assert.equal(await previewReceipt(house, atCommune, filled()), null);

  const empty = await previewReceipt(house, atCentre, filled({ answers: {}, papers: [] }));
  const full = await previewReceipt(house, atCentre, filled());
  const said = JSON.stringify(full?.paper);
  assert.ok(empty && said);
  for (const words of [
    'Tráng Thị Mỷ',
    '15 giờ 44 phút, thứ Sáu ngày 04/5/2018',
    '100.000 đồng (tiền mặt)',
    '(cấp khi nhận)',
    'quyền của',
  ]) {
    assert.ok(said.includes(words), words);
  }
  assert.ok(!said.includes('nhóm cá nhân'), 'what the customer says does not apply is not on the receipt');
  assert.equal(await countDossiersOf('Không ai cả'), 0);
});

test('all that is wrong is said at once: answers, papers, fee', async () => {
  const answer = await handInAtCounter(
    house,
    atCentre,
    filled({
      answers: { ...person, ...business, 'applicant-phone': '12', members: '' },
      papers: [paper(1), paper(2, { inOrder: false }), paper(4, { inOrder: false })],
      money: { amount: '100.000', paid: 'exempt', reason: '' },
    }),
    'receive',
  );
  assert.deepEqual(answer, {
    refused: 'answers-incomplete',
    at: {
      'applicant-phone': 'not-a-phone',
      members: 'missing',
      'paper-2': 'not-in-order',
      'paper-4': 'not-in-order',
      'fee-reason': 'missing',
    },
  });
});

test('who comes with papers missing takes every gap home in writing, and the dossier waits for him', async () => {
  const answer = await handInAtCounter(
    house,
    atCentre,
    filled({
      papers: [paper(1), paper(2, { inOrder: false, gap: 'đã hết hạn' }), paper(4)],
      supplement: { others: '', explanation: 'Đổi giấy mới rồi nộp', answerOn: '16/5/2018' },
    }),
    'supplement',
  );
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  assert.deepEqual(await happened(answer.code), ['submitted', 'taken', 'supplement requested']);

  const left = await readCounterDossier(house, atCentre, answer.code);
  assert.ok(left && !isRefusal(left));
  assert.equal(left.state, 'awaiting supplement');
  assert.equal(left.answerDueAt?.getTime(), new Date('2018-05-16T17:30+07:00').getTime());
  assert.deepEqual(left.paper, { version: 3, kind: 'supplement-request' });
  assert.ok(await issueSupplementRequest(house, answer.code, 3));
});

test('who cannot be served gets the reasons in writing; without a reason nothing is written down', async () => {
  const before = await countDossiersOf('Lý Văn Chô');
  const nobody = filled({ answers: { ...person, ...business, 'applicant-name': 'Lý Văn Chô' } });
  assert.deepEqual(await handInAtCounter(house, atCentre, nobody, 'decline'), {
    refused: 'answers-incomplete',
    at: { reasons: 'missing' },
  });
  assert.equal(await countDossiersOf('Lý Văn Chô'), before);

  const answer = await handInAtCounter(
    house,
    atCentre,
    { ...nobody, decline: { reasons: 'Đã có hộ kinh doanh khác', ground: 'NĐ 78/2015, Điều 67' } },
    'decline',
  );
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
  assert.deepEqual(await happened(answer.code), ['submitted', 'taken', 'not accepted']);
});

test('a ward receives its own procedures and those of three levels, and no others', async () => {
  const found = async (officer: Officer, query: string) =>
    (await openCounter(house, officer, { query, procedureId: '' })).found.map(({ procedureId, isOurs }) => `${procedureId} ${isOurs}`);
  assert.equal((await found(atCommune, 'dang ky khai sinh'))[0], 'HGX-001 true');
  assert.ok((await found(atCommune, 'mai tang phi')).includes('HG-228 true'));
  assert.ok((await found(atCommune, 'HG-125')).includes('HG-125 false'));
  assert.ok((await found(atCentre, 'ho kinh doanh')).includes('HG-125 true'));
  assert.ok((await found(atCentre, 'dang ky khai sinh')).includes('HGX-001 false'));

  const there = await openCounter(house, atCommune, { query: '', procedureId: 'HG-125' });
  assert.equal(there.procedure, null);
  assert.match(there.receivedElsewhere?.elsewhere ?? '', /Trung tâm/);
  assert.deepEqual(await handInAtCounter(house, atCommune, filled(), 'receive'), { refused: 'procedure-not-received-here' });
});

test('a ward receives a dossier of three levels', async () => {
  const answer = await handInAtCounter(
    house,
    atCommune,
    filled({
      procedureId: 'HG-228',
      answers: {
        ...person,
        'deceased-name': 'Tráng Seo Phìn',
        'deceased-born-in': '1942',
        'deceased-merit': 'war invalid',
        'died-on': '2018-04-27',
        'deceased-address': 'Tổ 3',
        relation: 'child',
        payment: 'cash',
      },
      papers: [paper(1), paper(2), paper(3)],
      money: { amount: '', paid: '', reason: '' },
    }),
    'receive',
  );
  assert.ok(!isRefusal(answer), JSON.stringify(answer));
});

test('a page that showed no procedure, or a version that is not the one in force, is told so', async () => {
  assert.deepEqual(await handInAtCounter(house, atCentre, filled({ procedureId: '' }), 'receive'), {
    refused: 'answers-incomplete',
    at: { procedure: 'missing' },
  });
  assert.deepEqual(await handInAtCounter(house, atCentre, filled({ version: 7 }), 'receive'), { refused: 'procedure-not-in-force' });
});

test('who does not receive has no counter', async () => {
  const specialist = await receiverOf('phong-tai-chinh', 'specialist');
  assert.deepEqual(await handInAtCounter(house, specialist, filled(), 'receive'), { refused: 'procedure-not-received-here' });
});

function filled(facts: Partial<FilledCounter> = {}): FilledCounter {
  return {
    commandId: crypto.randomUUID(),
    procedureId: 'HG-125',
    version: 1,
    answers: { ...person, ...business },
    papers: [paper(1), paper(2), paper(3, { applies: false }), paper(4)],
    money: { amount: '100.000', paid: 'cash', reason: '' },
    note: '',
    supplement: { others: '', explanation: '', answerOn: '16/5/2018' },
    decline: { reasons: '', ground: '' },
    ...facts,
  };
}

async function receiverOf(agencyId: string, role = 'receiving officer'): Promise<Officer> {
  const { officers } = await referenceOf(house);
  const officer = officers.find(({ assignments }) => assignments.some((held) => held.agencyId === agencyId && held.role === role));
  assert.ok(officer);
  return officer;
}

async function happened(code: string): Promise<string[]> {
  const dossierId = await findDossierId(house.db, code);
  return (await loadHistory(house.db, dossierId ?? '')).map(({ event }) => event.type);
}

async function countDossiersOf(name: string): Promise<number> {
  const rows = await house.db.selectFrom('dossier').select('dossier_id').where('applicant_name', '=', name).execute();
  return rows.length;
}
