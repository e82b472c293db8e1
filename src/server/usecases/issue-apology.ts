import type { House } from '#server/house.ts';
import { type ApologyContent, apology } from '#server/papers/apology/content.ts';
import { issuePaper } from './issue-paper.ts';
import { lastOf, type Occasion, paperFacts, signedByActor, titleOf } from './occasion.ts';

/** Issues the apology with the new appointment. */
export function issueApology(house: House, code: string, version: number) {
  return issuePaper(house, 'apology', code, version, apologyContent);
}

/** What it says; null when what it would say has been wiped. */
export function apologyContent(occasion: Occasion): ApologyContent | null {
  const { recorded, history, dossier, submission, reference } = occasion;
  const given = lastOf(history, 'apology given');
  if (!given?.sealed || !submission || !dossier.receivedAt || !dossier.dueAt) return null;

  return apology({
    ...paperFacts(occasion),
    applicant: submission.applicant.name,
    address: submission.applicant.address,
    procedure: occasion.version.name,
    receivedAt: dossier.receivedAt,
    dueAt: dossier.dueAt,
    promisedAt: given.promisedAt,
    reason: given.sealed.reason,
    head: signedByActor(occasion, titleOf(recorded.by.personId, reference)),
  });
}
