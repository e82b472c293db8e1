import { existsSync, statfsSync } from 'node:fs';

/** Why the program cannot run, in one sentence that says what to do: printed alone, without a stack. */
export class CannotRun extends Error {}

/** What a person can mend, told from the code of a fault; the deepest cause says most. */
const reasons: Record<string, string> = {
  ENOSPC: 'the disk is full: make room and start again; nothing that was stored is lost.',
  EDQUOT: 'the disk quota is used up: make room and start again; nothing that was stored is lost.',
  EROFS: 'the disk can only be read: set MOTCUA_DATA to a folder that can be written.',
  ECONNREFUSED: 'the database does not answer: look at DATABASE_URL and DATABASE_OWNER_URL.',
  ENOTFOUND: 'the database is not found: look at DATABASE_URL and DATABASE_OWNER_URL.',
  '53100': 'the disk is full: make room and start again; nothing that was stored is lost.',
  '28P01': 'the database refuses the password: look at DATABASE_URL and DATABASE_OWNER_URL.',
  '28000': 'the database refuses this account: look at DATABASE_URL and DATABASE_OWNER_URL.',
  '3D000': 'there is no such database: look at DATABASE_URL and DATABASE_OWNER_URL.',
  ENOTDIR: 'a part of MOTCUA_DATA is a file: set it to a folder.',
  '42501': 'the database account lacks a right: look at DATABASE_URL and DATABASE_OWNER_URL.',
};

/** A PostgreSQL that finds no room for its log stops without a word to who is connected: the disk itself is asked. */
export function asFullDisk(folder: string): CannotRun | undefined {
  if (!existsSync(folder)) return undefined;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < oneLogFile ? new CannotRun(`${reasons.ENOSPC} Its folder is ${folder}.`) : undefined;
}

/** PostgreSQL asks for 16 MB at once, and for another beside it. */
const oneLogFile = 32 * 1024 * 1024;

/** One line for a fault that a person can mend; `undefined` for one of ours. */
export function asCannotRun(fault: unknown): CannotRun | undefined {
  if (fault instanceof CannotRun) return fault;
  if (!(fault instanceof Error)) return undefined;
  // What was being closed failed as well, often of the same: the first fault says why.
  if (fault instanceof SuppressedError) return asCannotRun(fault.suppressed) ?? asCannotRun(fault.error);
  const deeper = asCannotRun(fault.cause);
  if (deeper) return deeper;
  if (/No space left on device/.test(`${fault.message} ${'stderr' in fault ? fault.stderr : ''}`)) return new CannotRun(reasons.ENOSPC);
  if ('code' in fault && fault.code === 'EACCES') return new CannotRun(`${fault.message}: may this account read and write there?`);
  return 'code' in fault ? known(String(fault.code)) : undefined;
}

function known(code: string): CannotRun | undefined {
  const reason = reasons[code];
  return reason ? new CannotRun(reason) : undefined;
}
