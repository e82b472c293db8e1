import { relationFor } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { readCode } from '#domain/dossier/code.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { fold } from '#domain/text/fold.ts';
import { isIdentityNumber, normaliseIdentity } from '#domain/text/identity.ts';
import { nationalPhone } from '#domain/text/phone.ts';
import type { House } from '#server/house.ts';
import { type FoundDossier, searchDossiers as search, searchCode } from '#server/store/work-lists.ts';
import { referenceOf } from './reference.ts';

export type FoundLine = FoundDossier & { readonly procedureName: string };

/** The newest of what was found; `more` when there is more than is shown. */
export type Found = { readonly lines: readonly FoundLine[]; readonly more: boolean };

/** One letter finds half the city: nobody means that. */
const fewestLetters = 2;

/**
 * An officer looks for a dossier of his agencies, or of those below a director’s, by a part of code, name or number; no tone marks needed.
 *
 * @returns nothing for a query of one letter; `role-missing` for who reads no dossiers
 */
export async function searchDossiers(house: House, officer: Officer, query: string, limit = 50): Promise<Found | Refusal> {
  const reference = await referenceOf(house);
  const agencyIds = readableAgencies(officer, reference.agencies, reference.agenciesAbove);
  if (agencyIds.length === 0) return refuse('role-missing');

  const folded = asSearched(query);
  if (folded.length < fewestLetters) return { lines: [], more: false };
  const whole = await searchCode(house.db, agencyIds, readCode(query));
  const found = whole.length > 0 ? whole : await search(house.db, agencyIds, folded, limit + 1);
  const lines = found.slice(0, limit).map(async (line) => {
    const { name } = await reference.versionOf(line.procedureId, line.procedureVersion);
    return { ...line, procedureName: name };
  });
  return { lines: await Promise.all(lines), more: found.length > limit };
}

/** Numbers are kept without the spaces that people set in them. */
function asSearched(query: string): string {
  const number = normaliseIdentity(query);
  return isIdentityNumber(number) ? number : fold(nationalPhone(query));
}

function readableAgencies(
  { assignments }: Officer,
  agencies: readonly { readonly agencyId: string }[],
  agenciesAbove: (agencyId: string) => readonly string[],
): string[] {
  const isReadable = (agencyId: string) =>
    assignments.some((assignment) => {
      const relation = relationFor('read dossier', assignment.role);
      if (relation === 'agencies below') return agenciesAbove(agencyId).includes(assignment.agencyId);
      return relation !== undefined && assignment.agencyId === agencyId;
    });
  return agencies.map(({ agencyId }) => agencyId).filter(isReadable);
}
