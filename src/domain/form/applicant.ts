import { normaliseIdentity } from '#domain/text/identity.ts';
import { answerTo } from './check.ts';
import type { Answers, Applicant, Collection } from './form.ts';

/**
 * Who the dossier is for and how he is reached, from the answers to the applicant's page.
 * For an organisation, its name and number stand in the place of a person's.
 */
export function applicantOf(answers: Answers): Applicant {
  const given = (questionId: string) => answerTo(questionId, answers);
  const organisation = given('applicant-kind') === 'organisation';
  return {
    name: organisation ? given('organisation-name') : given('applicant-name'),
    identityNumber: organisation ? given('organisation-number') : normaliseIdentity(given('applicant-identity')),
    bornOn: organisation ? '' : given('applicant-born-on'),
    address: given('applicant-address'),
    phone: given('applicant-phone'),
    email: given('applicant-email'),
    representative: given('applicant-kind') === 'self' ? '' : given('representative-name'),
    collection: collectionOf(given('collection')),
  };
}

function collectionOf(answer: string): Collection {
  return answer === 'post' || answer === 'electronic' ? answer : 'counter';
}
