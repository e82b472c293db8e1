import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type Due, explain } from '#domain/calendar/explain.ts';
import { receiptAtCounter } from '#domain/dossier/at-counter.ts';
import { startClock } from '#domain/dossier/clock.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { submit } from '#domain/dossier/submit.ts';
import { applicantOf } from '#domain/form/applicant.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type PageText, pageText } from '#server/papers/page-text.ts';
import type { FilledCounter } from './hand-in-at-counter.ts';
import { receiptContent } from './issue-receipt.ts';
import { occasionAfter } from './occasion.ts';
import { readProcedure } from './read-procedure.ts';
import { referenceOf } from './reference.ts';
import { receivingAgencyOf } from './search-counter-procedures.ts';
import { birthOf } from './submit-dossier.ts';

export type ReceiptPreview = { readonly paper: PageText; readonly due: Due };

/**
 * The receipt as it would be printed now, however much of the counter's page is filled in. Code, secret and QR code come with the
 * printing; what has not been typed yet is left open.
 *
 * @returns null as long as no procedure is chosen that this officer receives
 */
export async function previewReceipt(house: House, officer: Officer, filled: FilledCounter): Promise<ReceiptPreview | null> {
  const version = await readProcedure(house, filled.procedureId);
  const reference = await referenceOf(house);
  const receivingAgencyId = version && receivingAgencyOf(version, officer, reference);
  if (!version || !receivingAgencyId) return null;
  const by = mayDo(officer, 'receive at counter', { agencyId: receivingAgencyId });
  if (isRefusal(by)) return null;

  const now = house.now();
  const facts = { now, by, calendarOf: reference.calendarOf, version, mayHold: reference.mayHold };
  const how = { channel: 'counter', trial: false, demo: false, receivingAgencyId, submittedAt: now } as const;
  const birth = { ...birthOf(version, how, reference.unitOf), code: notYet };
  const { answers } = filled;
  const submission = { applicant: applicantOf(answers), answers, fileNames: [] };
  const submitted = submit({ birth, form: unasked, submission, files: [] }, facts);
  if (isRefusal(submitted)) return null;

  const { receipt } = receiptAtCounter(version, filled);
  const { note, ...checked } = receipt;
  const received = submitted.flatMap((event): DossierEvent[] =>
    event.type === 'submitted'
      ? [{ type: 'received', at: now, ...startClock(birth, facts), ...checked, task: event.task, shares: [], sealed: { note } }]
      : [],
  );
  const history = [...submitted, ...received].map(
    (event, i): Recorded => ({ dossierId: '', version: i + 1, commandId: '', by, event, seal: null, sealedDigest: '', hash: '' }),
  );
  const content = receiptContent(house, await occasionAfter(house, history));
  if (!content) return null;
  return {
    paper: pageText.receipt({ ...content, letterhead: { ...content.letterhead, number: null } }),
    due: explain({ receivedAt: now, ...birth.promised, waits: [] }, reference.calendarOf(receivingAgencyId)),
  };
}

const notYet = '(cấp khi nhận)';

/** What is not typed yet stands against the act, not against seeing the paper. */
const unasked = { formId: '', version: 1, pages: [] };
