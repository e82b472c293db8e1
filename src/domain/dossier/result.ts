import { type Decision, isRefusal, refuse } from '#domain/refusal.ts';
import { isLastAt } from './branches.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import type { Facts } from './facts.ts';
import { hold, holdAt } from './hold.ts';

export type ResultDraft = { readonly digest: string; readonly made: 'from the answers' | 'uploaded'; readonly conclusion: string };

/**
 * Lays down the result as it should be signed. Drafted again, it takes the place of the draft before.
 *
 * @returns `result drafted`, or a refusal: `wrong-state`, `not-your-turn` unless it is being appraised, `taken-by-colleague`
 */
export function draftResult(dossier: Dossier, { digest, made, conclusion }: ResultDraft, facts: Facts): Decision<DossierEvent> {
  const held = holdAt(dossier, 'appraise', facts);
  if (isRefusal(held)) return held;
  return [...held.taking, { type: 'result drafted', at: facts.now, digest, made, sealed: { conclusion } }];
}

/** What is signed is this file and no other: the one that the leader has seen. */
export type Signing = { readonly digest: string };

/**
 * The leader approves the result; the history names the file that he approved.
 *
 * @returns `result signed`, or a refusal: `wrong-state`, `not-your-turn`, `result-missing`, `dossier-moved` when the draft is another
 *   than the one he saw, `result-already-signed`, `taken-by-colleague`
 */
export function signResult(dossier: Dossier, { digest }: Signing, facts: Facts): Decision<DossierEvent> {
  const held = holdAt(dossier, 'sign', facts);
  if (isRefusal(held)) return held;
  const { result } = dossier;
  if (!isLastAt(dossier, held.step)) return refuse('not-your-turn');
  if (!result) return refuse('result-missing');
  if (result.signedAt) return refuse('result-already-signed');
  if (result.digest !== digest) return refuse('dossier-moved');
  return [...held.taking, { type: 'result signed', at: facts.now, digest }];
}

/** The finished paper: with its number and date, and the agency's certificate where one is set. */
export type Numbering = { readonly number: string; readonly digest: string; readonly signedWithCertificate: boolean };

/**
 * The clerk gives the signed result its number and date and seals it.
 *
 * @returns `result numbered`, or a refusal: `wrong-state`, `not-your-turn`, `result-not-signed`, `result-already-numbered`, `taken-by-colleague`
 */
export function numberResult(dossier: Dossier, numbering: Numbering, facts: Facts): Decision<DossierEvent> {
  const held = holdAt(dossier, 'number', facts);
  if (isRefusal(held)) return held;
  if (!dossier.result?.signedAt) return refuse('result-not-signed');
  if (dossier.result.number) return refuse('result-already-numbered');
  return [...held.taking, { type: 'result numbered', at: facts.now, ...numbering }];
}

export type Return = { readonly recipient: string; readonly how: 'counter' | 'post' | 'electronic' };

/**
 * Hands the result, or the reasons of a refusal, to the applicant. With this the dossier is closed.
 *
 * @returns `returned`, or a refusal: `wrong-state` unless a result or a refusal is ready, `recipient-missing`, `taken-by-colleague`
 */
export function returnResult(dossier: Dossier, { recipient, how }: Return, facts: Facts): Decision<DossierEvent> {
  if (dossier.state !== 'result ready' && dossier.state !== 'refused') return refuse('wrong-state', { state: dossier.state });
  const held = hold(dossier, facts);
  if (isRefusal(held)) return held;
  if (recipient === '') return refuse('recipient-missing');
  return [...held.taking, { type: 'returned', at: facts.now, how, sealed: { recipient } }];
}
