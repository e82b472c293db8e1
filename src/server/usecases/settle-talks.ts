import { talksBegunBefore } from '#domain/dossier/message.ts';
import type { House } from '#server/house.ts';
import { giveUpTalks } from '#server/store/messages.ts';

/** Messages that were left in the middle of a talk with the mail server are of unknown end: an administrator decides on them. */
export function settleTalks(house: House): Promise<void> {
  return giveUpTalks(house.db, talksBegunBefore(house.now()));
}
