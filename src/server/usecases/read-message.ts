import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { mayResend } from '#domain/dossier/message.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findMessage, type Message, type MessageKey } from '#server/store/messages.ts';
import { appendReading } from '#server/store/read-logs.ts';

/** An administrator opens one message, word for word; that he read it is recorded. */
export async function readMessage(
  house: House,
  officer: Officer,
  key: MessageKey,
): Promise<(Message & { readonly mayResend: boolean }) | Refusal | undefined> {
  const by = mayDo(officer, 'read outbox');
  if (isRefusal(by)) return by;
  const message = await findMessage(house.db, key);
  if (!message) return undefined;

  await appendReading(house.db, by, key.dossierId, `message ${key.version}`, house.now());
  return { ...message, mayResend: mayResend(message.state) };
}
