import assert from 'node:assert/strict';
import type { Actor, Role } from '#domain/access/actor.ts';
import { citizen, system } from '#domain/access/actor.ts';
import { compileCalendar, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import { apologise } from '#domain/dossier/apologise.ts';
import { take } from '#domain/dossier/assign.ts';
import { type AsItStands, correct } from '#domain/dossier/correct.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, Submission } from '#domain/dossier/events.ts';
import { evolve, replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { handOn, refuseDossier, sendBack } from '#domain/dossier/hand-on.ts';
import { declineReceipt, receive } from '#domain/dossier/receive.ts';
import { reopen } from '#domain/dossier/reopen.ts';
import { draftResult, numberResult, returnResult, signResult } from '#domain/dossier/result.ts';
import { recordPayment, requestPayment, resume, suspend } from '#domain/dossier/stand-still.ts';
import { submit } from '#domain/dossier/submit.ts';
import { giveSupplement, requestSupplement } from '#domain/dossier/supplement.ts';
import { takeBack } from '#domain/dossier/take-back.ts';
import { closeUnanswered } from '#domain/dossier/unanswered.ts';
import { appointedAt, reportLateness, warnOfDue } from '#domain/dossier/warn.ts';
import { answerWithdrawal, requestWithdrawal } from '#domain/dossier/withdraw.ts';
import type { Form } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { Step, StepKind } from '#domain/procedure/step.ts';
import { type Decision, isRefusal, type RefusalCode } from '#domain/refusal.ts';
import { planSteps } from '#domain/workflow/plan.ts';

/** A neutral procedure: lending of instruments. A change of law breaks only tests about law. */
const made = { stated: false, source: 'made up for tests' };

export const calendar: WorkingCalendar = compileCalendar({ years: [{ year: 2018, provisional: false }], days: [] });

const digest = 'a'.repeat(64);

/** Monday, 09:00. */
export const monday = new Date('2018-05-14T09:00+07:00');

const kinds: [kind: StepKind, agency: string, sharePct: number][] = [
  ['receive', 'receiving', 10],
  ['appraise', 'music', 50],
  ['check', 'music', 10],
  ['sign', 'music', 10],
  ['number', 'music', 10],
  ['return', 'receiving', 10],
];

export const steps: Step[] = kinds.map(([kind, agency, sharePct], i) => ({
  no: i + 1,
  name: kind,
  kind,
  agency,
  sharePct,
  provenance: made,
}));

export const lending: ProcedureVersion = {
  procedureId: 'lending',
  version: 1,
  code: '9.000001',
  level: 'district',
  fieldId: 'music',
  fieldName: 'Âm nhạc',
  name: 'Cho mượn nhạc cụ',
  legalTime: { value: 6, unit: 'working-day' },
  committedTime: { value: 5, unit: 'working-day' },
  dueRule: 'end-of-day',
  closesUnansweredAfter: 10,
  reception: 'centre',
  interlink: 'none',
  decidingAgencyId: 'music',
  elsewhere: null,
  components: [
    { no: 1, name: 'Đơn mượn nhạc cụ', originals: 1, copies: 0, condition: null, kind: 'handed in', provenance: made },
    { no: 2, name: 'Giấy giới thiệu', originals: 0, copies: 1, condition: 'khi mượn cho cơ quan', kind: 'handed in', provenance: made },
  ],
  fees: [],
  results: [{ name: 'Phiếu cho mượn', provenance: made }],
  steps,
  formId: 'lending',
  legalBasis: 'Quy chế cho mượn nhạc cụ',
  inForceFrom: '2018-01-01',
  inForceUntil: null,
  stated: [],
  assumed: [],
  source: 'made up for tests',
};

const person = (n: number, agencyId: string, role: Role): Actor => ({
  personId: `018f0000-0000-7000-8000-00000000000${n}`,
  agencyId,
  role,
});

/** A few people one gets to know; `colleague` sits beside the specialist. */
export const receiver = person(1, 'centre', 'receiving officer');
export const specialist = person(2, 'music', 'specialist');
export const colleague = person(3, 'music', 'specialist');
export const head = person(4, 'music', 'head');
export const leader = person(5, 'music', 'signing leader');
export const clerk = person(6, 'music', 'clerk');
const staff = [receiver, specialist, head, leader, clerk];

export function factsAt(now: Date, by: Actor): Facts {
  return {
    now,
    by,
    calendarOf: () => calendar,
    version: lending,
    mayHold: (officerId, _unitId, role) =>
      [...staff, colleague].some(({ personId, role: held }) => personId === officerId && held === role),
  };
}

export const plan = planSteps(steps, 'centre', (agencyId, kind) => `${agencyId} ${kind}`);

const gap = { component: 'Đơn mượn nhạc cụ', why: 'thiếu chữ ký' };
const reasons = { reasons: ['Nhạc cụ đang sửa'], ground: 'Quy chế, Điều 3' };
const inOrder = [{ no: 1, originals: 1, copies: 0, inOrder: true }];

const nameAsked: Form = {
  formId: 'lending',
  version: 1,
  pages: [
    {
      pageId: 'applicant',
      title: '',
      intro: null,
      questions: [
        { questionId: 'name', kind: 'text', label: 'Họ và tên', hint: null, required: true, maxLength: 100, choices: [], when: null },
      ],
    },
  ],
};

export const submission: Submission = {
  applicant: {
    name: 'Sùng Thị Dính',
    identityNumber: '',
    bornOn: '',
    address: 'Tổ 3',
    phone: '',
    email: 'dinh@example.org',
    representative: '',
    collection: 'counter',
  },
  answers: { name: 'Sùng Thị Dính' },
  fileNames: ['don.jpg'],
};

/** What a correction is compared with before anything was corrected. */
export const handedIn: AsItStands = { form: nameAsked, submission, received: null };

/** One ordinary act of each kind, done by whoever's turn it is, so a test names only what it is about. */
export const ordinary = {
  receive: (d, f) => receive(d, { components: inOrder, feeVnd: 0, feePaid: null, note: '' }, f),
  decline: (d, f) => declineReceipt(d, reasons, f),
  'ask supplement': (d, f) =>
    requestSupplement(
      d,
      { gaps: [gap], explanation: 'Ký rồi nộp lại', answerDueAt: new Date(f.now.getTime() + 5 * 86_400_000), headReason: '' },
      f,
    ),
  'close unanswered': (d, f) => closeUnanswered(d, {}, f),
  'give supplement': (d, f) => giveSupplement(d, { files: [{ componentNo: 1, digest }], fileNames: ['don.pdf'], note: '' }, f),
  'ask payment': (d, f) =>
    requestPayment(d, { amountVnd: 120_000, setBy: 'Chi cục Thuế', ground: 'Thông báo số 7/TB-CCT', how: 'Kho bạc Nhà nước' }, f),
  'record payment': (d, f) => recordPayment(d, { proof: 'Giấy nộp tiền số 12' }, f),
  suspend: (d, f) => suspend(d, { ground: 'Luật Nhạc cụ, Điều 9', reason: 'Đang tranh chấp' }, f),
  resume: (d, f) => resume(d, { reason: 'Tranh chấp đã xong' }, f),
  take: (d, f) => take(d, {}, f),
  'hand on': (d, f) => handOn(d, { note: '', toOfficerId: null }, f),
  'take back': (d, f) => takeBack(d, { reason: 'Chuyển nhầm' }, f),
  'send back': (d, f) => sendBack(d, { toStepNo: 2, reason: 'Sai ngày trả' }, f),
  draft: (d, f) => draftResult(d, { digest, made: 'from the answers', conclusion: 'Cho mượn' }, f),
  sign: (d, f) => signResult(d, { digest: d.result?.digest ?? '' }, f),
  number: (d, f) => numberResult(d, { number: '12/PCM', digest: 'b'.repeat(64), signedWithCertificate: false }, f),
  refuse: (d, f) => refuseDossier(d, reasons, f),
  return: (d, f) => returnResult(d, { recipient: 'Sùng Thị Dính', how: 'counter' }, f),
  'ask withdrawal': (d, f) => requestWithdrawal(d, { reason: 'Không mượn nữa' }, f),
  'grant withdrawal': (d, f) => answerWithdrawal(d, { granted: true, reason: '' }, f),
  'deny withdrawal': (d, f) => answerWithdrawal(d, { granted: false, reason: 'Đang ký' }, f),
  reopen: (d, f) => reopen(d, { toStepNo: d.receivedAt ? 2 : 1, reason: 'Sai tên trên kết quả' }, f),
  correct: (d, f) => correct(d, { answers: { name: 'Sùng Thị Dinh' }, components: null, fee: null, reason: 'Gõ nhầm tên' }, f, handedIn),
  warn: (d, f) => warnOfDue(d, { whoHears: () => [specialist.personId] }, f),
  report: (d, f) => reportLateness(d, { whoHears: () => [head.personId] }, f),
  apologise: (d, f) => apologise(d, { reason: 'Cán bộ ốm', promisedAt: new Date((d.dueAt ?? f.now).getTime() + 86_400_000) }, f),
} satisfies Record<string, (dossier: Dossier, facts: Facts) => Decision<DossierEvent>>;

export type OrdinaryAct = keyof typeof ordinary;

/** What the whole way of a dossier to its return is made of. */
export const wholeWay: OrdinaryAct[] = [
  'receive',
  'hand on',
  'draft',
  'hand on',
  'hand on',
  'sign',
  'hand on',
  'number',
  'hand on',
  'return',
];

export const submitted: readonly DossierEvent[] = submittedAt(monday);

function submittedAt(now: Date): readonly DossierEvent[] {
  const answer = submit(
    {
      birth: {
        code: '000.00.22.H22-180514-0001',
        procedureId: 'lending',
        procedureVersion: 1,
        ruleSet: '2018',
        channel: 'online',
        trial: false,
        demo: false,
        receivingAgencyId: 'centre',
        submittedAt: now,
        plan,
        promised: { time: lending.committedTime, rule: lending.dueRule },
      },
      form: { formId: 'lending', version: 1, replaces: [], pages: [] },
      submission,
      files: [{ componentNo: 1, digest }],
    },
    factsAt(now, citizen),
  );
  if (isRefusal(answer)) throw new Error(`not submitted: ${JSON.stringify(answer)}`);
  return answer;
}

/** Who does an act on this dossier: the one whose turn it is, the citizen for what is his. */
export function whoseTurn({ task }: Dossier, act: OrdinaryAct): Actor {
  if (act === 'give supplement' || act === 'ask withdrawal') return citizen;
  if (act === 'close unanswered' || act === 'warn' || act === 'report') return system;
  return staff.find(({ personId }) => personId === task?.officerId) ?? staff.find(({ role }) => role === task?.role) ?? receiver;
}

/** When an act is done that comes so many hours after the first: what time sets off, when it is its time. */
export function whenDone(dossier: Dossier, act: OrdinaryAct, hours: number): Date {
  const appointed = appointedAt(dossier);
  if (act === 'close unanswered') return new Date('2018-06-20T08:00+07:00');
  if (act === 'warn' && appointed) return new Date(appointed.getTime() - 3_600_000);
  return act === 'report' && appointed ? new Date(appointed.getTime() + 3_600_000) : hoursLater(hours);
}

/** Events of a dossier to which these things have happened, one hour apart. */
export function history(...acts: OrdinaryAct[]): readonly DossierEvent[] {
  const events = [...submitted];
  for (const [i, act] of acts.entries()) {
    const before = replay(events);
    const answer = ordinary[act](before, factsAt(whenDone(before, act, i + 1), whoseTurn(before, act)));
    if (isRefusal(answer)) throw new Error(`${act} is refused: ${JSON.stringify(answer)}`);
    events.push(...answer);
  }
  return events;
}

/** A submitted dossier to which these things have happened; `when` tries one more. */
export function dossier(...acts: OrdinaryAct[]) {
  const before = replay(history(...acts));
  return {
    stands: before,
    when(decide: (dossier: Dossier, facts: Facts) => Decision<DossierEvent>, { by, now }: { by?: Actor; now?: Date } = {}) {
      const answer = decide(before, factsAt(now ?? hoursLater(acts.length + 1), by ?? whoseTurn(before, 'take')));
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then; nobody awaits it
        then(...expected: Partial<DossierEvent>[]) {
          assert.ok(!isRefusal(answer), `refused: ${JSON.stringify(answer)}`);
          assert.partialDeepStrictEqual(answer, expected);
          return { leaves: (after: Partial<Dossier>) => assert.partialDeepStrictEqual(answer.reduce(evolve, before), after) };
        },
        isRefused(code: RefusalCode) {
          assert.ok(isRefusal(answer), `was not refused: ${JSON.stringify(answer)}`);
          assert.equal(answer.refused, code);
        },
      };
    },
  };
}

export function hoursLater(hours: number): Date {
  return new Date(monday.getTime() + hours * 3_600_000);
}
