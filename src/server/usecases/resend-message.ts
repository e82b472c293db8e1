import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { type MessageState, mayResend, messageStates } from '#domain/dossier/message.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { findMessage, giveUpMessage, type MessageKey } from '#server/store/messages.ts';
import { sendMessage } from './send-message.ts';

/**
 * An administrator has a message sent (again) that was kept, refused, or is of unknown end: he decides that it may arrive twice.
 *
 * @returns how it stands now, or a refusal: `role-missing`, `wrong-state` when it has arrived or is on its way; `undefined` when there is none
 */
export async function resendMessage(house: House, officer: Officer, key: MessageKey): Promise<MessageState | Refusal | undefined> {
  const by = mayDo(officer, 'read outbox');
  if (isRefusal(by)) return by;
  const message = await findMessage(house.db, key);
  if (!message) return undefined;

  const sent = await sendMessage(house, key, messageStates.filter(mayResend)).catch(() => giveUp(house, key));
  return sent ?? refuse('wrong-state', { state: message.state });
}

/** No job comes again for it: it is the administrator's to try once more. */
async function giveUp(house: House, key: MessageKey): Promise<MessageState> {
  await giveUpMessage(house.db, key);
  return 'failed';
}
