import type { Db } from './db.ts';
import { type Labels, searched } from './dossiers.ts';

/** By whom a dossier is listed and found, after what was typed was corrected. */
export async function updateApplicant(
  db: Db,
  { dossierId, code }: { readonly dossierId: string; readonly code: string },
  labels: Omit<Labels, 'fieldId'>,
): Promise<void> {
  await db.updateTable('dossier').set({ applicant_name: labels.applicantName }).where('dossier_id', '=', dossierId).execute();
  await db
    .updateTable('dossier_search')
    .set({ folded: searched(code, labels) })
    .where('dossier_id', '=', dossierId)
    .execute();
}
