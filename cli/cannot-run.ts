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
  '42501': 'the database account lacks a right: look at DATABASE_URL and DATABASE_OWNER_URL.',
};

/** One line for a fault that a person can mend; `undefined` for one of ours. */
export function asCannotRun(fault: unknown): CannotRun | undefined {
  if (fault instanceof CannotRun) return fault;
  if (!(fault instanceof Error)) return undefined;
  const deeper = asCannotRun(fault.cause);
  if (deeper) return deeper;
  if ('stderr' in fault && /No space left on device/.test(String(fault.stderr))) return new CannotRun(reasons.ENOSPC);
  if ('code' in fault && fault.code === 'EACCES') return new CannotRun(`${fault.message}: may this account read and write there?`);
  return 'code' in fault ? known(String(fault.code)) : undefined;
}

function known(code: string): CannotRun | undefined {
  const reason = reasons[code];
  return reason ? new CannotRun(reason) : undefined;
}
