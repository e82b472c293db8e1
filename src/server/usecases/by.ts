import { type Act, mayDo, type Where } from '#domain/access/access.ts';
import { citizen, type Officer } from '#domain/access/actor.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import { isSame, secretOf, tokenOf } from '#domain/dossier/secret.ts';
import { refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { By } from './act-on-dossier.ts';

/** What a citizen shows: the secret of his receipt, or the token of a link or QR code. */
export type Proof = { readonly secret: string } | { readonly token: string };

/** An officer acts on the task that is open, in the role that has it. */
export function byOfficer(officer: Officer, act: Act): By {
  return { personId: officer.officerId, actorFor: ({ dossier }) => mayDo(officer, act, ...placesOf(dossier)) };
}

/** An officer of the agency that received the dossier acts on it, whoever has it now. */
export function byReceiver(officer: Officer, act: Act): By {
  return { personId: officer.officerId, actorFor: ({ dossier }) => mayDo(officer, act, { agencyId: dossier.receivingAgencyId }) };
}

/** Whoever holds the dossier's secret or token acts as its applicant. */
export function byHolder(house: House, proof: Proof): By {
  return {
    personId: citizen.personId,
    actorFor: ({ dossierId }) => (holds(house, dossierId, proof) ? citizen : refuse('not-yours')),
  };
}

/** Whether the proof opens this dossier; takes the same time whatever is wrong with it. */
export function holds({ key }: House, dossierId: string, proof: Proof): boolean {
  return 'secret' in proof ? isSame(proof.secret, secretOf(key, dossierId)) : isSame(proof.token, tokenOf(key, dossierId));
}

/** What a proof is compared with when there is no such dossier, so that it costs the same work. */
export const nobodys = '00000000-0000-0000-0000-000000000000';

/** Where a dossier lies now: its open task. */
function placesOf({ task }: Dossier): Where[] {
  return task ? [task] : [];
}
