import type { Officer } from '#domain/access/actor.ts';
import type { Published } from '#domain/feedback/events.ts';
import { publishFeedback as decide } from '#domain/feedback/publish.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byHandler } from './act-on-feedback.ts';

/** The director publishes question and answer in a version without anything personal, if whoever gave it agreed. */
export function publishFeedback(house: House, officer: Officer, command: Command<Published>) {
  return actOnFeedback(house, byHandler(officer, 'publish feedback'), command, decide);
}
