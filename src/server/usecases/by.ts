import { type Act, mayDo, relationFor } from '#domain/access/access.ts';
import { citizen, type Officer, system } from '#domain/access/actor.ts';
import { isLeftOpen, placesFor, turnFor } from '#domain/dossier/open-acts.ts';
import { isSame, secretOf, tokenOf } from '#domain/dossier/secret.ts';
import { isRefusal, refuse } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import type { By } from './act-on-dossier.ts';

/** What a citizen shows: the secret of his receipt, or the token of a link or QR code. */
export type Proof = { readonly secret: string } | { readonly token: string };

/** An officer acts where the dossier lies for this act, in the role that is nearest to it. */
export function byOfficer(officer: Officer, act: Act): By {
  return {
    personId: officer.officerId,
    actorFor: ({ dossier }) => {
      const by = mayDo(officer, act, ...placesFor(act, dossier));
      return isRefusal(by) || isLeftOpen(act, dossier) ? by : refuse('act-not-at-step');
    },
    turn: (dossier, taskNo) => turnFor(officer, dossier, taskNo),
  };
}

/** What time alone does. */
export function bySystem(act: Act): By {
  return { personId: system.personId, actorFor: () => (relationFor(act, 'system') ? system : refuse('role-missing')) };
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
