import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Decision } from '#domain/refusal.ts';
import { isRefusal } from '#domain/refusal.ts';
import { calendar } from '#tests/given.ts';
import { feedbackCode } from './code.ts';
import type { FeedbackEvent } from './events.ts';
import { evolveFeedback, replayFeedback } from './evolve.ts';
import { feedbackForm } from './form.ts';
import { type GiveFacts, giveFeedback } from './give.ts';
import { acknowledgeFeedback, answerFeedback, changeConsent, type FeedbackFacts, handFeedbackOn, nameable, writeBack } from './handle.ts';
import { personalOf, publishFeedback, withdrawPublication } from './publish.ts';
import { owedNext } from './terms.ts';

const monday = new Date('2018-05-14T09:00+07:00');
const agencies = [
  { agencyId: 'city', parentId: null },
  { agencyId: 'centre', parentId: 'city' },
  { agencyId: 'music', parentId: 'city' },
];
const place = (agencyId: string, role: 'director' | 'head' | 'signing leader' | 'specialist') => ({ agencyId, unitId: agencyId, role });
const officers = [
  { officerId: 'director', name: 'Nguyễn Thị Bình', assignments: [place('centre', 'director')] },
  { officerId: 'head', name: 'Nông Văn Dền', assignments: [place('music', 'head')] },
  { officerId: 'specialist', name: 'Lục Thị Hòa', assignments: [place('music', 'specialist')] },
  { officerId: 'leader', name: 'Sùng Đại Hùng', assignments: [place('city', 'signing leader')] },
];
const offices = { agencies, officers };
const giving: GiveFacts = {
  now: monday,
  form: feedbackForm(agencies.map(({ agencyId }) => agencyId)),
  offices,
  calendar,
  channel: 'web',
  demo: false,
  code: 'PA-180514-0001',
  dossier: null,
};
const facts: FeedbackFacts = { now: new Date('2018-05-15T10:00+07:00'), offices, calendar, personal: [] };
const anonymous = { kind: 'settlement', text: 'Chờ mười ngày chưa xong', agency: 'music', named: 'no', consent: 'yes' };
const named = { ...anonymous, named: 'yes', name: 'Sùng Thị Dính', phone: '0912 345 678', email: 'dinh@example.org' };

function events(decision: Decision<FeedbackEvent>): readonly FeedbackEvent[] {
  assert.ok(!isRefusal(decision), JSON.stringify(decision));
  return decision;
}

/** A feedback to which these things have happened. */
function told(...acts: ((feedback: ReturnType<typeof replayFeedback>) => Decision<FeedbackEvent>)[]) {
  let feedback = replayFeedback(events(giveFeedback(anonymous, giving)));
  for (const act of acts) feedback = events(act(feedback)).reduce(evolveFeedback, feedback);
  return feedback;
}
const acknowledged = (f: ReturnType<typeof replayFeedback>) => acknowledgeFeedback(f, {}, facts);
const handedOn = (f: ReturnType<typeof replayFeedback>) => handFeedbackOn(f, { agencyId: 'music', note: '', keptOut: [] }, facts);
const answered = (f: ReturnType<typeof replayFeedback>) => answerFeedback(f, { text: 'Đã xin lỗi và trả kết quả.' }, facts);
const writtenBack = (f: ReturnType<typeof replayFeedback>) => writeBack(f, { text: 'Chưa đủ bản sao' }, facts);
const published = (f: ReturnType<typeof replayFeedback>) => publishFeedback(f, { text: 'Chờ lâu', answer: 'Đã trả' }, facts);

test('a code says the day and the number of the day', () => {
  assert.equal(feedbackCode('2018-05-14' as Parameters<typeof feedbackCode>[0], 7), 'PA-180514-0007');
});

test('who wants no name kept leaves nothing that identifies, whatever was typed before', () => {
  const dossier = { dossierId: 'd', actedBy: ['head'] };
  const typed = { ...named, named: 'no', dossier: '000.00.CENTRE.H22-180514-0001' };
  const [given] = events(giveFeedback(typed, { ...giving, dossier }));
  const kept = JSON.stringify(given);
  for (const trace of ['Dính', '0912', 'dinh@', 'H22', '"d"']) assert.ok(!kept.includes(trace), trace);
  assert.partialDeepStrictEqual(given, { anonymous: true, dossierId: null, keptOut: ['head'], sealed: { contact: null, dossierCode: '' } });
});

test('who gives a name is kept with it and with the dossier', () => {
  const dossier = { dossierId: 'd', actedBy: ['head'] };
  const [given] = events(giveFeedback({ ...named, dossier: 'x-1' }, { ...giving, dossier }));
  assert.partialDeepStrictEqual(given, {
    anonymous: false,
    dossierId: 'd',
    keptOut: ['head'],
    sealed: { dossierCode: 'x-1', contact: { name: 'Sùng Thị Dính', phone: '0912 345 678', email: 'dinh@example.org' } },
  });
});

