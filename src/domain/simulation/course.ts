import type { StaffMember } from '#domain/access/actor.ts';
import { addWorkingMinutes, nextOpening, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { apologise } from '#domain/dossier/apologise.ts';
import { take } from '#domain/dossier/assign.ts';
import { isClosed } from '#domain/dossier/dossier.ts';
import { isRunning } from '#domain/dossier/hold.ts';
import { giveSupplement } from '#domain/dossier/supplement.ts';
import { closeUnanswered } from '#domain/dossier/unanswered.ts';
import { answerWithdrawal, requestWithdrawal, whyNoWithdrawal } from '#domain/dossier/withdraw.ts';
import { byCitizen, byOfficer, byTime, type Life, mustHold, standing } from './life.ts';
import { minutesOf, type Office, offer, type Work } from './office.ts';
import { doStep } from './steps.ts';

/** Who stands there is served before what lies there. */
const whoIsThere = 0;

/** So many of those who are asked for something never bring it. */
const neverAnswers = 0.1;

/** Of those that will be late, so many are apologised for. */
const apologised = 0.45;

/** So many of those who ask to have their dossier back are told why not. */
const denied = 0.12;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Plans what comes next of a dossier, from where it stands: whose turn it is, or what the applicant does. */
export function follow(office: Office, life: Life): void {
  const dossier = standing(life);
  if (isClosed(dossier)) {
    office.over.push(life);
    return;
  }
  if (dossier.withdrawalAsked) awaitAnswer(office, life);
  else if (dossier.state === 'submitted') offerStep(office, life, life.lastAt, life.lastAt);
  else if (dossier.state === 'awaiting supplement') awaitSupplement(office, life);
  else if (isRunning(dossier)) awaitStep(office, life);
  else later(office, life, life.chance.between(15, 1400), (at) => offerStep(office, life, at, whoIsThere));
}

/** It lies for a while, then it is the turn of whoever does the step. */
function awaitStep(office: Office, life: Life): void {
  const [lies, minutes] = timeOf(office, life);
  later(office, life, lies, (at) => offerStep(office, life, at, standing(life).dueAt?.getTime() ?? at, minutes));
}

/** What is owed within a working day lies less than other things: somebody waits for it. */
const shortMinutes = 480;

/** How long a dossier lies before it can be worked on, in working minutes, and how long this work may take: half of its time. */
function timeOf({ city }: Office, { chance, pace, dossier }: Life): [lies: number, most: number] {
  const task = dossier?.task;
  if (!task?.plannedAt) return [chance.between(5, 60), 30];
  const given = workingMinutesBetween(task.openedAt, task.plannedAt, city.calendarOf(task.agencyId));
  const haste = (dossier?.totalMinutes ?? 0) <= shortMinutes ? 0.4 : 1;
  return [Math.round(given * pace * haste * (0.4 + 0.8 * chance.part())), Math.max(2, given / 2)];
}

/** Once so many working minutes have passed, unless it went another way meanwhile. */
function later({ city, agenda }: Office, life: Life, minutes: number, then: (at: number) => void): void {
  const { task, receivingAgencyId } = standing(life);
  const calendar = city.calendarOf(task?.agencyId ?? receivingAgencyId);
  const at = addWorkingMinutes(nextOpening(new Date(life.lastAt), calendar), minutes, calendar).getTime();
  const { turn } = life;
  agenda.put(at, () => {
    if (life.turn === turn) then(at);
  });
}

/** Lays the step that it stands at before those who do it. */
function offerStep(office: Office, life: Life, at: number, urgency: number, most = Number.POSITIVE_INFINITY): void {
  const { task, plan, receivedAt } = standing(life);
  const step = plan.find(({ no }) => no === task?.stepNo);
  if (!task || !step) return;
  // What is handed on from the counter was looked at when it was received.
  const usual = step.kind === 'receive' && receivedAt ? { mean: 3, most: 10 } : minutesOf[step.kind];
  const work: Work = {
    life,
    turn: life.turn,
    queue: office.queueOf(task.unitId, task.role),
    officerId: task.officerId,
    urgency,
    minutes: { mean: usual.mean, most: Math.min(usual.most, most) },
    begin: (officer, now) => mustHold(life, byOfficer(office.city, life, now, [officer, 'take dossier'], {}, take)),
    finish: (officer, now) => {
      const dueAt = standing(life).dueAt?.getTime();
      doStep(office.city, life, step.kind, officer, now);
      if (standing(life).dueAt?.getTime() !== dueAt) watchDueTime(office, life);
      follow(office, life);
      return life.lastAt;
    },
  };
  offer(office, work, at);
}

function awaitSupplement(office: Office, life: Life): void {
  const { chance } = life;
  if (chance.happens(neverAnswers)) {
    awaitClosing(office, life);
    return;
  }
  later(office, life, chance.between(200, 3400), (at) => {
    const given = { files: [], fileNames: [], note: chance.pick(office.city.words.supplements) };
    mustHold(life, byCitizen(office.city, life, at, given, giveSupplement));
    watchDueTime(office, life);
    follow(office, life);
  });
}

/** Where nobody waits for ever, a dossier whose supplement is not given is closed by time. */
function awaitClosing(office: Office, life: Life): void {
  const { closesAt } = standing(life);
  if (!closesAt) return;
  const at = closesAt.getTime() + minuteMs;
  const { turn } = life;
  office.agenda.put(at, () => {
    if (life.turn !== turn) return;
    mustHold(life, byTime(office.city, life, at, closeUnanswered));
    follow(office, life);
  });
}

/** Two hours before the due time somebody sees that it will not do. */
export function watchDueTime(office: Office, life: Life): void {
  const dueAt = life.dossier?.dueAt?.getTime();
  if (dueAt === undefined || !life.chance.happens(apologised)) return;
  const at = Math.max(dueAt - 2 * hourMs, life.lastAt);
  office.agenda.put(at, () => {
    const { dueAt: owedAt, promisedAt, withdrawalAsked, task } = standing(life);
    if (owedAt?.getTime() !== dueAt || !isRunning(standing(life)) || promisedAt || withdrawalAsked || !task) return;
    const head = headOf(office, task.agencyId);
    if (head) offer(office, apology(office, life, head), at);
  });
}

function apology(office: Office, life: Life, { officerId, assignments }: StaffMember): Work {
  const [place] = assignments;
  if (!place) throw new RangeError(`${officerId} works nowhere`);
  const { words, calendarOf } = office.city;
  return {
    life,
    turn: life.turn,
    queue: office.queueOf(place.unitId, place.role),
    officerId,
    urgency: whoIsThere,
    minutes: { mean: 8, most: 20 },
    begin: () => {},
    finish: (officer, now) => {
      const { dueAt } = standing(life);
      const from = new Date(Math.max(now, life.lastAt, dueAt?.getTime() ?? 0));
      const promisedAt = addWorkingMinutes(from, life.chance.between(1, 4) * 480, calendarOf(place.agencyId));
      const request = { reason: life.chance.pick(words.apologies), promisedAt };
      // Meanwhile it may have been done after all.
      byOfficer(office.city, life, now, [officer, 'apologise'], request, apologise);
      return now;
    },
  };
}

function headOf({ city }: Office, agencyId: string): StaffMember | undefined {
  return city.staff.find(({ assignments }) =>
    assignments.some((held) => held.agencyId === agencyId && (held.role === 'head' || held.role === 'signing leader')),
  );
}

/** Some think better of it. While an officer has it in his hands they wait until he has laid it down. */
export function askBack(office: Office, life: Life, at: number): void {
  const dossier = standing(life);
  if (whyNoWithdrawal(dossier)) return;
  if (life.hands > 0) {
    office.agenda.put(at + hourMs, () => askBack(office, life, at + hourMs));
    return;
  }

  life.turn++;
  mustHold(life, byCitizen(office.city, life, at, { reason: life.chance.pick(office.city.words.withdrawals) }, requestWithdrawal));
  follow(office, life);
}

/** The agency that received it answers. */
function awaitAnswer(office: Office, life: Life): void {
  const { receivingAgencyId } = standing(life);
  const unitId = office.city.unitOf(receivingAgencyId, 'one-stop') ?? '';
  const work: Work = {
    life,
    turn: life.turn,
    queue: office.queueOf(unitId, 'receiving officer'),
    officerId: null,
    urgency: whoIsThere,
    minutes: { mean: 10, most: 25 },
    begin: () => {},
    finish: (officer, now) => {
      const granted = !life.chance.happens(denied);
      const request = { granted, reason: granted ? '' : life.chance.pick(office.city.words.denials) };
      mustHold(life, byOfficer(office.city, life, now, [officer, 'answer withdrawal'], request, answerWithdrawal));
      follow(office, life);
      return life.lastAt;
    },
  };
  offer(office, work, life.lastAt);
}
