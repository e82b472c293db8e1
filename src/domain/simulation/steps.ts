import type { StaffMember } from '#domain/access/actor.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import { addWorkingMinutes } from '#domain/calendar/working-calendar.ts';
import { handOn, refuseDossier, sendBack } from '#domain/dossier/hand-on.ts';
import { declineReceipt, receive } from '#domain/dossier/receive.ts';
import { draftResult, numberResult, returnResult, signResult } from '#domain/dossier/result.ts';
import { resultNumber } from '#domain/dossier/result-number.ts';
import { requestPayment, suspend } from '#domain/dossier/stand-still.ts';
import { requestSupplement } from '#domain/dossier/supplement.ts';
import type { StepKind } from '#domain/procedure/step.ts';
import type { Refusal } from '#domain/refusal.ts';
import { isLastOfKind } from '#domain/workflow/plan.ts';
import type { City, PlayedCity } from './city.ts';
import { byOfficer, type Life, mustHold, standing, turnsTo } from './life.ts';
import { receiptFor } from './receipt.ts';

/** How often each detour is taken where it can be. */
const often = {
  declined: 0.025,
  supplementAtReceipt: 0.07,
  supplementAtAppraisal: 0.07,
  refused: 0.03,
  sentBack: 0.06,
  suspended: 0.007,
} as const;

/** Does what there is to do at a step, as the officer who has it in his hands, and lays it down: mostly it goes on, sometimes another way. */
export function doStep(city: PlayedCity, life: Life, kind: StepKind, officer: StaffMember, at: number): void {
  mustHold(life, doneAt[kind](city, life, officer, at));
}

const waysOfReturn = ['counter', 'counter', 'counter', 'post', 'electronic'] as const;

type Doing = (city: PlayedCity, life: Life, officer: StaffMember, at: number) => Refusal | undefined;

const doneAt: Readonly<Record<StepKind, Doing>> = {
  receive: (city, life, officer, at) => (standing(life).state === 'submitted' ? intake : passOn)(city, life, officer, at),
  appraise,
  check,
  sign,
  number,
  return: handOut,
};

function intake(city: PlayedCity, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { chance, offered } = life;
  if (turnsTo(life, 'not accepted', often.declined)) {
    const request = { reasons: [chance.pick(city.words.refusals)], ground: '' };
    return byOfficer(city, life, at, [officer, 'not accept dossier'], request, declineReceipt);
  }
  if (mayAsk(life) && life.staysIn === null && chance.happens(often.supplementAtReceipt)) return askSupplement(city, life, officer, at);
  return byOfficer(city, life, at, [officer, 'receive dossier'], receiptFor(offered.version, chance), receive);
}

function appraise(city: PlayedCity, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { chance, offered } = life;
  const { plan, task, result, dueAt } = standing(life);
  if (mayAsk(life) && (life.staysIn === 'stopped' || turnsTo(life, 'awaiting supplement', often.supplementAtAppraisal)))
    return askSupplement(city, life, officer, at);
  if (mayStandStill(life) && turnsTo(life, 'awaiting payment', offered.paymentShare)) return askPayment(city, life, officer, at);
  if (mayStandStill(life) && turnsTo(life, 'suspended', often.suspended)) {
    const request = { ground: chance.pick(city.words.grounds), reason: chance.pick(city.words.suspensions) };
    return byOfficer(city, life, at, [officer, 'suspend dossier'], request, suspend);
  }
  if (dueAt && !result && turnsTo(life, 'refused', often.refused)) {
    const request = { reasons: [chance.pick(city.words.refusals)], ground: '' };
    return byOfficer(city, life, at, [officer, 'refuse dossier'], request, refuseDossier);
  }
  if (!task || !isLastOfKind(plan, task.stepNo)) return passOn(city, life, officer, at);
  const made = offered.isDrawnUp(at) ? 'from the answers' : 'uploaded';
  const draft = { digest: city.pageDigest, made, conclusion: chance.pick(city.words.conclusions) } as const;
  const refused = byOfficer(city, life, at, [officer, 'draft result'], draft, draftResult);
  return refused ?? passOnSoon(city, life, officer);
}

