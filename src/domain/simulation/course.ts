import type { StaffMember } from '#domain/access/actor.ts';
import { addWorkingMinutes, nextOpening, workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { take } from '#domain/dossier/assign.ts';
import { isClosed } from '#domain/dossier/dossier.ts';
import { isRunning } from '#domain/dossier/hold.ts';
import { mayReopen, reopen, stepsToReopen } from '#domain/dossier/reopen.ts';
import { recordPayment, resume } from '#domain/dossier/stand-still.ts';
import { giveSupplement } from '#domain/dossier/supplement.ts';
import { takeBack, whyNotBack } from '#domain/dossier/take-back.ts';
import { closeUnanswered } from '#domain/dossier/unanswered.ts';
import { answerWithdrawal, requestWithdrawal, whyNoWithdrawal } from '#domain/dossier/withdraw.ts';
import type { Refusal } from '#domain/refusal.ts';
import { headOf, watchDueTime } from './lateness.ts';
import { byCitizen, byOfficer, byTime, type Life, mustHold, standing, turnsTo } from './life.ts';
import { minutesOf, type Office, offer, type Work, whoIsThere } from './office.ts';
import { doStep } from './steps.ts';

/** So many of those who are asked for something never bring it. */
const neverAnswers = 0.1;

/** Of those who owe something to another agency, so many do not pay. */
const neverPays = 0.03;

/** Of what is handed on, so much was handed on by mistake. */
const handedOnByMistake = 0.012;

/** Of what is closed, so much should not have been. */
const closedByMistake = 0.004;

/** So many of those who ask to have their dossier back are told why not. */
const denied = 0.12;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Plans what comes next of a dossier, from where it stands: whose turn it is, or what the applicant does. */
export function follow(office: Office, life: Life): void {
  const dossier = standing(life);
  if (life.staysIn === dossier.state) return;
  if (isClosed(dossier)) {
    if (!life.isReopened && mayReopen(dossier) && life.chance.happens(closedByMistake)) awaitReopening(office, life);
    else office.over.push(life);
  } else if (dossier.withdrawalAsked) awaitAnswer(office, life);
  else if (dossier.state === 'submitted') offerStep(office, life, life.lastAt, life.lastAt);
  else if (dossier.state === 'awaiting supplement') awaitSupplement(office, life);
  else if (dossier.state === 'awaiting payment') awaitPayment(office, life);
  else if (dossier.state === 'suspended') awaitResumption(office, life);
  else if (isRunning(dossier)) awaitStep(office, life);
  else later(office, life, life.chance.between(15, 1400), (at) => offerStep(office, life, at, whoIsThere));
}

/** It lies for a while, then it is the turn of whoever does the step. */
function awaitStep(office: Office, life: Life): void {
  const [lies, minutes] = timeOf(office, life);
  const [last] = life.done.at(-1)?.events.slice(-1) ?? [];
  if (last?.type === 'handed on' && life.chance.happens(handedOnByMistake)) planTakingBack(office, life);
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
  if (turnsTo(life, 'stopped', neverAnswers)) {
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

/** Most pay within some days; the receipt is shown to the officer who has the dossier. */
function awaitPayment(office: Office, life: Life): void {
  const { chance } = life;
  if (chance.happens(neverPays)) return;
  later(office, life, chance.between(240, 4300), (at) => {
    const request = { proof: chance.pick(office.city.words.proofs) };
    offerToHolder(office, life, at, (officer, now) =>
      byOfficer(office.city, life, now, [officer, 'record payment'], request, recordPayment),
    );
  });
}

/** Until the ground is gone. */
function awaitResumption(office: Office, life: Life): void {
  const { chance } = life;
  later(office, life, chance.between(5 * 480, 25 * 480), (at) => {
    const request = { reason: chance.pick(office.city.words.resumptions) };
    offerToHolder(office, life, at, (officer, now) => byOfficer(office.city, life, now, [officer, 'resume dossier'], request, resume));
  });
}

/** For the one who had the dossier when the clock was stopped: it goes on from there. */
function offerToHolder(office: Office, life: Life, at: number, act: (officer: StaffMember, now: number) => Refusal | undefined): void {
  const { task } = standing(life);
  if (!task) return;
  const work: Work = {
    life,
    turn: life.turn,
    queue: office.queueOf(task.unitId, task.role),
    officerId: task.officerId,
    urgency: whoIsThere,
    minutes: { mean: 5, most: 15 },
    begin: () => {},
    finish: (officer, now) => {
      mustHold(life, act(officer, now));
      watchDueTime(office, life);
      follow(office, life);
      return life.lastAt;
    },
  };
  offer(office, work, at);
}

/** Minutes later whoever handed it on sees that he should not have; often a colleague has it by then, and it stays there. */
function planTakingBack(office: Office, life: Life): void {
  const { city, agenda } = office;
  const by = life.done.at(-1)?.by;
  const officer = city.staff.find(({ officerId }) => officerId === by?.personId);
  if (!by || !officer) return;
  const calendar = city.calendarOf(by.agencyId);
  const at = addWorkingMinutes(new Date(life.lastAt), life.chance.between(3, 25), calendar).getTime();
  const acts = life.done.length;
  agenda.put(at, () => {
    if (life.done.length !== acts || life.hands > 0 || whyNotBack(standing(life))) return;
    life.turn++;
    const request = { reason: life.chance.pick(city.words.takeBacks) };
    mustHold(life, byOfficer(city, life, at, [officer, 'take back dossier'], request, takeBack));
    follow(office, life);
  });
}

/** Days after it was closed its head finds that it was so by mistake. */
function awaitReopening(office: Office, life: Life): void {
  const { chance } = life;
  life.isReopened = true;
  later(office, life, chance.between(2 * 480, 12 * 480), (at) => {
    const step = stepsToReopen(standing(life)).at(-1);
    const head = step && headOf(office, step.agencyId);
    const place = head?.assignments.find(({ agencyId }) => agencyId === step?.agencyId);
    if (!step || !head || !place) {
      office.over.push(life);
      return;
    }
    const request = { toStepNo: step.no, reason: chance.pick(office.city.words.reopenings) };
    const work: Work = {
      life,
      turn: life.turn,
      queue: office.queueOf(place.unitId, place.role),
      officerId: head.officerId,
      urgency: whoIsThere,
      minutes: { mean: 10, most: 25 },
      begin: () => {},
      finish: (officer, now) => {
        mustHold(life, byOfficer(office.city, life, now, [officer, 'reopen dossier'], request, reopen));
        watchDueTime(office, life);
        follow(office, life);
        return life.lastAt;
      },
    };
    offer(office, work, at);
  });
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
