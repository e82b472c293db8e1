import type { Officer } from '#domain/access/actor.ts';
import { answerFeedback as decide } from '#domain/feedback/handle.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byHandler } from './act-on-feedback.ts';

/** The head or leader of the agency it was handed to answers, or the director. Never the one complained of. */
export function answerFeedback(house: House, officer: Officer, command: Command<{ readonly text: string }>) {
  return actOnFeedback(house, byHandler(officer, 'answer feedback'), command, decide);
}
