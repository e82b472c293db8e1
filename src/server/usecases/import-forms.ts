import { readForm } from '#domain/form/read-form.ts';
import type { CatalogueFile } from '#domain/procedure/read-catalogue.ts';
import type { House } from '#server/house.ts';
import { ensureFormVersion } from '#server/store/forms.ts';

/** The page that every form begins with. */
const applicantPage = 'forms/applicant.json';

/**
 * Publishes the forms of a catalogue's folder `forms`. Done again, it changes nothing.
 *
 * @throws RangeError for what is no form, or one that changed without a new version: drafts and dossiers stand on the old one
 */
export async function importForms({ db }: Pick<House, 'db'>, files: readonly CatalogueFile[]): Promise<number> {
  const written = files.filter(({ path }) => path.startsWith('forms/') && path !== applicantPage);
  const applicant = files.find(({ path }) => path === applicantPage);
  for (const { text } of written) {
    const form = readForm(JSON.parse(text), JSON.parse(applicant?.text ?? 'null'));
    const same = await ensureFormVersion(db, form);
    if (!same) throw new RangeError(`${form.formId}: version ${form.version} is published already and says otherwise`);
  }
  return written.length;
}
