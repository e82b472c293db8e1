import type { House } from '#server/house.ts';
import { type StopNoticeContent, type StopNoticeFacts, stopNotice } from '#server/papers/stop-notice/content.ts';
import { issuePaper } from './issue-paper.ts';
import { lastOf, type Occasion, paperFacts, signedByActor } from './occasion.ts';

/**
 * Issues the notice that answers a request to withdraw, or tells that a supplement was not given in time. Before receipt nobody answers
 * a withdrawal: the dossier is the citizen’s at once.
 */
export function issueStopNotice(house: House, code: string, version: number) {
  return issuePaper(house, 'stop-notice', code, version, stopNoticeContent);
}

/** What it says; null when what it would say has been wiped. */
export function stopNoticeContent(occasion: Occasion): StopNoticeContent | null {
  const { recorded, dossier, submission } = occasion;
  const stopped = recorded.event.type === 'closed unanswered' ? unanswered(occasion) : withdrawn(occasion);
  if (!stopped || !submission || recorded.by.role === 'citizen') return null;

  return stopNotice({
    ...paperFacts(occasion),
    applicant: submission.applicant.name,
    address: submission.applicant.address,
    procedure: occasion.version.name,
    handedInAt: dossier.receivedAt ?? dossier.submittedAt,
    handedBack: 'Bản chính giấy tờ đã nộp, nếu có, được trả lại khi ông/bà mang theo giấy tiếp nhận.',
    ...stopped,
  });
}

type Stopped = Pick<StopNoticeFacts, 'stop' | 'officer'>;

function withdrawn(occasion: Occasion): Stopped | null {
  const { history } = occasion;
  const asked = lastOf(history, 'withdrawal requested');
  if (!asked) return null;
  const reason = lastOf(history, 'withdrawn')?.sealed?.note ?? '';
  return { stop: { kind: 'withdrawn', askedAt: asked.at, reason }, officer: signedByActor(occasion, 'Người tiếp nhận hồ sơ') };
}

/** Time closed it; whoever asked for the supplement answers for the notice. */
function unanswered({ history, reference }: Occasion): Stopped | null {
  const asked = history.findLast(({ event }) => event.type === 'supplement requested');
  if (asked?.event.type !== 'supplement requested') return null;
  const { at, answerDueAt, closesAt } = asked.event;
  return {
    stop: { kind: 'supplement not given', askedAt: at, answerDueAt: closesAt ?? answerDueAt },
    officer: { titles: ['Người yêu cầu bổ sung'], name: reference.officerNameOf(asked.by.personId) ?? '', signedBy: null },
  };
}
