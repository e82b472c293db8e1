import { changeConsent } from '#domain/feedback/handle.ts';
import type { House } from '#server/house.ts';
import type { Command } from './act-on-dossier.ts';
import { actOnFeedback, byGiver } from './act-on-feedback.ts';

/** Whoever gave a feedback agrees to its being published, or takes that back. @param token of its pages */
export function consentToPublication(house: House, token: string, command: Command<{ readonly consent: boolean }>) {
  return actOnFeedback(house, byGiver(house, token), command, changeConsent);
}
