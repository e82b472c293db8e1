import { error } from '@sveltejs/kit';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import { isStorable } from '#domain/text/storable.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import type { AgencyNames } from '#lib/words/problem-said.ts';
import { wordsFor } from '#lib/words/words.ts';
import { house } from '#server/running.ts';
import { listAgencies } from '#server/usecases/list-agencies.ts';

/** What the agencies are called; the receiving one as well, whichever it is. Drawings are kept in Vietnamese, whoever draws them. */
export async function agencyNames(): Promise<AgencyNames> {
  const { editor } = wordsFor('vi');
  const agencies = await listAgencies(house);
  return { receiving: editor.receiving, ...Object.fromEntries(agencies.map(({ value, label }) => [value, label])) };
}

/** What lanes are called. */
export function laneNamesOf(agencies: AgencyNames): LaneNames {
  const { unit } = wordsFor('vi');
  return { agency: (agency) => agencies[agency] ?? agency, unit: (kind) => unit[kind] };
}

/** Who asks, and for which procedure; an id that cannot be one is nobody's. */
export function askedOf(locals: App.Locals, procedureId: string): { readonly officer: Officer; readonly procedureId: string } {
  if (!locals.officer) error(401);
  if (!isStorable(procedureId)) error(404);
  return { officer: locals.officer, procedureId };
}

/** What was found, or the page that says that there is no such thing, or that it is not for him. */
export function foundOr404<Found extends object>(found: Found | Refusal | undefined): Found {
  if (found === undefined) error(404);
  if (isRefusal(found)) error(403);
  return found;
}
