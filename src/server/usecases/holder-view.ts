import type { Agency } from '#domain/agency/agency.ts';
import { type TimeLeft, timeLeft } from '#domain/calendar/time-left.ts';
import { handOverTo, stepsAfter } from '#domain/dossier/branches.ts';
import { stepDueAt } from '#domain/dossier/clock.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, Gap, Reasons } from '#domain/dossier/events.ts';
import { awaited } from '#domain/dossier/fire.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { type PaperKind, papersAfter } from '#domain/dossier/owed.ts';
import { type Told, whoIsTold } from '#domain/dossier/told.ts';
import { type Visit, visitsOf } from '#domain/dossier/visits.ts';
import { whyNoWithdrawal } from '#domain/dossier/withdraw.ts';
import type { Applicant } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { PlannedStep } from '#domain/workflow/plan.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import type { FileRow } from '#server/store/files.ts';
import type { Tracked, TrackedPaper } from '#server/store/tracked-dossiers.ts';
import { type ComponentView, type DossierView, type HistoryLine, viewOf } from './dossier-view.ts';
import { lastOf } from './occasion.ts';
import { isReady } from './read-file.ts';
import { readUsualTime } from './read-usual-time.ts';
import type { Reference } from './reference.ts';

/**
 * A dossier as its holder sees it: where it is, what comes, what he can do, what proves it. Officers' names and what they write
 * to each other stay in the house.
 */
export type HolderView = Pick<DossierView, 'dossierId' | 'dossier' | 'due'> & {
  readonly procedure: Pick<ProcedureVersion, 'name' | 'legalTime' | 'fieldId' | 'decidingAgencyId'>;
  /** Null once the sealed parts are wiped. */
  readonly applicant: Applicant | null;
  readonly components: readonly HeldComponent[];
  readonly happened: readonly Pick<HistoryLine, 'version' | 'type' | 'at'>[];
  readonly now: Date;
  readonly left: TimeLeft | null;
  readonly receivingAgency: Pick<Agency, 'name' | 'address' | 'phone'>;
  /** Of every agency on its way, as it is called in a sentence. */
  readonly agencyNames: Readonly<Record<string, string>>;
  /** Who has it now: agency, unit, whether somebody has taken it, since when; null when nobody has it any more. */
  readonly holding: Holding | null;
  /** The other places that have it at the same time. */
  readonly holdingBeside: readonly Holding[];
  /** Timers and messages that are waited for while no task is open for them. */
  readonly awaited: readonly { readonly name: string; readonly dueAt: Date | null }[];
  /** What follows its step: steps, one of them where somebody still chooses; names of what is waited for; the other branches. */
  readonly next: { readonly steps: readonly StepAt[]; readonly waitsFor: readonly string[]; readonly waitsForOthers: boolean };
  /** Its way, where that is drawn. */
  readonly drawn: Pick<PublishedVersion, 'workflow' | 'drawing'>;
  /** Working minutes that the current step usually takes; null when too little is known. */
  readonly usualMinutes: number | null;
  /** Where it has been, from first to last. */
  readonly visits: readonly (Visit & { readonly agencyName: string })[];
  /** What the applicant is waited for; null when for nothing. */
  readonly asked: Asked | null;
  /** The obligation that is to be paid; null when none is waited for. */
  readonly payment: Payment | null;
  /** Why work stands still by law; null when it does not. */
  readonly suspension: { readonly at: Date; readonly ground: string; readonly reason: string } | null;
  /** Why it was not accepted or settled by a refusal. */
  readonly refusal: RefusalView | null;
  readonly withdrawal: Withdrawal;
  readonly apology: { readonly at: Date; readonly promisedAt: Date; readonly reason: string } | null;
  readonly resultReady: boolean;
  /** Papers that were made of it; `sizeBytes` is null for one that is made when it is opened. */
  readonly papers: readonly { readonly version: number; readonly kind: PaperKind; readonly sizeBytes: number | null }[];
  readonly proofs: Proofs;
  /** How the applicant hears of the result. */
  readonly told: Told | null;
};

export type HeldComponent = Pick<ComponentView, 'no' | 'name' | 'kind' | 'files' | 'checked'>;

type StepAt = Pick<PlannedStep, 'name' | 'kind'> & { readonly agencyName: string };

