import type { RuleSet } from '#domain/agency/agency.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { type Due, explain } from '#domain/calendar/explain.ts';
import { ruleSetOn } from '#domain/dossier/code.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { House } from '#server/house.ts';
import { referenceOf } from './reference.ts';

export type ExpectedDue = { readonly now: Date; readonly due: Due; readonly ruleSet: RuleSet };

/** When it would be owed if all papers were handed in at this agency now, with the count that leads there. Anyone may ask. */
export async function expectDue(
  house: House,
  { committedTime, dueRule }: Pick<ProcedureVersion, 'committedTime' | 'dueRule'>,
  agencyId: string,
): Promise<ExpectedDue> {
  const now = house.now();
  const { calendarOf } = await referenceOf(house);
  const due = explain({ receivedAt: now, time: committedTime, rule: dueRule }, calendarOf(agencyId));
  return { now, due, ruleSet: ruleSetOn(dayOf(now)) };
}