function check(city: PlayedCity, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { chance } = life;
  const { plan, task, doneBy, result } = standing(life);
  const back = plan.findLast(({ kind, no }) => kind === 'appraise' && no < (task?.stepNo ?? 0));
  if (back && doneBy[back.no] && !result?.number && chance.happens(often.sentBack)) {
    const request = { toStepNo: back.no, reason: chance.pick(city.words.sendBacks) };
    return byOfficer(city, life, at, [officer, 'send back dossier'], request, sendBack);
  }
  return passOn(city, life, officer, at);
}

function sign(city: PlayedCity, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { plan, task, result } = standing(life);
  if (!task || !result || result.signedAt || !isLastOfKind(plan, task.stepNo)) return passOn(city, life, officer, at);
  return byOfficer(city, life, at, [officer, 'sign result'], { digest: result.digest }, signResult) ?? passOnSoon(city, life, officer);
}

function number(city: PlayedCity, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { plan, task, result } = standing(life);
  if (!task || result?.number || !isLastOfKind(plan, task.stepNo)) return passOn(city, life, officer, at);
  const request = { number: nextNumber(city, life, at), digest: city.pageDigest, signedWithCertificate: false };
  return byOfficer(city, life, at, [officer, 'number result'], request, numberResult) ?? passOnSoon(city, life, officer);
}

/** By the agency of the last step that signs, in the order of its year. */
function nextNumber(city: PlayedCity, { dossier, offered }: Life, at: number): string {
  const agencyId = dossier?.plan.findLast(({ kind }) => kind === 'sign')?.agencyId ?? '';
  const year = yearOf(dayOf(new Date(at)));
  const result = offered.version.results[0]?.name ?? 'Văn bản trả lời';
  return resultNumber(city.results.next(agencyId, String(year)), year, result, city.agencyOf(agencyId));
}

function handOut(city: City, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const request = { recipient: 'người nộp hồ sơ', how: life.chance.pick(waysOfReturn) };
  return byOfficer(city, life, at, [officer, 'return result'], request, returnResult);
}

function passOn(city: City, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  return byOfficer(city, life, at, [officer, 'hand on dossier'], { note: '', toOfficerId: null }, handOn);
}

/** Once for a dossier, where there is more than a day's time. */
function mayStandStill({ dossier }: Life): boolean {
  const before = dossier?.waits.some(({ cause }) => cause === 'payment' || cause === 'suspension');
  return !before && !dossier?.result && (dossier?.totalMinutes ?? 0) > 960;
}

function askPayment(city: City, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { chance } = life;
  const { words } = city;
  const request = {
    amountVnd: chance.between(3, 60) * 50_000,
    setBy: chance.pick(words.setters),
    ground: `${chance.pick(words.obligations)} số ${chance.between(100, 4000)}`,
    how: '',
  };
  return byOfficer(city, life, at, [officer, 'ask payment'], request, requestPayment);
}

function mayAsk({ dossier }: Life): boolean {
  const agencyId = dossier?.task?.agencyId;
  return agencyId !== undefined && !dossier?.supplementsAsked[agencyId];
}

function askSupplement(city: City, life: Life, officer: StaffMember, at: number): Refusal | undefined {
  const { chance, offered } = life;
  const { task, receivingAgencyId } = standing(life);
  const named = offered.version.components.filter(({ kind }) => kind !== 'made by the agency').map(({ name }) => name);
  const request = {
    gaps: [{ component: chance.pick(named.length > 0 ? named : ['Đơn đề nghị']), why: chance.pick(city.words.gaps) }],
    explanation: chance.pick(city.words.explanations),
    answerDueAt: addWorkingMinutes(new Date(at), 5 * 480, city.calendarOf(task?.agencyId ?? receivingAgencyId)),
    headReason: '',
  };
  return byOfficer(city, life, at, [officer, 'request supplement'], request, requestSupplement);
}

/** Some minutes after what was done before in the same step; what the end comes before is left as it is. */
function passOnSoon(city: PlayedCity, life: Life, officer: StaffMember): Refusal | undefined {
  const { chance, dossier, lastAt } = life;
  const calendar = city.calendarOf(dossier?.task?.agencyId ?? '');
  const at = addWorkingMinutes(new Date(lastAt), chance.between(1, 6), calendar).getTime();
  return at > city.endsAt ? undefined : passOn(city, life, officer, at);
}
