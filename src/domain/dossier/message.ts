/**
 * Where a message stands.
 *
 * - `waiting`: to be sent, or to be tried again
 * - `sending`: the talk with the mail server has begun; who finds it so after a crash does not know whether it went out
 * - `sent`: a mail server has taken it
 * - `kept`: there is no mail server; it is read on the outbox page
 * - `failed`: the mail server refuses it for good
 * - `unknown`: the talk broke off at a point where the server may have it
 * - `no address`: the applicant gave none
 */
export const messageStates = ['waiting', 'sending', 'sent', 'kept', 'failed', 'unknown', 'no address'] as const;

export type MessageState = (typeof messageStates)[number];

/** A talk with a mail server takes two minutes at most; after five it is over, however it ended. */
const talkMs = 5 * 60_000;

/** What stands in `sending` from before this moment is left over from a crash. */
export function talksBegunBefore(now: Date): Date {
  return new Date(now.getTime() - talkMs);
}

/** Whether an administrator may have it sent (again): never while it may still be on its way, never what has arrived. */
export function mayResend(state: MessageState): boolean {
  return state === 'kept' || state === 'failed' || state === 'unknown';
}

/** A mail address as it can be handed to a mail server: one, with a domain, nothing that could begin another line or name. */
export function isMailAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s@<>()[\],;:"\\\p{C}]+@[^\s@<>()[\],;:"\\\p{C}]+$/u.test(address);
}
