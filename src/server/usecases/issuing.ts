import type { PaperKind } from '#domain/dossier/owed.ts';
import type { House } from '#server/house.ts';
import type { Paper } from '#server/store/papers.ts';
import { issueApology } from './issue-apology.ts';
import { issueReceipt } from './issue-receipt.ts';
import { issueRefusal } from './issue-refusal.ts';
import { issueStopNotice } from './issue-stop-notice.ts';
import { issueSubmission } from './issue-submission.ts';
import { issueSupplementRequest } from './issue-supplement-request.ts';

/** By which act each paper is issued. */
export const issuing = {
  submission: issueSubmission,
  receipt: issueReceipt,
  'supplement-request': issueSupplementRequest,
  refusal: issueRefusal,
  'stop-notice': issueStopNotice,
  apology: issueApology,
} as const satisfies Record<PaperKind, (house: House, code: string, version: number) => Promise<Paper | undefined>>;
