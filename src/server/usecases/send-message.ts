import type { MessageState } from '#domain/dossier/message.ts';
import type { Delivery } from '#server/gateways/mail/mail.ts';
import type { House } from '#server/house.ts';
import { asHtml } from '#server/papers/message/html.ts';
import { endTalk, type MessageKey, type NewMessage, takeMessage } from '#server/store/messages.ts';

/**
 * Has one talk with the mail server about a message, at most one at a time and never again once it may have gone out.
 * What is no longer waiting is left alone: sent, refused for good, or begun by somebody who did not come back.
 *
 * @param states in which it is taken up: a job takes what waits, an administrator decides on more
 * @returns how the message stands, or `undefined` when there was nothing to do
 * @throws Error when it certainly did not go out and can be tried again: the job comes again later
 */
export async function sendMessage(
  house: House,
  key: MessageKey,
  states: readonly MessageState[] = ['waiting'],
): Promise<MessageState | undefined> {
  const begunAt = house.now();
  const message = await takeMessage(house.db, key, states, begunAt);
  if (!message) return undefined;

  const delivery = await house.mail.deliver({
    messageId: messageIdOf(house, key),
    to: message.recipient,
    subject: message.subject,
    text: message.body,
    html: asHtml(message.body),
  });
  const state = stateAfter(delivery);
  const lastError = 'why' in delivery ? delivery.why : '';
  await endTalk(house.db, key, begunAt, { state, lastError, sentAt: state === 'sent' ? house.now() : null });
  if (state === 'waiting') throw new Error(lastError);
  return state;
}

function stateAfter(delivery: Delivery): NewMessage['state'] {
  if (delivery.ended !== 'not sent') return delivery.ended;
  return delivery.lasting ? 'failed' : 'waiting';
}

/** From the event alone, so that a letter that goes out twice by a decision is the same letter. */
function messageIdOf({ publicUrl }: House, { dossierId, version }: MessageKey): string {
  return `<${dossierId}.${version}@${new URL(publicUrl).hostname}>`;
}