export type Holding = StepAt & {
  readonly unitName: string;
  readonly isTaken: boolean;
  readonly sinceAt: Date;
  readonly plannedAt: Date | null;
};

export type Asked = {
  readonly at: Date;
  readonly agencyName: string;
  readonly gaps: readonly Gap[];
  readonly explanation: string;
  readonly answerDueAt: Date;
  /** Its paper. */
  readonly version: number;
};

type Payment = { readonly at: Date; readonly amountVnd: number; readonly setBy: string; readonly ground: string; readonly how: string };

type RefusalView = Reasons & {
  readonly at: Date;
  readonly agencyName: string;
  readonly complainTo: Pick<Agency, 'name' | 'phone'>;
  readonly version: number;
};

/** `open` to be asked for, `at once` before receipt; `asked` and not answered; `denied` with the reason, and it may be asked again. */
export type Withdrawal =
  | { readonly may: 'at once' | 'ask'; readonly denied: { readonly at: Date; readonly reason: string } | null }
  | { readonly may: 'no'; readonly because: 'asked' | 'signed' | 'closed' };

/** What is needed to check by eye that nobody rewrote the past. */
export type Proofs = {
  readonly events: number;
  readonly headNow: string;
  /** The paper that the applicant has, and the head that the history has at its event now. */
  readonly paper: (TrackedPaper & { readonly found: string | null }) | null;
};

/** What the page is put together from. */
export type Tracking = {
  readonly tracked: Tracked;
  readonly history: readonly Recorded[];
  readonly files: readonly FileRow[];
  readonly reference: Reference;
};

/** Puts together what the holder's page shows, as it is now. */
export async function holderViewOf(house: House, { history, files, tracked, reference }: Tracking): Promise<HolderView> {
  const now = house.now();
  const { dossierId, dossier, due, version, submission, components, lines } = await viewOf(house, history, files);
  const { name, legalTime, fieldId, decidingAgencyId } = version;
  const applicant = submission?.applicant ?? null;
  const { task, dueAt, readyAt, plan, receivingAgencyId } = dossier;
  const events = history.map(({ event }) => event);
  const step = plan.find(({ no }) => no === task?.stepNo);
  const next = handOverTo(dossier) ?? { steps: step ? stepsAfter(dossier, step) : [], waitsFor: [], waitsForOthers: false };
  const shortName = (agencyId: string) => reference.agencyOf(agencyId).shortName;
  return {
    dossierId,
    dossier,
    due,
    procedure: { name, legalTime, fieldId, decidingAgencyId },
    applicant,
    components: components.map(heldComponent),
    happened: lines.map(({ version, type, at }) => ({ version, type, at })),
    now,
    left: dueAt && !readyAt ? timeLeft(now, dueAt, reference.calendarOf(receivingAgencyId)) : null,
    receivingAgency: reference.agencyOf(receivingAgencyId),
    agencyNames: Object.fromEntries(plan.map(({ agencyId }) => [agencyId, shortName(agencyId)])),
    holding: step && task ? holdingOf(task, dossier.dueAt, step, reference) : null,
    holdingBeside: (dossier.beside ?? []).flatMap((one) => {
      const at = plan.find(({ no }) => no === one.stepNo);
      return at ? [holdingOf(one, dossier.dueAt, at, reference)] : [];
    }),
    drawn: { ...(version.workflow && { workflow: version.workflow }), ...(version.drawing && { drawing: version.drawing }) },
    awaited: awaited(dossier),
    next: { ...next, steps: next.steps.map(({ name, kind, agencyId }) => ({ name, kind, agencyName: shortName(agencyId) })) },
    usualMinutes: step && step.kind !== 'return' ? await readUsualTime(house, dossier.procedureId, step.no) : null,
    visits: visitsOf(events, now, reference.calendarOf).map((visit) => ({
      ...visit,
      agencyName: visit.kind === 'wait' ? '' : shortName(visit.step.agencyId),
    })),
    asked: dossier.state === 'awaiting supplement' ? askedOf(history, reference) : null,
    payment: dossier.state === 'awaiting payment' ? paymentOf(history) : null,
    suspension: dossier.state === 'suspended' ? suspensionOf(history) : null,
    refusal: dossier.refused || dossier.state === 'not accepted' ? refusalOf(history, reference) : null,
    withdrawal: withdrawalOf(dossier, events),
    apology: dossier.promisedAt ? apologyOf(events) : null,
    resultReady: isReady(dossier),
    papers: papersOf(history, dossier, tracked),
    proofs: proofsOf(history, tracked),
    told: whoIsTold('result ready', dossier, applicant),
  };
}

