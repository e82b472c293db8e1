import { openTasks } from '#domain/dossier/branches.ts';
import type { DossierState } from '#domain/dossier/dossier.ts';
import { clockAfterSupplement } from '#domain/dossier/supplement.ts';
import type { WayMark } from '#domain/dossier/way.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import { capital } from '#lib/words/figures.ts';
import type { Words } from '#lib/words/words.ts';
import type { HolderView } from '#server/usecases/holder-view.ts';

/** One of the four things that are said first: a label, the thing, what is said of it, and a state. */
export type Fact = {
  readonly label: string;
  readonly what: string;
  /** It is a name out of the catalogue, which is Vietnamese in every language. */
  readonly isName?: boolean;
  readonly more: readonly string[];
  readonly state?: { readonly kind: 'good' | 'soon' | 'late'; readonly word: string };
};

/** Where it is and when it is due stand large; what is being done and what comes next below. */
export function placeSaid(view: HolderView, words: Words): { readonly big: readonly Fact[]; readonly small: readonly Fact[] } {
  return says[view.dossier.state](view, words);
}

/** One stretch of the way; `now` is wherever somebody has it, which can be at several at once. */
export type PathStep = { readonly title: string; readonly mark: WayMark | null };

/** Steps of the path, each in a word; a long way is said by its agencies. */
export function pathSaid({ dossier, agencyNames }: HolderView, words: Words): PathStep[] {
  const groups = groupsOf(dossier.plan);
  const open = openTasks(dossier);
  const isOpen = (steps: Group) => steps.some(({ no }) => open.some(({ stepNo }) => stepNo === no));
  const isDone = (steps: Group) => steps.every(({ no }) => dossier.doneBy[no]);
  // While only a timer or a message is waited for, it is where it was last.
  const last = dossier.tokens?.length ? groups.findLastIndex((steps) => steps.some(({ no }) => dossier.doneBy[no])) : groups.length;
  const first = open.length > 0 ? groups.findIndex(isOpen) : last;
  return groups.map((steps, at) => ({
    title:
      groups.length === dossier.plan.length || steps[0].kind === 'return'
        ? words.stepKind[steps[0].kind]
        : (agencyNames[steps[0].agencyId] ?? ''),
    mark: isOpen(steps) || (open.length === 0 && at === last) ? 'now' : at < first || (dossier.routing && isDone(steps)) ? 'done' : null,
  }));
}

type Group = readonly [PlannedStep, ...PlannedStep[]];

