import type { Officer } from '#domain/access/actor.ts';
import { type Receipt, receive } from '#domain/dossier/receive.ts';
import type { Form } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { bearAtCounter } from './bear-at-counter.ts';
import type { NewDossier } from './submit-dossier.ts';

/** A citizen stands at the counter with all that is needed: submitted and received are one act. */
export function receiveAtCounter(house: House, officer: Officer, form: Form, submission: NewDossier, receipt: Receipt) {
  return bearAtCounter(house, officer, form, submission, (dossier, facts) => receive(dossier, receipt, facts));
}
