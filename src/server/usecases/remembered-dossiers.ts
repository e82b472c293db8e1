import type { Db } from '#server/store/db.ts';
import type { Ended } from '#server/store/dossiers.ts';

/** How many dossiers a process keeps in mind: those of a busy day, some ten megabytes. */
const atMost = 5000;

const remembered = new WeakMap<Db, Map<string, Ended>>();

/**
 * The dossier with this code as this process last saw it, so that an act on it need not load it again. It may have moved since,
 * by another process: what is decided on it is appended at its version or not at all, and a refusal is decided again on what is stored.
 */
export function rememberedDossier(db: Db, code: string): Ended | undefined {
  return remembered.get(db)?.get(code);
}

/** The dossier seen last is the last to be forgotten. */
export function rememberDossier(db: Db, seen: Ended): void {
  const dossiers = remembered.get(db) ?? new Map<string, Ended>();
  remembered.set(db, dossiers);
  const { code } = seen.dossier;
  dossiers.delete(code);
  dossiers.set(code, seen);
  const [oldest] = dossiers.keys();
  if (dossiers.size > atMost && oldest !== undefined) dossiers.delete(oldest);
}
