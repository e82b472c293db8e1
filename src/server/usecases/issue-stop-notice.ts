import type { House } from '#server/house.ts';
import { type StopNoticeContent, stopNotice } from '#server/papers/stop-notice/content.ts';
import { issuePaper } from './issue-paper.ts';
import { lastOf, type Occasion, paperFacts, signedByActor } from './occasion.ts';

/** Issues the notice that answers a request to withdraw. Before receipt nobody answers: the dossier is the citizen’s at once. */
export function issueStopNotice(house: House, code: string, version: number) {
  return issuePaper(house, 'stop-notice', code, version, stopNoticeContent);
}

/** What it says; null when what it would say has been wiped. */
export function stopNoticeContent(occasion: Occasion): StopNoticeContent | null {
  const { recorded, history, dossier, submission } = occasion;
  const asked = lastOf(history, 'withdrawal requested');
  if (!asked || !submission || recorded.by.role === 'citizen') return null;

  return stopNotice({
    ...paperFacts(occasion),
    applicant: submission.applicant.name,
    address: submission.applicant.address,
    procedure: occasion.version.name,
    handedInAt: dossier.receivedAt ?? dossier.submittedAt,
    stop: { kind: 'withdrawn', askedAt: asked.at, reason: lastOf(history, 'withdrawn')?.sealed?.note ?? '' },
    handedBack: 'Bản chính giấy tờ đã nộp, nếu có, được trả lại khi ông/bà mang theo giấy tiếp nhận.',
    officer: signedByActor(occasion, 'Người tiếp nhận hồ sơ'),
  });
}