function heldComponent({ no, name, kind, files, checked }: ComponentView): HeldComponent {
  return { no, name, kind, files, checked };
}

function holdingOf(
  task: NonNullable<Dossier['task']>,
  dueAt: Date | null,
  { name, kind }: PlannedStep,
  { agencyOf, units }: Reference,
): Holding {
  return {
    name,
    kind,
    agencyName: agencyOf(task.agencyId).shortName,
    unitName: units.find(({ unitId }) => unitId === task.unitId)?.name ?? '',
    isTaken: task.officerId !== null,
    sinceAt: task.takenAt ?? task.openedAt,
    plannedAt: stepDueAt(task, dueAt),
  };
}

function askedOf(history: readonly Recorded[], { agencyOf }: Reference): Asked | null {
  const last = history.findLast(({ event }) => event.type === 'supplement requested');
  if (last?.event.type !== 'supplement requested') return null;
  const { at, agencyId, answerDueAt, sealed } = last.event;
  const { gaps = [], explanation = '' } = sealed ?? {};
  return { at, agencyName: agencyOf(agencyId).name, gaps, explanation, answerDueAt, version: last.version };
}

function paymentOf(history: readonly Recorded[]): Payment | null {
  const last = lastOf(history, 'payment requested');
  if (!last) return null;
  const { setBy = '', ground = '', how = '' } = last.sealed ?? {};
  return { at: last.at, amountVnd: last.amountVnd, setBy, ground, how };
}

function suspensionOf(history: readonly Recorded[]): HolderView['suspension'] {
  const last = lastOf(history, 'suspended');
  return last ? { at: last.at, ground: last.sealed?.ground ?? '', reason: last.sealed?.reason ?? '' } : null;
}

function refusalOf(history: readonly Recorded[], { agencyOf }: Reference): RefusalView | null {
  const last = history.findLast(({ event }) => event.type === 'refused' || event.type === 'not accepted');
  if (last?.event.type !== 'refused' && last?.event.type !== 'not accepted') return null;
  const agency = agencyOf(last.by.agencyId);
  const { reasons = [], ground = '' } = last.event.sealed ?? {};
  const complainTo = agency.parentId === null ? agency : agencyOf(agency.parentId);
  return { at: last.event.at, agencyName: agency.name, reasons, ground, complainTo, version: last.version };
}

function withdrawalOf(dossier: Dossier, events: readonly DossierEvent[]): Withdrawal {
  switch (whyNoWithdrawal(dossier)?.refused) {
    case undefined: {
      const denied = events.findLast((event) => event.type === 'withdrawal denied');
      return {
        may: dossier.receivedAt ? 'ask' : 'at once',
        denied: denied ? { at: denied.at, reason: denied.sealed?.reason ?? '' } : null,
      };
    }
    case 'withdrawal-already-asked':
      return { may: 'no', because: 'asked' };
    case 'result-already-signed':
      return { may: 'no', because: 'signed' };
    default:
      return { may: 'no', because: 'closed' };
  }
}

function apologyOf(events: readonly DossierEvent[]): HolderView['apology'] {
  const given = events.findLast((event) => event.type === 'apology given');
  return given ? { at: given.at, promisedAt: given.promisedAt, reason: given.sealed?.reason ?? '' } : null;
}

/** Every paper that the history owes; one that is not made yet is made when somebody opens it. */
function papersOf(history: readonly Recorded[], dossier: Dossier, { papers }: Tracked): HolderView['papers'] {
  const happened = history.map(({ version, event, by }) => ({ version, type: event.type, role: by.role }));
  return papersAfter(happened, dossier).map(({ version, kind }) => {
    const made = papers.find((paper) => paper.version === version && paper.kind === kind);
    return { version, kind, sizeBytes: made?.sizeBytes ?? null };
  });
}

function proofsOf(history: readonly Recorded[], { papers, end }: Tracked): Proofs {
  const paper = papers.findLast(({ kind }) => kind === 'receipt') ?? papers[0];
  const found = history.find(({ version }) => version === paper?.version)?.hash ?? null;
  return { events: history.length, headNow: end.hash, paper: paper ? { ...paper, found } : null };
}