/** Up to six steps stand by themselves; of more, those that one agency does one after the other stand together. */
function groupsOf(plan: readonly PlannedStep[]): readonly Group[] {
  if (plan.length <= 6) return plan.map((step) => [step]);
  const groups: [PlannedStep, ...PlannedStep[]][] = [];
  for (const step of plan) {
    const last = groups.at(-1);
    if (last && step.kind !== 'return' && last[0].agencyId === step.agencyId) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

type Say = (view: HolderView, words: Words) => { readonly big: readonly Fact[]; readonly small: readonly Fact[] };

const says: Readonly<Record<DossierState, Say>> = {
  submitted: (view, words) => ({
    big: [heldBy(view, words), answerDue(view, words)],
    small: [{ label: words.tracking.next, what: words.tracking.answerNext, more: [] }],
  }),
  'awaiting supplement': (view, words) => ({
    big: [withYou(view, words), supplementDue(view, words)],
    small: [
      {
        label: words.tracking.next,
        what: words.tracking.afterSupplement({ agency: view.holding?.agencyName ?? view.receivingAgency.name }),
        more: [clockWaiting(view, words)],
      },
    ],
  }),
  'awaiting payment': (view, words) => ({
    big: [payingFrom(view, words), toPay(view, words)],
    small: [
      {
        label: words.tracking.next,
        what: words.tracking.afterPayment({ agency: view.receivingAgency.name }),
        more: [words.tracking.clockStandsPayment],
      },
    ],
  }),
  suspended: (view, words) => ({
    big: [suspendedAt(view, words)],
    small: [
      {
        label: words.tracking.next,
        what: words.tracking.suspendedNext({ agency: view.holding?.agencyName ?? view.receivingAgency.name }),
        more: [words.tracking.clockStandsSuspended],
      },
    ],
  }),
  received: atWork,
  'in progress': atWork,
  'result ready': (view, words) => ({ big: [readyAt(view, words), outcomeSaid(view, words)], small: [collectedHow(view, words)] }),
  refused: (view, words) => ({ big: [readyAt(view, words), outcomeSaid(view, words)], small: [] }),
  returned: (view, words) => {
    const { returnedAt, refusalReturnedAt } = words.tracking;
    return { big: [ended(view, view.dossier.refused ? refusalReturnedAt : returnedAt, words), outcomeSaid(view, words)], small: [] };
  },
  'not accepted': (view, words) => ({ big: [ended(view, words.tracking.notAcceptedAt, words)], small: [] }),
  withdrawn: (view, words) => {
    const fact = ended(view, words.tracking.withdrawnAt, words);
    return { big: [{ ...fact, more: [...fact.more, words.tracking.withdrawnWhat] }], small: [] };
  },
  stopped: (view, words) => {
    const fact = ended(view, words.tracking.stoppedAt, words);
    return { big: [{ ...fact, more: [...fact.more, words.tracking.stoppedWhat] }], small: [] };
  },
};

function atWork(view: HolderView, words: Words) {
  const small = view.holding ? [doing(view, words), next(view, words)] : [];
  return { big: [view.holding || view.awaited.length === 0 ? heldBy(view, words) : awaitedAt(view, words), dueAt(view, words)], small };
}

/** Nobody has anything to do now: only a time or a message is waited for. */
function awaitedAt({ awaited }: HolderView, words: Words): Fact {
  const [first, ...others] = awaited.map(({ name, dueAt }) =>
    dueAt ? words.tracking.awaitedUntil({ what: name, moment: momentSaid(dueAt, words) }) : name,
  );
  return { label: words.tracking.awaited, what: first ?? '', isName: true, more: others };
}

function heldBy({ holding, holdingBeside, receivingAgency }: HolderView, words: Words): Fact {
  const { tracking } = words;
  if (!holding) return { label: tracking.at, what: receivingAgency.name, isName: true, more: [] };
  const moment = momentSaid(holding.sinceAt, words);
  const unit = holding.unitName === holding.agencyName ? [] : [capital(holding.unitName)];
  return {
    label: tracking.at,
    what: holding.agencyName,
    isName: true,
    more: [
      ...unit,
      holding.isTaken ? tracking.taken({ moment }) : tracking.queued({ moment }),
      ...holdingBeside.map(({ agencyName, name }) => tracking.besideAt({ agency: agencyName, step: name })),
    ],
  };
}

function answerDue({ holding, dossier, now }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const isLate = holding?.plannedAt ? now > holding.plannedAt : false;
  return {
    label: tracking.answerDue,
    what: holding?.plannedAt ? capital(words.momentNear(holding.plannedAt)) : '',
    more: [tracking.answerWhat({ moment: momentSaid(dossier.submittedAt, words) })],
    state: isLate ? { kind: 'late', word: tracking.answerLate } : { kind: 'soon', word: tracking.answerWaiting },
  };
}

function withYou({ asked }: HolderView, words: Words): Fact {
  const { tracking } = words;
  return { label: tracking.at, what: tracking.withYou, more: asked ? [tracking.askedSince({ moment: momentSaid(asked.at, words) })] : [] };
}

function supplementDue({ asked, now, dossier: { closesAt } }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const isLate = asked ? now > asked.answerDueAt : false;
  return {
    label: tracking.supplementDue,
    what: asked ? capital(words.momentNear(asked.answerDueAt)) : '',
    more: closesAt ? [tracking.stopsAt({ moment: momentSaid(closesAt, words) })] : [],
    state: isLate ? { kind: 'late', word: tracking.waitingLate } : { kind: 'soon', word: tracking.waiting },
  };
}

function payingFrom({ payment }: HolderView, words: Words): Fact {
  const { tracking } = words;
  return { label: tracking.at, what: tracking.withYou, more: payment ? [tracking.payHere({ moment: momentSaid(payment.at, words) })] : [] };
}

/** How much, who set it and by what, and where it is paid: what the officer wrote, as he wrote it. */
function toPay({ payment }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const { setBy = '', ground = '', how = '' } = payment ?? {};
  return {
    label: tracking.pay,
    what: payment ? words.money(payment.amountVnd) : '',
    more: [...(setBy ? [tracking.paySetBy({ setBy })] : []), ...(ground ? [tracking.ground({ ground })] : []), ...(how ? [how] : [])],
    state: { kind: 'soon', word: tracking.waiting },
  };
}

function suspendedAt({ suspension }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const { reason = '', ground = '' } = suspension ?? {};
  return {
    label: tracking.at,
    what: tracking.suspendedNow,
    more: [
      ...(suspension ? [tracking.suspendedSince({ moment: momentSaid(suspension.at, words) })] : []),
      ...(reason ? [reason] : []),
      ...(ground ? [tracking.ground({ ground })] : []),
    ],
  };
}

function dueAt({ dossier, left, apology }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const more = [
    ...(left ? [leftSaid(left, words)] : []),
    ...(apology ? [tracking.apology({ moment: momentSaid(apology.promisedAt, words) })] : []),
    ...(apology?.reason ? [tracking.apologyReason({ reason: apology.reason })] : []),
  ];
  const fact = { label: tracking.due, what: dossier.dueAt ? capital(words.momentNear(dossier.dueAt)) : '', more };
  return left ? { ...fact, state: stateOf(left, words) } : fact;
}

/** A working day or less is soon. */
function stateOf({ overdue, days }: NonNullable<HolderView['left']>, { tracking }: Words): NonNullable<Fact['state']> {
  if (overdue) return { kind: 'late', word: tracking.late };
  return days < 1 ? { kind: 'soon', word: tracking.dueSoon } : { kind: 'good', word: tracking.onTime };
}

function leftSaid({ overdue, workingMinutes }: NonNullable<HolderView['left']>, words: Words): string {
  const { tracking } = words;
  const time = words.workingTime(workingMinutes);
  if (!overdue) return tracking.left({ time });
  return workingMinutes === 0 ? tracking.overdueNow : tracking.overdue({ time });
}

function doing({ holding, usualMinutes }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const usual = usualMinutes ? [tracking.usual({ time: words.workingTime(usualMinutes) })] : [];
  const planned = holding?.plannedAt ? [tracking.planned({ moment: momentSaid(holding.plannedAt, words) })] : [];
  return { label: tracking.doing, what: holding?.name ?? '', isName: true, more: usual.length > 0 ? usual : planned };
}

function next({ next: { steps, waitsFor, waitsForOthers }, told, receivingAgency }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const said = [
    ...steps.map(({ name, kind, agencyName }) =>
      kind === 'return' ? tracking.nextReturn({ agency: agencyName }) : tracking.nextAt({ step: name, agency: agencyName }),
    ),
    ...waitsFor.map((what) => tracking.nextWaits({ what })),
    ...(waitsForOthers ? [tracking.nextOthers] : []),
  ];
  const what = said.length > 0 ? said.join('; ') : tracking.nextReturn({ agency: receivingAgency.name });
  return { label: tracking.next, what, more: told ? [toldSaid(told, words)] : [] };
}

function toldSaid(told: NonNullable<HolderView['told']>, { tracking }: Words): string {
  return told.by === 'mail' ? tracking.toldMail({ address: told.address }) : tracking.toldPhone({ phone: told.phone });
}

function readyAt({ dossier, receivingAgency, holding }: HolderView, words: Words): Fact {
  const { tracking } = words;
  const since = dossier.readyAt ? [tracking.readySince({ moment: momentSaid(dossier.readyAt, words) })] : [];
  const agency = holding?.agencyName ?? receivingAgency.name;
  if (dossier.refused) return { label: tracking.at, what: words.state.refused, more: [...since, tracking.refusedNote({ agency })] };
  return { label: tracking.readyAt, what: agency, isName: true, more: since };
}

function collectedHow({ applicant }: HolderView, words: Words): Fact {
  return { label: words.tracking.collect, what: words.collection[applicant?.collection ?? 'counter'], more: [] };
}

function outcomeSaid({ dossier }: HolderView, words: Words): Fact {
  const { outcome } = dossier;
  const fact = { label: words.tracking.promisedWas, what: dossier.dueAt ? capital(words.momentNear(dossier.dueAt)) : '', more: [] };
  return outcome ? { ...fact, state: { kind: outcome === 'late' ? 'late' : 'good', word: words.outcome[outcome] } } : fact;
}

function ended({ dossier }: HolderView, what: string, words: Words): Fact {
  return { label: words.tracking.ended, what, more: dossier.closedAt ? [momentSaid(dossier.closedAt, words)] : [] };
}

/** `thứ Năm 26/4 lúc 10:00` */
function momentSaid(at: Date, words: Words): string {
  return words.due.at({ day: `${words.weekday(at)} ${words.dayShort(at)}`, time: words.time(at) });
}

function clockWaiting({ dossier }: HolderView, words: Words): string {
  const { clockNotBegun, clockStands, clockStandsAnew } = words.tracking;
  return { 'not begun': clockNotBegun, 'goes on': clockStands, 'begins anew': clockStandsAnew }[clockAfterSupplement(dossier)];
}
