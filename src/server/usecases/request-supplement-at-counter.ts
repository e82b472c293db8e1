import type { Officer } from '#domain/access/actor.ts';
import { requestSupplement, type SupplementRequest } from '#domain/dossier/supplement.ts';
import type { Form } from '#domain/form/form.ts';
import type { House } from '#server/house.ts';
import { bearAtCounter } from './bear-at-counter.ts';
import type { NewDossier } from './submit-dossier.ts';

/** A citizen stands at the counter and something is missing: he takes every gap home in writing, and the dossier waits for him. */
export function requestSupplementAtCounter(house: House, officer: Officer, form: Form, submission: NewDossier, request: SupplementRequest) {
  return bearAtCounter(house, officer, form, submission, (dossier, facts) => requestSupplement(dossier, request, facts));
}
