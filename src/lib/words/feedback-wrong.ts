import type { Faults } from '#domain/form/check.ts';
import type { Words } from './words.ts';
import { type WrongAnswer, wrongAnswers } from './wrong-answers.ts';

/** What is wrong with the answers of the feedback form. */
export function feedbackWrong(at: Faults, words: Words): readonly WrongAnswer[] {
  const { kind, text, agency, dossier, whom, named, name, phone, email, consent } = words.feedbackForm;
  return wrongAnswers(at, { kind, text, agency, dossier, whom, named, name, phone, email, consent }, words);
}
