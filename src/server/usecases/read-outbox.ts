import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type MessageState, mayResend } from '#domain/dossier/message.ts';
import { masked } from '#domain/dossier/told.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { type FailedJob, listFailedJobs } from '#server/store/jobs.ts';
import { countMessages, listMessages, type Message, type MessagePlace } from '#server/store/messages.ts';

/** A message as its list shows it: to whom only in part. */
type OutboxLine = Omit<Message, 'body'> & { readonly mayResend: boolean };

export type Outbox = {
  readonly lines: readonly OutboxLine[];
  /** State → how many; one without any is left out. */
  readonly counts: ReadonlyMap<MessageState, number>;
  /** Where the next page begins; null when this is the last. */
  readonly next: MessagePlace | null;
  readonly failedJobs: readonly FailedJob[];
};

/** An administrator reads what was told to applicants, the newest first, and which jobs failed. What it says he opens one by one. */
export async function readOutbox(
  house: House,
  officer: Officer,
  state: MessageState | null,
  after: MessagePlace | null,
  limit = 50,
): Promise<Outbox | Refusal> {
  const by = mayDo(officer, 'read outbox');
  if (isRefusal(by)) return by;

  const [messages, counts, failedJobs] = await Promise.all([
    listMessages(house.db, state, after, limit + 1),
    countMessages(house.db),
    after ? [] : listFailedJobs(house.db, 50),
  ]);
  const shown = messages.slice(0, limit);
  const last = messages.length > limit ? shown.at(-1) : undefined;
  return {
    lines: shown.map(({ body: _, ...line }) => ({
      ...line,
      recipient: line.recipient && masked(line.recipient),
      mayResend: mayResend(line.state),
    })),
    counts,
    next: last ? { madeAt: last.madeAt, dossierId: last.dossierId, version: last.version } : null,
    failedJobs,
  };
}
