import { writeBack as decide } from '#domain/feedback/handle.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byGiver } from './act-on-feedback.ts';

/** Whoever gave a feedback writes back, once, to its answer. @param token of its pages */
export function writeBack(house: House, token: string, command: Command<{ readonly text: string }>) {
  return actOnFeedback(house, byGiver(house, token), command, decide);
}
