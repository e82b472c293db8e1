import type { WaitCause } from '#domain/dossier/dossier.ts';
import type { Stay } from '#domain/dossier/visits.ts';
import type { Moment } from '#lib/ui/Timeline.svelte';
import type { Words } from '#lib/words/words.ts';
import type { HolderView } from '#server/usecases/holder-view.ts';

type VisitView = HolderView['visits'][number];

/** Where it has been, the newest on top; above it what is expected. */
export function visitsSaid(view: HolderView, words: Words): readonly Moment[] {
  return [...expected(view, words), ...view.visits.map((visit) => visitSaid(visit, words)).toReversed()];
}

/** The return, at the time that is promised, or promised anew; nothing once it is done or nothing is promised. */
function expected({ dossier, visits, receivingAgency, apology }: HolderView, { tracking, ...words }: Words): readonly Moment[] {
  const last = visits.at(-1);
  const isReturning = last?.kind === 'step' && last.step.kind === 'return';
  if (!dossier.dueAt || dossier.closedAt || isReturning) return [];
  const returning = dossier.plan.find(({ kind }) => kind === 'return');
  const when = tracking.expected({ day: words.dayShort(apology?.promisedAt ?? dossier.dueAt) });
  return [{ kind: 'next', when, what: returning?.name ?? words.stepKind.return, lines: [receivingAgency.name] }];
}

function visitSaid(visit: VisitView, words: Words): Moment {
  const { tracking } = words;
  const when = spanSaid(visit, words);
  if (visit.kind === 'wait') {
    return {
      kind: 'hold',
      when,
      what: waitedForSaid(visit.cause, words),
      lines: [tracking.notCounted({ time: words.workingTime(visit.waitedMinutes) })],
    };
  }
  const moment = { when, what: visit.kind === 'answer' ? tracking.answering : visit.step.name, lines: linesOf(visit, words) };
  return visit.untilAt ? moment : { ...moment, kind: 'now' };
}

function waitedForSaid(cause: WaitCause, { tracking }: Words): string {
  switch (cause) {
    case 'supplement':
      return tracking.waitedFor;
    case 'payment':
      return tracking.waitedForPayment;
    case 'suspension':
      return tracking.waitedSuspended;
    case 'closed':
      return tracking.waitedClosed;
  }
}

function linesOf(stay: Stay & { readonly agencyName: string }, words: Words): readonly string[] {
  const { tracking } = words;
  const { agencyName: agency, usedMinutes, allottedMinutes, outcome, endedBy, step, untilAt } = stay;
  if (step.kind === 'return') return [untilAt ? tracking.returned : tracking.handOver({ agency })];

  const used = words.workingTime(usedMinutes);
  const allotted = words.workingTime(allottedMinutes ?? 0);
  const said = outcome
    ? tracking.usedOf({ agency, used, allotted, outcome: tracking[`within ${outcome}`] })
    : tracking.usedStill({ agency, used, allotted });
  return endedBy === 'sent back' ? [said, tracking.sentBack] : [said];
}

/** `16/4, 14:50 – 18/4, 16:05`; the day is said once. */
export function spanSaid({ fromAt, untilAt }: Pick<VisitView, 'fromAt' | 'untilAt'>, words: Words): string {
  const from = words.momentShort(fromAt);
  if (!untilAt) return words.tracking.fromToNow({ from });
  const sameDay = words.day(fromAt) === words.day(untilAt);
  return words.tracking.fromTo({ from, to: sameDay ? words.time(untilAt) : words.momentShort(untilAt) });
}
