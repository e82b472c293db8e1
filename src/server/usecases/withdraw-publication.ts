import type { Officer } from '#domain/access/actor.ts';
import { withdrawPublication as decide } from '#domain/feedback/publish.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byHandler } from './act-on-feedback.ts';

/** The director takes an answer from the public page. */
export function withdrawPublication(house: House, officer: Officer, command: Command<object>) {
  return actOnFeedback(house, byHandler(officer, 'publish feedback'), command, decide);
}
