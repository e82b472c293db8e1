import { addDays, type Day, dayOf, instantAt } from '#domain/calendar/day.ts';
import { parseTyped } from '#domain/calendar/typed.ts';
import { addWorkingDays, hoursOf, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Faults } from '#domain/form/check.ts';
import { paperId } from '#domain/form/papers.ts';
import type { Component, ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { RefusalAt } from '#domain/refusal.ts';
import { parseTypedNumber } from '#domain/text/numbers.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { CheckedComponent, Gap, Reasons } from './events.ts';
import { isOwed, type Receipt } from './receive.ts';
import type { SupplementRequest } from './supplement.ts';

/** What an officer noted of one component while the applicant stood there, as it was typed. */
export type PaperAtCounter = {
  readonly no: number;
  /** What the applicant says of its condition; without a condition it applies. */
  readonly applies: boolean;
  readonly originals: string;
  readonly copies: string;
  readonly inOrder: boolean;
  /** What is wrong with it; empty when nothing was noted. */
  readonly gap: string;
};

/** The fee as it was typed: amount, and `cash`, `transfer`, `exempt` with its reason, or `later`. */
export type MoneyAtCounter = { readonly amount: string; readonly paid: string; readonly reason: string };

export type NotedAtCounter = {
  readonly papers: readonly PaperAtCounter[];
  readonly money: MoneyAtCounter;
  readonly note: string;
};

/** Ways to settle the fee, in the order in which they are offered. */
export const waysToPay = ['cash', 'transfer', 'later', 'exempt'] as const;

/** Working days that an applicant is given to bring what is missing, unless the officer says otherwise. */
const daysToAnswer = 5;

/** Nobody is given longer; further ahead no days off are known. */
const daysAhead = 366;

/** Papers of one component that a counter could be handed; no fee is higher. */
const most = { copies: 999, feeVnd: 1_000_000_000 } as const;

const maxNoteLength = 2000;

/**
 * The receipt that follows from what was noted, and what stands against it. A component whose condition the applicant says he meets
 * is owed as one without a condition.
 */
export function receiptAtCounter(
  { components }: Pick<ProcedureVersion, 'components'>,
  { papers, money, note }: NotedAtCounter,
): { readonly receipt: Receipt; readonly faults: Faults } {
  const noted = components.map((component) => ({ component, paper: papers.find(({ no }) => no === component.no) }));
  const amount = money.amount.trim() === '' ? 0 : parseTypedNumber(money.amount);
  const reason = money.paid === 'exempt' ? money.reason.trim() : '';
  return {
    receipt: {
      components: noted.map(({ component, paper }) => checked(component, paper)),
      feeVnd: amount ?? 0,
      feePaid: paidOf(money, amount),
      note: [note.trim(), reason].filter((line) => line !== '').join('\n'),
    },
    faults: faultsIn([
      ...noted.map(({ component, paper }) => [paperId(component.no), faultOfPaper(component, paper)] as const),
      ['fee', faultOfAmount(amount)],
      ['fee-paid', amount && !isWayToPay(money.paid) ? 'missing' : undefined],
      ['fee-reason', money.paid === 'exempt' ? faultOfText(money.reason, 'needed') : undefined],
      ['note', faultOfText(note)],
    ]),
  };
}

/** A request for a supplement that names every gap: each paper that is owed and not in order, and what else is missing, a line each. */
export function supplementAtCounter(
  { components }: Pick<ProcedureVersion, 'components'>,
  papers: readonly PaperAtCounter[],
  { others, explanation, answerOn }: { readonly others: string; readonly explanation: string; readonly answerOn: string },
  { now, calendar }: { readonly now: Date; readonly calendar: WorkingCalendar },
): { readonly request: SupplementRequest; readonly faults: Faults } {
  const missing = components.flatMap((component) => {
    const paper = papers.find(({ no }) => no === component.no);
    return appliesTo(component, paper) && !paper?.inOrder ? [{ component: component.name, why: paper?.gap.trim() ?? '' }] : [];
  });
  const gaps: readonly Gap[] = [...missing, ...linesOf(others).map((component) => ({ component, why: '' }))];
  const day = parseTyped(answerOn);
  const faultOfDay =
    day === undefined || day > addDays(dayOf(now), daysAhead) ? 'not-a-date' : day < dayOf(now) ? 'in-the-past' : undefined;
  const answerDueAt = day && !faultOfDay ? endOf(day, calendar) : now;
  return {
    request: { gaps, explanation: explanation.trim(), answerDueAt, headReason: '' },
    faults: faultsIn([
      ...papers.map(({ no, gap }) => [paperId(no), faultOfText(gap)] as const),
      ['gaps', gaps.length === 0 ? 'missing' : faultOfText(others)],
      ['explanation', faultOfText(explanation)],
      ['answer-on', faultOfDay ?? (answerDueAt > now ? undefined : 'in-the-past')],
    ]),
  };
}

/** The reasons for which an application is not accepted, a line each. */
export function reasonsAtCounter({ reasons, ground }: { readonly reasons: string; readonly ground: string }): {
  readonly reasons: Reasons;
  readonly faults: Faults;
} {
  return {
    reasons: { reasons: linesOf(reasons), ground: ground.trim() },
    faults: faultsIn([
      ['reasons', faultOfText(reasons, 'needed')],
      ['ground', faultOfText(ground)],
    ]),
  };
}

/** The last day on which an applicant who is asked now is expected to answer. */
export function usualAnswerDay(now: Date, calendar: WorkingCalendar): Day {
  return addWorkingDays(dayOf(now), daysToAnswer, calendar);
}

function checked({ no }: Component, paper: PaperAtCounter | undefined): CheckedComponent {
  if (!paper?.applies || !paper.inOrder) return { no, originals: 0, copies: 0, inOrder: false };
  return { no, originals: countOf(paper.originals) ?? 0, copies: countOf(paper.copies) ?? 0, inOrder: true };
}

function faultOfPaper(component: Component, paper: PaperAtCounter | undefined): RefusalAt | undefined {
  if (!appliesTo(component, paper)) return undefined;
  if (!paper?.inOrder) return 'not-in-order';
  return countOf(paper.originals) === undefined || countOf(paper.copies) === undefined ? 'not-a-number' : undefined;
}

function appliesTo(component: Component, paper: PaperAtCounter | undefined): boolean {
  return isOwed(component) || (component.kind !== 'made by the agency' && paper?.applies === true);
}

/** Nothing typed is none. */
function countOf(typed: string): number | undefined {
  const count = typed.trim() === '' ? 0 : parseTypedNumber(typed);
  return count !== undefined && Number.isInteger(count) && count >= 0 && count <= most.copies ? count : undefined;
}

function faultOfAmount(amount: number | undefined): RefusalAt | undefined {
  return amount !== undefined && Number.isInteger(amount) && amount >= 0 && amount <= most.feeVnd ? undefined : 'not-a-number';
}

function faultOfText(text: string, needed?: 'needed'): RefusalAt | undefined {
  if (text.trim() === '') return needed && 'missing';
  if (!isStorable(text)) return 'not-storable';
  return text.length > maxNoteLength ? 'too-long' : undefined;
}

function paidOf({ paid }: MoneyAtCounter, amount: number | undefined): Receipt['feePaid'] {
  if (paid === 'exempt') return paid;
  return amount && (paid === 'cash' || paid === 'transfer') ? paid : null;
}

function isWayToPay(paid: string): boolean {
  return waysToPay.some((way) => way === paid);
}

function faultsIn(places: readonly (readonly [id: string, fault: RefusalAt | undefined])[]): Faults {
  return Object.fromEntries(places.flatMap(([id, fault]) => (fault ? [[id, fault] as const] : [])));
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function endOf(day: Day, calendar: WorkingCalendar): Date {
  return hoursOf(day, calendar)?.closesAt ?? instantAt(day, lastMinute);
}

const lastMinute = 24 * 60 - 1;