test('whoever is named in it, or acted on its dossier, is kept out from the first moment', () => {
  const dossier = { dossierId: 'd', actedBy: ['leader'] };
  const whom = { ...anonymous, whom: 'chị Luc Thi Hoa', text: 'Cả ông Nông Văn Dền nữa', dossier: 'x-1' };
  assert.partialDeepStrictEqual(events(giveFeedback(whom, { ...giving, dossier })), [{ keptOut: ['head', 'leader', 'specialist'] }]);
});

test('a complaint says which agency it is about; an idea need not', () => {
  for (const kind of ['settlement', 'conduct'])
    assert.deepEqual(giveFeedback({ ...anonymous, kind, agency: '' }, giving), {
      refused: 'answers-incomplete',
      at: { agency: 'missing' },
    });
  assert.partialDeepStrictEqual(events(giveFeedback({ ...anonymous, kind: 'idea', agency: '' }, giving)), [{ aboutAgencyId: null }]);
});

test('what is missing or wrong is said at its question', () => {
  assert.deepEqual(giveFeedback({}, giving), {
    refused: 'answers-incomplete',
    at: { kind: 'missing', text: 'missing', named: 'missing', consent: 'missing' },
  });
  assert.deepEqual(giveFeedback({ ...named, kind: 'x', text: 'a\0b', agency: 'moon', name: '', phone: '12', email: '@' }, giving), {
    refused: 'answers-incomplete',
    at: {
      kind: 'not-a-choice',
      text: 'not-storable',
      agency: 'not-a-choice',
      name: 'missing',
      phone: 'not-a-phone',
      email: 'not-an-email',
    },
  });
  assert.deepEqual(giveFeedback({ ...anonymous, dossier: 'x-9' }, giving), { refused: 'answers-incomplete', at: { dossier: 'not-known' } });
  assert.deepEqual(giveFeedback({ ...anonymous, text: 'a'.repeat(5001) }, giving), {
    refused: 'answers-incomplete',
    at: { text: 'too-long' },
  });
});

test('a name of 300 letters with markup is kept as it is typed', () => {
  const name = `<script>${'Ằ'.repeat(292)}`;
  assert.partialDeepStrictEqual(events(giveFeedback({ ...named, name }, giving)), [{ sealed: { contact: { name } } }]);
});

test('acknowledged within two working days, handed on within five, answered within fifteen', () => {
  assert.partialDeepStrictEqual(told(), {
    acknowledgeDueAt: new Date('2018-05-16T17:30+07:00'),
    handOnDueAt: new Date('2018-05-21T17:30+07:00'),
    answerDueAt: new Date('2018-06-04T17:30+07:00'),
  });
  const owed = [told(), told(acknowledged), told(acknowledged, handedOn), told(answered)].map((f) => owedNext(f)?.what);
  assert.deepEqual(owed, ['acknowledge', 'handOn', 'answer', undefined]);
});

test('handing on says that it has been read, and it is acknowledged once', () => {
  assert.partialDeepStrictEqual(told(handedOn), { state: 'handed on', handlerAgencyId: 'music', acknowledgedAt: facts.now });
  assert.deepEqual(acknowledgeFeedback(told(handedOn), {}, facts), { refused: 'wrong-state', facts: { state: 'handed on' } });
  assert.equal(told(acknowledged).state, 'acknowledged');
});

test('whoever is recognised as complained of when it is handed on is kept out from then on', () => {
  const request = { agencyId: 'city', note: 'Xem giúp', keptOut: ['specialist', 'nobody'] };
  const after = told((f) => handFeedbackOn(f, request, facts));
  assert.deepEqual(after.keptOut, ['specialist']);
  assert.deepEqual(
    nameable(after, offices).map(({ officerId }) => officerId),
    ['head'],
  );
});

test('it is not handed to where only the one complained of could answer', () => {
  const toMusic = { agencyId: 'music', note: '', keptOut: ['head'] };
  assert.deepEqual(handFeedbackOn(told(), toMusic, facts), { refused: 'complained-of' });
  const conduct = replayFeedback(events(giveFeedback({ ...anonymous, kind: 'conduct' }, giving)));
  assert.deepEqual(handFeedbackOn(conduct, { ...toMusic, keptOut: [] }, facts), { refused: 'complained-of' });
  assert.ok(!isRefusal(handFeedbackOn(conduct, { ...toMusic, keptOut: [], agencyId: 'city' }, facts)));
});

