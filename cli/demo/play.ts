import type { Officer, StaffMember } from '#domain/access/actor.ts';
import { addWorkingMinutes, nextOpening, type WorkingCalendar, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { Chance } from '#domain/simulation/chance.ts';
import { isLastOfKind } from '#domain/workflow/plan.ts';
import type { House } from '#server/house.ts';
import { jobsOf, reactions } from '#server/jobs/reactions.ts';
import { answerWithdrawal } from '#server/usecases/answer-withdrawal.ts';
import { apologise } from '#server/usecases/apologise.ts';
import { declineReceipt } from '#server/usecases/decline-receipt.ts';
import { draftResult } from '#server/usecases/draft-result.ts';
import { giveSupplement } from '#server/usecases/give-supplement.ts';
import { handOnDossier } from '#server/usecases/hand-on-dossier.ts';
import type { HolderView } from '#server/usecases/holder-view.ts';
import { numberResult } from '#server/usecases/number-result.ts';
import { receiveDossier } from '#server/usecases/receive-dossier.ts';
import type { Reference } from '#server/usecases/reference.ts';
import { refuseDossier } from '#server/usecases/refuse-dossier.ts';
import { requestSupplement } from '#server/usecases/request-supplement.ts';
import { requestWithdrawal } from '#server/usecases/request-withdrawal.ts';
import { returnResult } from '#server/usecases/return-result.ts';
import { sendBackDossier } from '#server/usecases/send-back-dossier.ts';
import { signResult } from '#server/usecases/sign-result.ts';
import { trackDossier } from '#server/usecases/track-dossier.ts';
import type { Invented } from './people.ts';
import { receiptOf } from './receipt.ts';

/** How quickly those work who have this dossier: as a part of the time that each step is given. */
export type Pace = readonly [least: number, most: number];

/** A dossier in play: the house with its clock at the moment of the last act. */
export type Playing = {
  readonly house: House;
  readonly reference: Reference;
  readonly invented: Invented;
  readonly chance: Chance;
  readonly pace: Pace;
  readonly code: string;
  readonly dossierId: string;
  /** Nothing happens after this moment. */
  readonly until: Date;
};

/** An act at a moment, answered like every act; null when nothing more will happen. */
type Next = { readonly at: Date; readonly act: (house: House) => Promise<{ readonly version: number } | Refusal | undefined> } | null;

/**
 * Plays a dossier on from where it stands, act by act and each by whoever's turn it is, until it is closed or the present is reached.
 * Papers and messages follow at once, with the clock of the act.
 *
 * @returns the dossier as it was left
 */
export async function playOn(playing: Playing, submittedAt: Date): Promise<Dossier> {
  let seen = 0;
  for (let at = submittedAt; ; ) {
    const view = await viewOf(playing);
    seen = await react(playing, view, seen);
    const next = nextAct(playing, view.dossier, at);
    if (!next || next.at > playing.until) return view.dossier;

    const answer = await next.act(atTime(playing.house, next.at));
    if (!answer || isRefusal(answer)) throw new Error(`${playing.code} at ${next.at.toISOString()}: ${JSON.stringify(answer)}`);
    at = next.at;
  }
}

export function atTime(house: House, at: Date): House {
  return { ...house, now: () => at };
}

async function viewOf({ house, code, dossierId }: Playing): Promise<HolderView> {
  const view = await trackDossier(house, code, { token: tokenOf(house.key, dossierId) });
  if (!view) throw new Error(`${code} is not there`);
  return view;
}

/** Makes the papers and messages that are owed for what is new, and says up to which event. */
async function react({ house, code, dossierId }: Playing, { happened, dossier }: HolderView, seen: number): Promise<number> {
  const news = happened.filter(({ version }) => version > seen);
  for (const { version, type, at } of news) {
    const jobs = jobsOf({ dossierId, code, version, type, channel: dossier.channel });
    for (const { task } of jobs) await reactions[task]?.(atTime(house, at), code, version);
  }
  return news.at(-1)?.version ?? seen;
}

function nextAct(playing: Playing, dossier: Dossier, at: Date): Next {
  const { reference, chance } = playing;
  const calendar = reference.calendarOf(dossier.task?.agencyId ?? dossier.receivingAgencyId);
  if (dossier.withdrawalAsked) return answerToWithdrawal(playing, dossier, working(at, chance.between(20, 200), calendar));

  switch (dossier.state) {
    case 'submitted':
      return intake(playing, dossier, working(at, chance.between(5, 300), calendar));
    case 'awaiting supplement':
      return supplement(playing, working(at, chance.between(300, 3000), calendar));
    case 'received':
    case 'in progress':
      return step(playing, dossier, at, calendar);
    case 'result ready':
    case 'refused':
      return handOut(playing, dossier, working(at, chance.between(20, 1400), calendar));
    default:
      return null;
  }
}

function intake(playing: Playing, dossier: Dossier, at: Date): Next {
  const { chance, invented } = playing;
  const officer = holderOf(playing, dossier);
  if (chance.happens(0.03)) {
    const reasons = { reasons: [chance.pick(invented.refusals)], ground: '' };
    return { at, act: (house) => declineReceipt(house, officer, command(playing, reasons)) };
  }
  if (chance.happens(0.1) && !dossier.supplementsAsked[dossier.receivingAgencyId]) return askSupplement(playing, dossier, officer, at);
  return {
    at,
    act: async (house) => receiveDossier(house, officer, command(playing, await receiptOf(playing.reference, dossier, chance))),
  };
}

function supplement(playing: Playing, at: Date): Next {
  const { house, chance, code, dossierId } = playing;
  if (chance.happens(0.12)) return null;
  const proof = { token: tokenOf(house.key, dossierId) };
  const given = { files: [], fileNames: [], note: 'Tôi đã nộp lại bản có chữ ký tại quầy.' };
  return { at, act: (then) => giveSupplement(then, proof, { code, commandId: crypto.randomUUID(), request: given }) };
}

function step(playing: Playing, dossier: Dossier, at: Date, calendar: WorkingCalendar): Next {
  const { chance, invented } = playing;
  const { task, plan, result, dueAt } = dossier;
  const here = plan.find(({ no }) => no === task?.stepNo);
  if (!task || !here) return null;

  // The first act of a step takes the time of the step; those that follow in it take minutes.
  const officer = holderOf(playing, dossier);
  const begins = task.takenAt === null || here.kind === 'receive';
  const given = task.plannedAt ? workingMinutesBetween(task.openedAt, task.plannedAt, calendar) : 60;
  const [least, most] = playing.pace;
  const done = working(
    at,
    begins ? Math.max(4, Math.round(given * (least + (most - least) * chance.part()))) : chance.between(2, 12),
    calendar,
  );
  const last = isLastOfKind(plan, here.no);

  const head = headOf(playing.reference, task.agencyId);
  if (head && isLateSoon(dossier, done) && chance.happens(0.4)) return apology(playing, dossier, head, working(at, 10, calendar), calendar);
  if (here.kind === 'appraise' && begins && chance.happens(0.06) && !dossier.supplementsAsked[task.agencyId]) {
    return askSupplement(playing, dossier, officer, done);
  }
  if (here.kind === 'appraise' && begins && chance.happens(0.03)) {
    const reasons = { reasons: [chance.pick(invented.refusals)], ground: '' };
    return { at: done, act: (house) => refuseDossier(house, officer, command(playing, reasons)) };
  }
  if (here.kind === 'check' && begins && chance.happens(0.06)) {
    const back = plan.findLast(({ kind, no }) => kind === 'appraise' && no < here.no);
    const request = { toStepNo: back?.no ?? 1, reason: chance.pick(invented.sendBacks) };
    return { at: done, act: (house) => sendBackDossier(house, officer, command(playing, request)) };
  }
  if (here.kind === 'appraise' && last && !result) {
    const request = { made: 'from the answers', conclusion: 'Hồ sơ đủ điều kiện giải quyết.' } as const;
    return { at: done, act: (house) => draftResult(house, officer, command(playing, request)) };
  }
  if (here.kind === 'sign' && last && result && !result.signedAt) {
    return { at: done, act: (house) => signResult(house, officer, command(playing, { digest: result.digest })) };
  }
  if (here.kind === 'number' && last && !result?.number)
    return { at: done, act: (house) => numberResult(house, officer, command(playing, {})) };
  // Some keep the appointment to the minute.
  const toTheMinute = here.kind === 'number' && dueAt && dueAt > done && chance.happens(0.08);
  if (chance.happens(0.006) && !result?.signedAt) return withdrawal(playing, working(at, 30, calendar));
  return {
    at: toTheMinute ? dueAt : done,
    act: (house) => handOnDossier(house, officer, command(playing, { note: '', toOfficerId: null })),
  };
}

function askSupplement(playing: Playing, dossier: Dossier, officer: Officer, at: Date): Next {
  const { chance, invented, reference } = playing;
  const calendar = reference.calendarOf(dossier.task?.agencyId ?? dossier.receivingAgencyId);
  return {
    at,
    act: async (house) => {
      const { components } = await reference.versionOf(dossier.procedureId, dossier.procedureVersion);
      const named = components.filter(({ kind }) => kind !== 'made by the agency').map(({ name }) => name);
      const component = chance.pick(named.length > 0 ? named : ['Đơn đề nghị']);
      return requestSupplement(
        house,
        officer,
        command(playing, {
          gaps: [{ component, why: chance.pick(invented.gaps) }],
          explanation: chance.pick(invented.explanations),
          answerDueAt: addWorkingMinutes(at, 5 * 480, calendar),
          headReason: '',
        }),
      );
    },
  };
}

function apology(playing: Playing, { dueAt }: Dossier, head: Officer, at: Date, calendar: WorkingCalendar): Next {
  const { chance, invented } = playing;
  const after = dueAt && dueAt > at ? dueAt : at;
  const request = { reason: chance.pick(invented.apologies), promisedAt: addWorkingMinutes(after, 3 * 480, calendar) };
  return { at, act: (house) => apologise(house, head, command(playing, request)) };
}

function withdrawal(playing: Playing, at: Date): Next {
  const { house, chance, invented, dossierId } = playing;
  const proof = { token: tokenOf(house.key, dossierId) };
  return { at, act: (then) => requestWithdrawal(then, proof, command(playing, { reason: chance.pick(invented.withdrawals) })) };
}

function answerToWithdrawal(playing: Playing, { receivingAgencyId }: Dossier, at: Date): Next {
  const { reference } = playing;
  const unitId = reference.unitOf(receivingAgencyId, 'one-stop') ?? '';
  const officer = pickOfficer(
    playing,
    reference.holdersOf(unitId, 'receiving officer').map(({ officerId }) => officerId),
  );
  return { at, act: (house) => answerWithdrawal(house, officer, command(playing, { granted: true, reason: '' })) };
}

function handOut(playing: Playing, dossier: Dossier, at: Date): Next {
  const officer = holderOf(playing, dossier);
  const request = { recipient: 'người nộp hồ sơ', how: 'counter' } as const;
  return { at, act: (house) => returnResult(house, officer, command(playing, request)) };
}

/** The due time falls before this step would be done, it is not over yet, and nobody has apologised. */
function isLateSoon({ dueAt, promisedAt }: Dossier, done: Date): boolean {
  return dueAt !== null && promisedAt === null && done > dueAt;
}

function headOf({ officers }: Reference, agencyId: string): StaffMember | undefined {
  return officers.find(({ assignments }) =>
    assignments.some((held) => held.agencyId === agencyId && (held.role === 'head' || held.role === 'signing leader')),
  );
}

/** Who has the task, or one of those who may take it. */
function holderOf(playing: Playing, { task }: Dossier): Officer {
  const { reference } = playing;
  const holders = task ? reference.holdersOf(task.unitId, task.role).map(({ officerId }) => officerId) : [];
  return pickOfficer(playing, task?.officerId ? [task.officerId] : holders);
}

function pickOfficer({ reference, chance }: Playing, officerIds: readonly string[]): Officer {
  const officerId = chance.pick(officerIds);
  const officer = reference.officers.find((one) => one.officerId === officerId);
  if (!officer) throw new Error(`No officer ${officerId}`);
  return officer;
}

function command<Request>({ code }: Playing, request: Request) {
  return { code, commandId: crypto.randomUUID(), request };
}

/** So many working minutes later, from the next opening on. */
function working(at: Date, minutes: number, calendar: WorkingCalendar): Date {
  return addWorkingMinutes(nextOpening(at, calendar), minutes, calendar);
}
