import type { Officer } from '#domain/access/actor.ts';
import { acknowledgeFeedback as decide } from '#domain/feedback/handle.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byHandler } from './act-on-feedback.ts';

/** The director, or whoever it was handed to at once, tells the giver that it has been read. */
export function acknowledgeFeedback(house: House, officer: Officer, command: Command<object>) {
  return actOnFeedback(house, byHandler(officer, 'acknowledge feedback'), command, decide);
}
