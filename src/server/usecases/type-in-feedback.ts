import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { bearFeedback, type GivenFeedback, type NewFeedback } from './give-feedback.ts';

/** The officer on hotline duty types a call into the same form, and reads code and secret back to the caller. The history names who typed. */
export async function typeInFeedback(house: House, officer: Officer, call: NewFeedback): Promise<GivenFeedback | Refusal> {
  const by = mayDo(officer, 'type in feedback');
  return isRefusal(by) ? by : bearFeedback(house, by, 'hotline', call);
}
