import { giveSupplement as decide, type Supplement } from '#domain/dossier/supplement.ts';
import type { House } from '#server/house.ts';
import { actOnDossier, type Command } from './act-on-dossier.ts';
import { byHolder, type Proof } from './by.ts';

/** The applicant hands in what was missing; the clock runs on. */
export function giveSupplement(house: House, proof: Proof, command: Command<Supplement>) {
  return actOnDossier(house, byHolder(house, proof), command, decide);
}
