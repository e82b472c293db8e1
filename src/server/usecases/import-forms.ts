import { readForm } from '#domain/form/read-form.ts';
import type { House } from '#server/house.ts';
import { ensureFormVersion } from '#server/store/forms.ts';

/**
 * Publishes forms as they are written down in `data/`. Done again, it changes nothing.
 *
 * @param applicantPage the page that every form begins with
 * @throws RangeError for what is no form, or one that changed without a new version: drafts and dossiers stand on the old one
 */
export async function importForms(house: Pick<House, 'db'>, forms: readonly unknown[], applicantPage: unknown): Promise<number> {
  for (const form of forms.map((written) => readForm(written, applicantPage))) {
    const same = await ensureFormVersion(house.db, form);
    if (!same) throw new RangeError(`${form.formId}: version ${form.version} is published already and says otherwise`);
  }
  return forms.length;
}
