import { isMailAddress } from '#domain/dossier/message.ts';
import { isTold } from '#domain/dossier/told.ts';
import type { House } from '#server/house.ts';
import { message } from '#server/papers/message/content.ts';
import { ensureMessage } from '#server/store/messages.ts';
import { complainTo, type Occasion, occasionOf } from './occasion.ts';
import { sendMessage } from './send-message.ts';

/**
 * Tells the applicant what happened: the message is written down, then sent. May be done again: it is one message.
 *
 * @throws Error when the mail server could not be reached: it is tried again later
 */
export async function tellCitizen(house: House, code: string, version: number): Promise<void> {
  const occasion = await occasionOf(house, code, version);
  if (!occasion?.submission) return;
  const { dossierId, recorded, dossier, submission } = occasion;
  if (!isTold(recorded.event.type, dossier.channel)) return;
  const said = messageOf(occasion);
  if (!said) return;

  const reached = isMailAddress(submission.applicant.email);
  await ensureMessage(house.db, {
    dossierId,
    version,
    kind: recorded.event.type,
    recipient: reached ? submission.applicant.email : '',
    subject: said.subject,
    body: said.text,
    state: reached ? 'waiting' : 'no address',
    madeAt: house.now(),
  });
  await sendMessage(house, { dossierId, version });
}

function messageOf({ recorded, dossier, submission, version, agency, receivingAgency, addresses, reference }: Occasion) {
  return message(recorded.event, {
    applicant: submission?.applicant.name ?? '',
    code: dossier.code,
    procedure: version.name,
    trial: dossier.trial,
    agency: agency.name,
    receivingAgency,
    collection: submission?.applicant.collection ?? 'counter',
    answerDueAt: dossier.task?.plannedAt ?? null,
    dueAt: dossier.dueAt,
    complainTo: complainTo(agency, reference),
    ...addresses,
  });
}
