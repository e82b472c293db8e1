import type { RuleSet } from '#domain/agency/agency.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { addWorkingDays, hoursOf } from '#domain/calendar/working-calendar.ts';
import { type Decision, refuse } from '#domain/refusal.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';

/**
 * After so many working days without an answer a dossier is closed; never where it is null. A procedure's version may say otherwise.
 *
 * @law TT-03-2025-VPCP a dossier that is not completed in time is closed with a notice
 * @law ND-61-2018 it knows no such closing
 */
const usualDays: Readonly<Record<RuleSet, number | null>> = { '2018': null, '2025': 15 };

/**
 * When a supplement that is asked for now counts as never given: at closing of the last working day that one waits for it,
 * and never before the answer was due.
 *
 * @returns null when one waits for ever
 */
export function closesAtOf(
  { ruleSet }: Pick<Dossier, 'ruleSet'>,
  answerDueAt: Date,
  agencyId: string,
  { now, calendarOf, version }: Pick<Facts, 'now' | 'calendarOf' | 'version'>,
): Date | null {
  const days = version.closesUnansweredAfter === undefined ? usualDays[ruleSet] : version.closesUnansweredAfter;
  if (days === null) return null;
  const calendar = calendarOf(agencyId);
  const closesAt = hoursOf(addWorkingDays(dayOf(now), days, calendar), calendar)?.closesAt;
  return closesAt && closesAt > answerDueAt ? closesAt : answerDueAt;
}

/**
 * Closes a dossier whose supplement was not given in time, with a notice. Nobody does it: time does.
 *
 * @returns `closed unanswered`, or a refusal: `wrong-state` unless a supplement is awaited and its time is over
 */
export function closeUnanswered(dossier: Dossier, _request: object, { now }: Facts): Decision<DossierEvent> {
  const { state, closesAt } = dossier;
  if (state !== 'awaiting supplement' || !closesAt || now <= closesAt) return refuse('wrong-state', { state });
  return [{ type: 'closed unanswered', at: now }];
}
