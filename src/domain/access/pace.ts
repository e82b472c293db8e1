import { keyedHash } from './attempt.ts';

/** What anybody may send without an account. */
export type Sent = 'application' | 'feedback';

/** The minutes in which it is counted. */
export const paceMinutes = 60;

/** So many from one address in an hour: more than a kiosk or an office behind one address sends, fewer than a program would. */
export const paceLimits: Readonly<Record<Sent, number>> = { application: 200, feedback: 60 };

/** The name under which it is counted: a keyed hash, so that whoever reads the table learns no address. */
export function paceKey(sent: Sent, address: string, key: Uint8Array): string {
  return keyedHash(key, `${sent} sent from\n${address}`);
}
