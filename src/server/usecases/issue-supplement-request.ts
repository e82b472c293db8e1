import type { House } from '#server/house.ts';
import { type SupplementRequestContent, supplementRequest } from '#server/papers/supplement-request/content.ts';
import { issuePaper } from './issue-paper.ts';
import { lastOf, type Occasion, paperFacts, signedByActor } from './occasion.ts';

/** Issues the request for a supplement, every gap named. */
export function issueSupplementRequest(house: House, code: string, version: number) {
  return issuePaper(house, 'supplement-request', code, version, supplementRequestContent);
}

/** What it says; null when what it would say has been wiped. */
export function supplementRequestContent(occasion: Occasion): SupplementRequestContent | null {
  const { recorded, history, dossier, submission, agency, receivingAgency, reference } = occasion;
  const asked = lastOf(history, 'supplement requested');
  if (!asked?.sealed || !submission) return null;

  const officer = reference.officerNameOf(recorded.by.personId) ?? '';
  return supplementRequest({
    ...paperFacts(occasion),
    applicant: submission.applicant.name,
    address: submission.applicant.address,
    procedure: occasion.version.name,
    handedInAt: dossier.receivedAt ?? dossier.submittedAt,
    gaps: asked.sealed.gaps,
    explanation: asked.sealed.explanation,
    secondReason: asked.sealed.headReason,
    answerDueAt: asked.answerDueAt,
    closesAt: asked.closesAt ?? null,
    handInAt: `${receivingAgency.name}, hoặc gửi ở trang theo dõi hồ sơ`,
    afterwards: dossier.receivedAt ? 'goes on' : 'begins',
    contact: { name: officer, phone: agency.phone },
    officer: signedByActor(occasion, recorded.by.role === 'receiving officer' ? 'Người tiếp nhận hồ sơ' : 'Người thụ lý'),
  });
}
