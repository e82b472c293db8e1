import type { Officer } from '#domain/access/actor.ts';
import type { Reasons } from '#domain/dossier/events.ts';
import { declineReceipt } from '#domain/dossier/receive.ts';
import type { Form } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { bearAtCounter } from './bear-at-counter.ts';
import type { NewDossier } from './submit-dossier.ts';

/** A citizen stands at the counter with what cannot be accepted: he gets the reasons in writing. */
export function declineAtCounter(house: House, officer: Officer, form: Form, submission: NewDossier, reasons: Reasons) {
  return bearAtCounter(house, officer, form, submission, (dossier, facts) => declineReceipt(dossier, reasons, facts));
}
