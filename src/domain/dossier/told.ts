import type { Applicant } from '#domain/form/form.ts';
import type { Dossier } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import { isMailAddress } from './message.ts';
import { owed } from './owed.ts';

/** How the applicant hears of something: by mail to an address that is shown in part, or, without one, by whoever calls him. */
export type Told = { readonly by: 'mail'; readonly address: string } | { readonly by: 'telephone'; readonly phone: string };

/**
 * Whom an act tells, so that its page can say so before it is done; what happens and what is said of it are one table.
 * At the counter the application and its receipt are one act: only the receipt is told.
 *
 * @param applicant null once the sealed parts are wiped
 * @returns null when nobody is told
 */
export function whoIsTold(
  type: DossierEvent['type'],
  { channel }: Pick<Dossier, 'channel'>,
  applicant: Pick<Applicant, 'email' | 'phone'> | null,
): Told | null {
  if (!applicant || !isTold(type, channel)) return null;
  const { email, phone } = applicant;
  return isMailAddress(email) ? { by: 'mail', address: masked(email) } : { by: 'telephone', phone };
}

export function isTold(type: DossierEvent['type'], channel: Dossier['channel']): boolean {
  return owed[type].message && !(type === 'submitted' && channel === 'counter');
}

/**
 * A mail address by its first letter and its domain: enough to recognise one's own.
 *
 * @example n***@example.vn
 */
export function masked(address: string): string {
  const [first = ''] = address;
  return `${first}***${address.slice(address.lastIndexOf('@'))}`;
}
