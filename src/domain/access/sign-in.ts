import type { Officer } from './actor.ts';

const idleMinutes = { administrator: 5, officer: 15 };

/**
 * Whether a session has been left alone for so long that it ends.
 *
 * Who is an administrator in any of his places has the shorter time.
 *
 * @param idleSeconds since its last use
 * @law ND-331-2026 level 3: sessions end after 15 idle minutes, an administrator's after 5
 */
export function isIdleTooLong({ assignments }: Officer, idleSeconds: number): boolean {
  const minutes = assignments.some(({ role }) => role === 'administrator') ? idleMinutes.administrator : idleMinutes.officer;
  return idleSeconds >= minutes * 60;
}

/** A name as it is kept: whoever types capitals or a space around it means the same. */
export function asUsername(typed: string): string {
  return typed.normalize('NFC').trim().toLowerCase();
}

/** Where one signs in to see a page of the office; one comes back to it. */
export function signInPath(wanted: string): string {
  return `/can-bo/dang-nhap?${new URLSearchParams({ [comeBackTo]: wanted })}`;
}

/** The page that keeps what was sent to another one after the session had ended. */
export function sessionEndedPath(wanted: string): string {
  return `/can-bo/phien-het?${new URLSearchParams({ [comeBackTo]: wanted })}`;
}

/**
 * The page to go on to after signing in: the one that was wanted, if it is a path of this site, else the work list.
 * An address that a browser could take for another site is none: two slashes, a backslash, a control character.
 */
export function pathAfterSignIn(asked: URLSearchParams): string {
  const wanted = asked.get(comeBackTo) ?? '';
  return /^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted) ? wanted : '/can-bo';
}

const comeBackTo = 'tro-lai';
