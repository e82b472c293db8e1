import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import { afterWait } from './clock.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { holdRunning, isRunning } from './hold.ts';

/** An obligation that another agency set: how much, who set it, by which document, and where and how it is paid. */
export type PaymentRequest = { readonly amountVnd: number; readonly setBy: string; readonly ground: string; readonly how: string };

/**
 * Asks the applicant to pay what another agency set before work can go on; the clock stands still until it is recorded as paid.
 *
 * @param request the amount in whole đồng
 * @returns `payment requested`, or a refusal: `wrong-state` unless the clock runs, `taken-by-colleague`, `amount-missing`,
 *   `obligation-setter-missing`, `ground-missing`
 * @law ND-61-2018 an obligation of the applicant is not time of the agency
 */
export function requestPayment(dossier: Dossier, request: PaymentRequest, facts: Facts): Decision<DossierEvent> {
  const held = holdRunning(dossier, facts);
  if (isRefusal(held)) return held;
  const { amountVnd, ...sealed } = request;
  if (!Number.isSafeInteger(amountVnd) || amountVnd <= 0) return refuse('amount-missing');
  if (sealed.setBy === '') return refuse('obligation-setter-missing');
  if (sealed.ground === '') return refuse('ground-missing');
  return [...held.taking, { type: 'payment requested', at: facts.now, amountVnd, sealed }];
}

/**
 * Records that the obligation was paid, by the document that proves it: the clock goes on, and the due time moves by what was waited.
 *
 * @returns `payment recorded`, or a refusal: `wrong-state` unless a payment is awaited, `payment-proof-missing`
 */
export function recordPayment(dossier: Dossier, { proof }: { readonly proof: string }, facts: Facts): Decision<DossierEvent> {
  const { state, task } = dossier;
  if (state !== 'awaiting payment' || !task) return refuse('wrong-state', { state });
  if (proof === '') return refuse('payment-proof-missing');
  return [{ type: 'payment recorded', at: facts.now, ...afterWait(dossier, task, facts), sealed: { proof } }];
}

export type Suspension = { readonly ground: string; readonly reason: string };

/**
 * Suspends work on a dossier where a law says so: the clock stands still until an officer resumes it.
 *
 * @returns `suspended`, or a refusal: `wrong-state` unless the clock runs and somebody has it, `ground-missing` without the law, `reason-missing`
 */
export function suspend(dossier: Dossier, { ground, reason }: Suspension, { now }: Facts): Decision<DossierEvent> {
  if (!isRunning(dossier) || !dossier.task) return refuse('wrong-state', { state: dossier.state });
  if (ground === '') return refuse('ground-missing');
  if (reason === '') return refuse('reason-missing');
  return [{ type: 'suspended', at: now, sealed: { ground, reason } }];
}

/**
 * The ground is gone: the clock goes on, and the due time moves by what was waited.
 *
 * @returns `resumed`, or a refusal: `wrong-state` unless suspended, `reason-missing`
 */
export function resume(dossier: Dossier, { reason }: { readonly reason: string }, facts: Facts): Decision<DossierEvent> {
  const { state, task } = dossier;
  if (state !== 'suspended' || !task) return refuse('wrong-state', { state });
  if (reason === '') return refuse('reason-missing');
  return [{ type: 'resumed', at: facts.now, ...afterWait(dossier, task, facts), sealed: { reason } }];
}