test('an agency that is missing or unknown is said beside its question', () => {
  for (const [agencyId, agency] of [
    ['', 'missing'],
    ['moon', 'not-a-choice'],
  ] as const)
    assert.deepEqual(handFeedbackOn(told(), { agencyId, note: '\0', keptOut: [] }, facts), {
      refused: 'answers-incomplete',
      at: { agency, note: 'not-storable' },
    });
});

test('it is answered once, with words', () => {
  assert.deepEqual(answerFeedback(told(handedOn), { text: ' \r\n ' }, facts), { refused: 'answers-incomplete', at: { text: 'missing' } });
  assert.partialDeepStrictEqual(told(handedOn, answered), { state: 'answered', answeredAt: facts.now });
  assert.deepEqual(answered(told(answered)), { refused: 'already-answered' });
  assert.deepEqual(handedOn(told(answered)), { refused: 'already-answered' });
});

test('one writes back once, after the answer, and is answered again within fifteen days', () => {
  assert.deepEqual(writtenBack(told(handedOn)), { refused: 'wrong-state', facts: { state: 'handed on' } });
  const back = told(handedOn, answered, writtenBack);
  assert.partialDeepStrictEqual(back, { state: 'handed on', answeredAt: null, answerDueAt: new Date('2018-06-05T17:30+07:00') });
  assert.equal(owedNext(back)?.what, 'answer');
  assert.equal(owedNext(told(answered, writtenBack))?.what, 'answer');
  assert.deepEqual(writtenBack(told(answered, writtenBack, answered)), { refused: 'already-written-back' });
});

test('published is what is answered, with consent, and no longer when that is taken back', () => {
  assert.deepEqual(published(told(handedOn)), { refused: 'wrong-state', facts: { state: 'handed on' } });
  assert.deepEqual(published(told(answered, (f) => changeConsent(f, { consent: false }, facts))), { refused: 'consent-missing' });
  assert.deepEqual(publishFeedback(told(answered), { text: '', answer: '' }, facts), {
    refused: 'answers-incomplete',
    at: { text: 'missing', answer: 'missing' },
  });
  assert.deepEqual(told(answered, published).publishedAt, facts.now);
  assert.equal(told(answered, published, (f) => withdrawPublication(f, {}, facts)).publishedAt, null);
  assert.equal(told(answered, published, (f) => changeConsent(f, { consent: false }, facts)).publishedAt, null);
  assert.deepEqual(changeConsent(told(), { consent: true }, facts), []);
  assert.deepEqual(withdrawPublication(told(answered), {}, facts), { refused: 'wrong-state', facts: { state: 'answered' } });
});

test('nothing personal is published: no name, number, address or code of whom it is from or about', () => {
  const contact = { name: 'Sùng Thị Dính', phone: '0912 345 678', email: 'dinh@example.org' };
  const personal = personalOf({ text: '', whom: '', dossierCode: '000.00.22.H22-180514-0001', contact }, ['Nông Văn Dền']);
  const said = (text: string) => publishFeedback(told(answered), { text, answer: 'Đã trả' }, { ...facts, personal });
  for (const text of [
    'Tôi là Sung Thi Dinh',
    'gọi +84912345678',
    'gọi 0912.345.678 nhé',
    'DINH@example.org',
    'hồ sơ 000.00.22.h22-180514-0001',
    'ông NÔNG VĂN DỀN',
  ])
    assert.partialDeepStrictEqual(said(text), { refused: 'personal-data-left' }, text);
  assert.ok(!isRefusal(said('Người dân chờ 10 ngày')));
  const short = personalOf({ text: '', whom: '', dossierCode: '', contact: { name: 'Hoa', phone: '', email: '' } }, []);
  const ofHoa = (text: string) => publishFeedback(told(answered), { text, answer: 'x' }, { ...facts, personal: short });
  assert.ok(!isRefusal(ofHoa('văn hóa, hòa giải')));
  assert.ok(isRefusal(ofHoa('bà Hoa')));
});

test('whatever happens in whatever order, a feedback is published only with consent, and answered or waiting for an answer', () => {
  const acts = [acknowledged, handedOn, answered, writtenBack, published].concat(
    [true, false].map((consent) => (f: ReturnType<typeof replayFeedback>) => changeConsent(f, { consent }, facts)),
    (f: ReturnType<typeof replayFeedback>) => withdrawPublication(f, {}, facts),
  );
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...acts), { maxLength: 30 }), (order) => {
      let feedback = told();
      for (const act of order) {
        const decision = act(feedback);
        if (!isRefusal(decision)) feedback = decision.reduce(evolveFeedback, feedback);
        assert.ok(feedback.publishedAt === null || feedback.consent);
        assert.equal(owedNext(feedback) === null, feedback.state === 'answered');
        assert.equal(feedback.answeredAt !== null, feedback.state === 'answered');
      }
    }),
  );
});
