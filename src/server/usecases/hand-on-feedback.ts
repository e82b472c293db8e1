import type { Officer } from '#domain/access/actor.ts';
import { handFeedbackOn as decide, type HandOn } from '#domain/feedback/handle.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byHandler } from './act-on-feedback.ts';

/** The director hands it to the agency that is to answer; where he is kept out, the leader who has it does. */
export function handFeedbackOn(house: House, officer: Officer, command: Command<HandOn>) {
  return actOnFeedback(house, byHandler(officer, 'hand feedback on'), command, decide);
}
