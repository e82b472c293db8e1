import { type Act, mayDo, relationFor } from '#domain/access/access.ts';
import type { Actor, Officer } from '#domain/access/actor.ts';
import type { Agency } from '#domain/agency/agency.ts';
import { isRefusal, type Refusal, refuse } from '#domain/refusal.ts';
import { fold } from '#domain/text/fold.ts';
import type { Feedback, Overseer } from './feedback.ts';

/** What a feedback is about, as far as it says who may not handle it. */
export type Concern = Pick<Feedback, 'kind' | 'aboutAgencyId' | 'keptOut'>;

/** The tree of agencies and the staff. */
export type Offices = { readonly agencies: readonly Pick<Agency, 'agencyId' | 'parentId'>[]; readonly officers: readonly Officer[] };

/**
 * Whether somebody is the one complained of, or sits beside him: he neither sees the feedback nor handles it, whatever he is.
 *
 * Kept out by name is who acted on the dossier that it names and who is named in it. A complaint about conduct keeps out
 * everybody with a place in that agency, its leaders too.
 */
export function isComplainedOf({ officerId, assignments }: Officer, { kind, aboutAgencyId, keptOut }: Concern): boolean {
  return keptOut.includes(officerId) || (kind === 'conduct' && assignments.some(({ agencyId }) => agencyId === aboutAgencyId));
}

/** The officers whose full names stand in these words, with or without marks. One word alone is nobody's full name. */
export function officersNamedIn(words: string, officers: readonly Pick<Officer, 'officerId' | 'name'>[]): readonly string[] {
  const said = ` ${fold(words)} `;
  return officers.filter(({ name }) => name.trim().includes(' ') && said.includes(` ${fold(name)} `)).map(({ officerId }) => officerId);
}

/** The heads and leaders of an agency who could answer. */
export function handlersOf(agencyId: string, concern: Concern, { officers }: Offices): readonly Officer[] {
  return officers.filter(
    (officer) =>
      !isComplainedOf(officer, concern) &&
      officer.assignments.some((place) => place.agencyId === agencyId && relationFor('answer feedback', place.role) === 'own agency'),
  );
}

/** Whether a feedback may be handed to an agency: somebody there could answer, and conduct is never judged in the same house or below it. */
export function mayReceive(agencyId: string, concern: Concern, offices: Offices): boolean {
  const chain = [agencyId, ...above(agencyId, offices)];
  const isOwnHouse = concern.kind === 'conduct' && concern.aboutAgencyId !== null && chain.includes(concern.aboutAgencyId);
  return !isOwnHouse && handlersOf(agencyId, concern, offices).length > 0;
}

/**
 * The agency that should answer: the one it is about, for a complaint about conduct the one above it; from there upwards the
 * first in which somebody is left who is not complained of.
 *
 * @returns null when there is none: then the director chooses
 */
export function routeFeedback(concern: Concern, offices: Offices): string | null {
  const { kind, aboutAgencyId } = concern;
  if (aboutAgencyId === null) return null;
  const upwards = [...(kind === 'conduct' ? [] : [aboutAgencyId]), ...above(aboutAgencyId, offices)];
  return upwards.find((agencyId) => mayReceive(agencyId, concern, offices)) ?? null;
}

/**
 * With whom a new feedback begins. It lies with the director, who hands it on; where every director is kept out it goes
 * at once to the agency above, or to any other that may have it, and in the end to the top of the tree, so that it waits for somebody.
 */
export function beginRoute(concern: Concern, offices: Offices): { readonly overseer: Overseer; readonly handlerAgencyId: string | null } {
  const directors = offices.officers.filter(({ assignments }) => assignments.some(({ role }) => role === 'director'));
  if (directors.some((director) => !isComplainedOf(director, concern))) return { overseer: 'director', handlerAgencyId: null };

  const elsewhere = offices.agencies.find(({ agencyId }) => mayReceive(agencyId, concern, offices));
  const top = offices.agencies.find(({ parentId }) => parentId === null);
  const handlerAgencyId = routeFeedback(concern, offices) ?? elsewhere?.agencyId ?? top?.agencyId ?? null;
  return { overseer: 'handler', handlerAgencyId };
}

/** What an officer can do with a feedback. */
export const feedbackActs = [
  'read feedback',
  'acknowledge feedback',
  'hand feedback on',
  'answer feedback',
  'publish feedback',
] as const satisfies readonly Act[];

export type FeedbackAct = (typeof feedbackActs)[number];

/**
 * Whether an officer may do this with a feedback, and as whom.
 *
 * @returns the actor, or a refusal: `role-missing` when no role of his may ever do it, `complained-of` when he is the one, `not-yours`
 *   when another agency handles it
 */
export function mayHandle(
  officer: Officer,
  act: FeedbackAct,
  feedback: Concern & Pick<Feedback, 'handlerAgencyId' | 'overseer'>,
): Actor | Refusal {
  const { handlerAgencyId, overseer } = feedback;
  const assignments = officer.assignments.filter(({ role }) => role === 'director' || overseer === 'handler' || !isForOverseer(act));
  const by = mayDo({ ...officer, assignments }, act, handlerAgencyId === null ? {} : { agencyId: handlerAgencyId });
  if (isRefusal(by) && by.refused === 'role-missing') return by;
  return isComplainedOf(officer, feedback) ? refuse('complained-of') : by;
}

function isForOverseer(act: FeedbackAct): boolean {
  return act === 'hand feedback on' || act === 'publish feedback';
}

/** From the parent up to the root. */
function above(agencyId: string, { agencies }: Offices): readonly string[] {
  const parentId = agencies.find((agency) => agency.agencyId === agencyId)?.parentId ?? null;
  return parentId === null ? [] : [parentId, ...above(parentId, { agencies, officers: [] })];
}
