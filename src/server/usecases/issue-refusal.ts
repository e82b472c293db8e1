import type { House } from '#server/house.ts';
import { type RefusalContent, refusal } from '#server/papers/refusal/content.ts';
import { issuePaper } from './issue-paper.ts';
import { complainTo, lastOf, type Occasion, paperFacts, signedByActor, titleOf } from './occasion.ts';

/** Issues the letter that refuses to accept a dossier, or to settle it: why, by which law, and where to complain. */
export function issueRefusal(house: House, code: string, version: number) {
  return issuePaper(house, 'refusal', code, version, refusalContent);
}

/** What it says; null when what it would say has been wiped. */
export function refusalContent(occasion: Occasion): RefusalContent | null {
  const { recorded, history, dossier, submission, agency, reference } = occasion;
  const accepting = recorded.event.type === 'not accepted';
  const refused = accepting ? lastOf(history, 'not accepted') : lastOf(history, 'refused');
  if (!refused?.sealed || !submission) return null;

  return refusal({
    ...paperFacts(occasion),
    refusing: accepting ? 'to accept' : 'to settle',
    applicant: submission.applicant.name,
    address: submission.applicant.address,
    procedure: occasion.version.name,
    handedInAt: dossier.receivedAt ?? dossier.submittedAt,
    ...refused.sealed,
    instead: '',
    complainTo: complainTo(agency, reference),
    officer: signedByActor(occasion, accepting ? 'Người tiếp nhận hồ sơ' : titleOf(recorded.by.personId, reference)),
  });
}
