import type { Form } from '#domain/form/form.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { findForm } from '#server/store/forms.ts';

/**
 * The form of a procedure as it is published now.
 *
 * @throws Error when there is none: a fault in the catalogue, which the import refuses
 */
export async function readForm(house: House, { procedureId, formId }: Pick<ProcedureVersion, 'procedureId' | 'formId'>): Promise<Form> {
  const form = await findForm(house.db, formId);
  if (!form) throw new Error(`${procedureId}: no form ${formId} is published`);
  return form;
}
