import type { Actor } from '#domain/access/actor.ts';
import type { Db } from './db.ts';
import { newId } from './ids.ts';

/** Keeps that somebody read personal data of a dossier: `dossier` for the whole, or the name of one value that was revealed. */
export async function appendReading(db: Db, by: Actor, dossierId: string, what: string, at: Date): Promise<void> {
  await db
    .insertInto('read_log')
    .values({ read_id: newId(), at, officer_id: by.personId, for_agency: by.agencyId, in_role: by.role, dossier_id: dossierId, what })
    .execute();
}
