import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import { afterWait } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent, FileRef, Gap } from './events.ts';
import type { Facts } from './facts.ts';
import { hold, isRunning } from './hold.ts';
import { closesAtOf } from './unanswered.ts';

export type SupplementRequest = {
  readonly gaps: readonly Gap[];
  readonly explanation: string;
  readonly answerDueAt: Date;
  /** Why it is asked a second time, in the head's words; empty the first time. */
  readonly headReason: string;
};

/**
 * Asks the applicant for what is missing and stops the clock, if it runs.
 *
 * An agency may ask once for one dossier and must name every gap at once;
 * asking again needs the head's reason and is counted in the indicators.
 * Where the procedure's version says so, the whole time begins anew once the supplement is given.
 *
 * @returns `supplement requested`, or a refusal: `wrong-state` unless submitted, received or in progress, `gap-missing`
 *   when no gap is named, `answer-time-past`, `second-supplement-needs-reason`, `taken-by-colleague`
 * @law ND-61-2018 one request, in writing, every gap named
 */
export function requestSupplement(dossier: Dossier, request: SupplementRequest, facts: Facts): Decision<DossierEvent> {
  if (dossier.state !== 'submitted' && !isRunning(dossier)) return refuse('wrong-state', { state: dossier.state });
  const held = hold(dossier, facts);
  if (isRefusal(held)) return held;
  if (request.gaps.length === 0) return refuse('gap-missing');
  if (!(request.answerDueAt > facts.now)) return refuse('answer-time-past');
  const { agencyId } = held.task;
  const { answerDueAt, ...sealed } = request;
  if ((dossier.supplementsAsked[agencyId] ?? 0) > 0 && request.headReason === '') return refuse('second-supplement-needs-reason');

  const closesAt = closesAtOf(dossier, answerDueAt, agencyId, facts);
  const anew = dossier.receivedAt && facts.version.afterSupplement === 'anew' ? ({ anew: true } as const) : {};
  return [...held.taking, { type: 'supplement requested', at: facts.now, agencyId, answerDueAt, closesAt, ...anew, sealed }];
}

/** What giving a supplement that is asked for, or was given last, does to the clock. */
export type SupplementClock = 'not begun' | 'goes on' | 'begins anew';

export function clockAfterSupplement({ receivedAt, waits }: Pick<Dossier, 'receivedAt' | 'waits'>): SupplementClock {
  if (!receivedAt) return 'not begun';
  return waits.at(-1)?.anew ? 'begins anew' : 'goes on';
}

export type Supplement = { readonly files: readonly FileRef[]; readonly fileNames: readonly string[]; readonly note: string };

/**
 * The applicant hands in what was missing: the clock runs on, and the due time moves by the working time that was waited;
 * or the whole time begins anew, as if received now, where the request said so.
 * Before receipt there is no clock yet: it begins anew once the dossier is complete and received.
 *
 * @returns `supplement given`, or a refusal: `wrong-state` unless one is awaited, `component-missing` when nothing is handed in
 */
export function giveSupplement(dossier: Dossier, { files, fileNames, note }: Supplement, facts: Facts): Decision<DossierEvent> {
  const { state, task } = dossier;
  if (state !== 'awaiting supplement' || !task) return refuse('wrong-state', { state });
  if (files.length === 0 && note === '') return refuse('component-missing');

  return [
    {
      type: 'supplement given',
      at: facts.now,
      ...afterWait(dossier, task, facts),
      files,
      sealed: { fileNames, note },
    },
  ];
}
