import type { Agency, RuleSet } from '#domain/agency/agency.ts';
import type { Day } from '#domain/calendar/day.ts';

/**
 * A dossier's code: the receiving agency's identifier under the rule set, the day it was given, the running number of that day.
 *
 * @param number running number of the agency and the day, 1 or more
 * @throws RangeError when the agency has no identifier under this rule set: a fault in the catalogue
 * @law TT-01-2018-VPCP code on the receipt
 * @example 000.00.22.H22-180426-0001
 */
export function dossierCode({ agencyId, identifiers }: Agency, ruleSet: RuleSet, day: Day, number: number): string {
  const identifier = identifiers[ruleSet];
  if (!identifier) throw new RangeError(`${agencyId} has no identifier under the rule set of ${ruleSet}`);
  return `${identifier}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`;
}

/** What somebody typed for a code, as it is kept: capitals, without spaces and signs that nobody sees, any dash a hyphen. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{C}]/gu, '')
    .replaceAll(/\p{Dash}/gu, '-');
}

/**
 * The rule set in force on this day.
 *
 * @law ND-118-2025 in force 1 July 2025; before it the rules of ND-61-2018
 */
export function ruleSetOn(day: Day): RuleSet {
  return day >= '2025-07-01' ? '2025' : '2018';
}
