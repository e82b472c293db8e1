import { type Decision, type Refusal, refuse } from '#domain/refusal.ts';
import { type Dossier, isClosed } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';

/**
 * The applicant asks to have his dossier back. Before receipt it is his at once; later the unit that received it answers.
 *
 * @returns `withdrawal requested`, before receipt `withdrawn` too, or a refusal: `wrong-state` once closed or settled,
 *   `result-already-signed`, `withdrawal-already-asked`
 * @law TT-03-2025-VPCP withdrawal while no result is signed
 */
export function requestWithdrawal(dossier: Dossier, { reason }: { readonly reason: string }, { now }: Facts): Decision<DossierEvent> {
  const refused = whyNoWithdrawal(dossier);
  if (refused) return refused;

  const asked: DossierEvent = { type: 'withdrawal requested', at: now, sealed: { reason } };
  return dossier.receivedAt ? [asked] : [asked, { type: 'withdrawn', at: now, sealed: { note: '' } }];
}

/** What stands against asking for it; null when it may be asked. Pages offer it only then. */
export function whyNoWithdrawal(dossier: Dossier): Refusal | null {
  const { state, result, withdrawalAsked } = dossier;
  if (isClosed(dossier) || state === 'result ready' || state === 'refused') return refuse('wrong-state', { state });
  if (result?.signedAt) return refuse('result-already-signed');
  return withdrawalAsked ? refuse('withdrawal-already-asked') : null;
}

export type WithdrawalAnswer = { readonly granted: boolean; readonly reason: string };

/**
 * The unit that received the dossier answers: it is stopped with a notice, or goes on and the applicant reads why.
 *
 * @returns `withdrawn` or `withdrawal denied`, or a refusal: `withdrawal-not-asked`, `result-already-signed` when it is granted too late,
 *   `reason-missing` when it is denied without one
 */
export function answerWithdrawal(dossier: Dossier, { granted, reason }: WithdrawalAnswer, { now }: Facts): Decision<DossierEvent> {
  if (!dossier.withdrawalAsked) return refuse('withdrawal-not-asked');
  if (granted && dossier.result?.signedAt) return refuse('result-already-signed');
  if (!granted && reason === '') return refuse('reason-missing');
  return [granted ? { type: 'withdrawn', at: now, sealed: { note: reason } } : { type: 'withdrawal denied', at: now, sealed: { reason } }];
}
