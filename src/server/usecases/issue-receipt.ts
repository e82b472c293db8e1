import type { PromisedTime } from '#domain/calendar/due.ts';
import { explain } from '#domain/calendar/explain.ts';
import { receivedAfter } from '#domain/dossier/correct.ts';
import { secretOf } from '#domain/dossier/secret.ts';
import type { House } from '#server/house.ts';
import { type ReceiptContent, receipt } from '#server/papers/receipt/content.ts';
import { dueInWords } from '#server/papers/receipt/due-sentence.ts';
import { issuePaper } from './issue-paper.ts';
import { type Occasion, paperFacts, signedByActor } from './occasion.ts';

/**
 * Issues the receipt with the appointed time; anew when what it says was corrected. It follows from the outbox; the counter, which needs it at once, calls this
 * directly after its act.
 *
 * @param version of the event `received` or `corrected`
 */
export function issueReceipt(house: House, code: string, version: number) {
  return issuePaper(house, 'receipt', code, version, (occasion) => receiptContent(house, occasion));
}

/** What it says; null when what it would say has been wiped. */
export function receiptContent(house: House, occasion: Occasion): ReceiptContent | null {
  const { dossierId, recorded, history, dossier, submission, version: procedure, receivingAgency, addresses, reference } = occasion;
  const received = receivedAfter(history.map(({ event }) => event));
  if (!received || !submission) return null;

  const { applicant } = submission;
  const { code } = dossier;
  const decides = procedure.decidingAgencyId === null ? receivingAgency : reference.agencyOf(procedure.decidingAgencyId);
  const waits = dossier.waits.map((wait) => ({ ...wait, untilAt: wait.untilAt ?? recorded.event.at }));
  const due = explain({ receivedAt: received.receivedAt, ...dossier.promised, waits }, reference.calendarOf(receivingAgency.agencyId));
  return receipt({
    ...paperFacts(occasion, `${code.slice(code.lastIndexOf('-') + 1)}/TNHS`),
    secret: secretOf(house.key, dossierId),
    trackAt: addresses.trackAt,
    rateAt: addresses.rateAt,
    applicant,
    procedure: procedure.code ? `${procedure.name} (mã ${procedure.code})` : procedure.name,
    decidingAgency: decides.agencyId === receivingAgency.agencyId ? '' : decides.name,
    components: received.components
      .filter(({ originals, copies, inOrder }) => inOrder || originals + copies > 0)
      .map(({ no, originals, copies }) => ({ name: componentName(occasion, no), originals, copies })),
    sets: 1,
    timeToSettle: promisedInWords(dossier.promised.time),
    receivedAt: received.at,
    dueAt: dossier.dueAt ?? received.dueAt,
    dueExplanation: dueInWords({ due, unit: dossier.promised.time.unit }),
    collection: collectionInWords(occasion),
    feeVnd: received.feeVnd,
    feePaid: received.feePaid,
    officer: signedByActor(occasion, recorded.event.type === 'corrected' ? 'Người đính chính' : 'Người tiếp nhận hồ sơ'),
    chainHead: recorded.hash,
  });
}

function componentName({ version }: Occasion, no: number): string {
  return version.components.find((component) => component.no === no)?.name ?? '';
}

function promisedInWords({ value, unit }: PromisedTime): string {
  const figure = new Intl.NumberFormat('vi-VN').format(value);
  switch (unit) {
    case 'working-day':
      return Number.isInteger(value) ? `${figure} ngày làm việc` : `${figure} ngày làm việc (${Math.round(value * 8)} giờ)`;
    case 'working-hour':
      return `${figure} giờ làm việc`;
    case 'day':
      return `${figure} ngày`;
    case 'same-day':
      return 'trong ngày';
  }
}

function collectionInWords({ submission, receivingAgency }: Occasion): string {
  switch (submission?.applicant.collection) {
    case 'post':
      return 'qua bưu điện';
    case 'electronic':
      return 'bản điện tử, trên trang theo dõi hồ sơ';
    default:
      return `tại ${receivingAgency.name}`;
  }
}
