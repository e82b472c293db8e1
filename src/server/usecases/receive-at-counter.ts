import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { replay } from '#domain/dossier/evolve.ts';
import { type Receipt, receive } from '#domain/dossier/receive.ts';
import { submit } from '#domain/dossier/submit.ts';
import type { Form } from '#domain/form/form.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { Acted } from './act-on-dossier.ts';
import { bearDossier, type NewDossier } from './submit-dossier.ts';

/** A citizen stands at the counter: submitted and received are one act. */
export async function receiveAtCounter(
  house: House,
  officer: Officer,
  form: Form,
  submission: NewDossier,
  receipt: Receipt,
): Promise<(Acted & { readonly dossierId: string }) | Refusal> {
  const by = mayDo(officer, 'receive at counter', { agencyId: submission.receivingAgencyId });
  if (isRefusal(by)) return by;

  return bearDossier(house, by, 'counter', form, submission, (application, facts) => {
    const submitted = submit(application, facts);
    if (isRefusal(submitted)) return submitted;
    const received = receive(replay(submitted), receipt, facts);
    return isRefusal(received) ? received : [...submitted, ...received];
  });
}
