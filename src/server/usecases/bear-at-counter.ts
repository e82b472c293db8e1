import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import { submit } from '#domain/dossier/submit.ts';
import type { Form } from '#domain/form/form.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import { type Decision, isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Acted } from './act-on-dossier.ts';
import { referenceOf } from './reference.ts';
import { bearDossier, type NewDossier } from './submit-dossier.ts';

/** What the officer decides on what was just handed in to him. */
export type AtOnce = (submitted: Dossier, facts: Facts) => Decision<DossierEvent>;

/**
 * A citizen stands at the counter: that he hands in, and what the officer does with it, are one act. Both are written down, or neither.
 *
 * @returns id, code and version; or a refusal: `role-missing` or `not-yours` where he receives nothing,
 *   `procedure-not-received-here` when his agency does not receive this procedure, or that of the rules that begin it
 */
export async function bearAtCounter(
  house: House,
  officer: Officer,
  form: Form,
  submission: NewDossier,
  atOnce: AtOnce,
): Promise<(Acted & { readonly dossierId: string }) | Refusal> {
  const { procedureId, version, receivingAgencyId } = submission;
  const by = mayDo(officer, 'receive at counter', { agencyId: receivingAgencyId });
  if (isRefusal(by)) return by;
  const reference = await referenceOf(house);
  const receivers = receiversOf(await reference.versionOf(procedureId, version), reference.agencies);
  if (!receivers.some(({ agencyId }) => agencyId === receivingAgencyId)) return refuse('procedure-not-received-here');

  return bearDossier(house, by, 'counter', form, submission, (application, facts) => {
    const submitted = submit(application, facts);
    if (isRefusal(submitted)) return submitted;
    const done = atOnce(replay(submitted), facts);
    return isRefusal(done) ? done : [...submitted, ...done];
  });
}
