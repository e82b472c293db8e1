import type { Agency } from '#domain/agency/agency.ts';
import type { FeedbackFacts } from '#domain/feedback/handle.ts';
import { personalOf } from '#domain/feedback/publish.ts';
import type { House } from '#server/house.ts';
import { type LoadedFeedback, listOfficersOnDossier } from '#server/store/feedbacks.ts';
import { referenceOf } from './reference.ts';

/** The agency that takes feedback in: the centre. @throws Error when there is none, a fault in the imported data */
export function takingAgencyId(agencies: readonly Agency[]): string {
  const centre = agencies.find(({ kind }) => kind === 'centre') ?? agencies.find(({ parentId }) => parentId === null);
  if (!centre) throw new Error('There is no agency to take feedback in');
  return centre.agencyId;
}

/** Who acted on its dossier since it was given is complained of as well. */
export async function withWhoActed({ db }: House, loaded: LoadedFeedback): Promise<LoadedFeedback> {
  const { feedback } = loaded;
  if (!feedback.dossierId) return loaded;
  const keptOut = [...new Set([...feedback.keptOut, ...(await listOfficersOnDossier(db, feedback.dossierId))])];
  return { ...loaded, feedback: { ...feedback, keptOut } };
}

/** What a decision on this feedback may know. */
export async function feedbackFactsFor(house: House, { feedback, history }: LoadedFeedback): Promise<FeedbackFacts> {
  const { agencies, officers, calendarOf, officerNameOf } = await referenceOf(house);
  const [first] = history;
  const told = first?.event.type === 'given' ? first.event.sealed : null;
  const names = feedback.keptOut.map((officerId) => officerNameOf(officerId) ?? '');
  return {
    now: house.now(),
    offices: { agencies, officers },
    calendar: calendarOf(takingAgencyId(agencies)),
    personal: personalOf(told, names),
  };
}
