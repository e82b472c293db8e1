import { mayDo } from '#domain/access/access.ts';
import type { Actor, Officer } from '#domain/access/actor.ts';
import type { Apology } from '#domain/dossier/apologise.ts';
import { outcomeOf, startClock } from '#domain/dossier/clock.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent, Reasons } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { placesFor } from '#domain/dossier/open-acts.ts';
import type { Receipt } from '#domain/dossier/receive.ts';
import type { SupplementRequest } from '#domain/dossier/supplement.ts';
import { closesAtOf } from '#domain/dossier/unanswered.ts';
import type { WithdrawalAnswer } from '#domain/dossier/withdraw.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type PageText, pageText } from '#server/papers/page-text.ts';
import { findDossierId, loadHistory } from '#server/store/dossiers.ts';
import { appendReading } from '#server/store/read-logs.ts';
import { factsFor } from './act-on-dossier.ts';
import { apologyContent } from './issue-apology.ts';
import { receiptContent } from './issue-receipt.ts';
import { refusalContent } from './issue-refusal.ts';
import { stopNoticeContent } from './issue-stop-notice.ts';
import { supplementRequestContent } from './issue-supplement-request.ts';
import { type Occasion, occasionAfter } from './occasion.ts';

/** An act with a paper, as far as its form is filled in. */
export type Planned =
  | { readonly act: 'receive dossier'; readonly request: Receipt }
  | { readonly act: 'request supplement'; readonly request: SupplementRequest }
  | { readonly act: 'not accept dossier' | 'refuse dossier'; readonly request: Reasons }
  | { readonly act: 'answer withdrawal'; readonly request: WithdrawalAnswer }
  | { readonly act: 'apologise'; readonly request: Apology };

/**
 * An officer sees the paper that his act will bring, before he does it: the same words that would be printed now.
 * It may be half filled in: whether the act holds is decided when it is done. Number, QR code and secret come with the printing.
 * The whole address and telephone stand on it, so that he saw them is recorded.
 *
 * @returns null when the act brings no paper; a refusal when it is not his; `undefined` when no dossier has this code
 */
export async function previewPaper(
  house: House,
  officer: Officer,
  code: string,
  planned: Planned,
): Promise<PageText | null | Refusal | undefined> {
  const dossierId = await findDossierId(house.db, code);
  if (!dossierId) return undefined;
  const history = await loadHistory(house.db, dossierId);
  const dossier = replay(history.map(({ event }) => event));
  const by = mayDo(officer, planned.act, ...placesFor(planned.act, dossier));
  if (isRefusal(by)) return by;

  const event = eventOf(planned, dossier, await factsFor(house, by, dossier));
  if (!event) return null;
  await appendReading(house.db, by, dossierId, `paper of ${planned.act}`, house.now());
  return textOf(house, planned, await occasionAfter(house, [...history, notYet(history, event, by)]));
}

/** What would have happened. */
function eventOf({ act, request }: Planned, dossier: Dossier, facts: Facts): DossierEvent | null {
  const { task, dueAt } = dossier;
  const at = facts.now;
  switch (act) {
    case 'receive dossier': {
      const { note, ...checked } = request;
      return task && { type: 'received', at, ...startClock(dossier, facts), ...checked, task, shares: [], sealed: { note } };
    }
    case 'request supplement': {
      const { answerDueAt, ...sealed } = request;
      if (!task) return null;
      const { agencyId } = task;
      return {
        type: 'supplement requested',
        at,
        agencyId,
        answerDueAt,
        closesAt: closesAtOf(dossier, answerDueAt, agencyId, facts),
        sealed,
      };
    }
    case 'not accept dossier':
      return { type: 'not accepted', at, sealed: request };
    case 'refuse dossier':
      return task && dueAt && { type: 'refused', at, outcome: outcomeOf(at, dueAt), task, shares: dossier.shares, sealed: request };
    case 'answer withdrawal':
      return request.granted ? { type: 'withdrawn', at, sealed: { note: request.reason } } : null;
    case 'apologise':
      return { type: 'apology given', at, promisedAt: request.promisedAt, sealed: { reason: request.reason } };
  }
}

function notYet(history: readonly Recorded[], event: DossierEvent, by: Actor): Recorded {
  const version = history.length + 1;
  const dossierId = history[0]?.dossierId ?? '';
  return { dossierId, version, commandId: '', by, event, seal: null, sealedDigest: '', hash: '' };
}

function textOf(house: House, { act }: Planned, occasion: Occasion): PageText | null {
  switch (act) {
    case 'receive dossier':
      return shown(pageText.receipt, receiptContent(house, occasion));
    case 'request supplement':
      return shown(pageText['supplement-request'], supplementRequestContent(occasion));
    case 'not accept dossier':
    case 'refuse dossier':
      return shown(pageText.refusal, refusalContent(occasion));
    case 'answer withdrawal':
      return shown(pageText['stop-notice'], stopNoticeContent(occasion));
    case 'apologise':
      return shown(pageText.apology, apologyContent(occasion));
  }
}

function shown<Content>(text: (content: Content) => PageText, content: Content | null): PageText | null {
  return content && text(content);
}
