import { type Delegation, isInForce } from '#domain/access/delegation.ts';
import { addWorkingMinutes } from '#domain/calendar/working-calendar.ts';
import type { Dossier } from '#domain/dossier/dossier.ts';
import type { Facts } from '#domain/dossier/facts.ts';
import {
  mostWarningHours,
  owedWarning,
  reportLateness,
  usualWarningHours,
  type Warning,
  warnOfDue,
  whoHearsOfLateness,
  whoIsWarned,
} from '#domain/dossier/warn.ts';
import { isRefusal } from '#domain/refusal.ts';
import type { House } from '#server/house.ts';
import { listDelegations } from '#server/store/delegations.ts';
import { type DueDossier, type DuePlace, listDueDossiers } from '#server/store/due-dossiers.ts';
import { findLongestWarning } from '#server/store/procedures.ts';
import { actOnDossier } from './act-on-dossier.ts';
import { actOnEachDossier } from './act-on-each-dossier.ts';
import { bySystem } from './by.ts';
import { type Reference, referenceOf } from './reference.ts';

const atOnce = 500;

/**
 * Warns of every dossier whose appointed time comes near, and reports every one whose time is over. May be done at any time, twice,
 * and by two at once: at each open task one is warned of an appointed time once and it is reported once, and nobody is told of one that was settled meanwhile.
 *
 * @returns of how many dossiers somebody was told
 * @throws AggregateError for those where it could not be done; for all others it is
 */
export async function remindOfDue(house: House): Promise<number> {
  const { units } = await referenceOf(house);
  const unitIds = units.map(({ unitId }) => unitId);
  const inForce = (await listDelegations(house.db, unitIds, house.now())).filter((one) => isInForce(one, house.now()));
  return actOnEachDossier(owing(house), ({ code, warning }) => tellOf(house, code, warning, inForce), 'could not be warned of or reported');
}

/** Every dossier of which somebody is to be told, read a part at a time. */
async function* owing(house: House): AsyncIterable<{ readonly code: string; readonly warning: Warning }> {
  const reference = await referenceOf(house);
  const now = house.now();
  const until = await horizonOf(house, reference, now);
  for (let after: DuePlace | null = null; ; ) {
    const page: DueDossier[] = await listDueDossiers(house.db, now, until, after, atOnce);
    for (const dossier of page) {
      const version = await reference.versionOf(dossier.procedureId, dossier.procedureVersion);
      const owed = owedWarning(dossier, { now, calendarOf: reference.calendarOf, version });
      if (owed) yield { code: dossier.code, warning: owed.warning };
    }
    const last = page.at(-1);
    if (!last?.dueAt || page.length < atOnce) return;
    after = { dueAt: last.dueAt, dossierId: last.dossierId };
  }
}

/** Nobody is warned of what is due after this moment, whichever version and agency. */
async function horizonOf(house: House, { agencies, calendarOf }: Reference, now: Date): Promise<Date> {
  const hours = Math.min(mostWarningHours, Math.max(usualWarningHours, (await findLongestWarning(house.db)) ?? 0));
  const ends = agencies.map(({ agencyId }) => addWorkingMinutes(now, hours * 60, calendarOf(agencyId)).getTime());
  return new Date(Math.max(now.getTime(), ...ends));
}

async function tellOf(house: House, code: string, warning: Warning, inForce: readonly Delegation[]): Promise<boolean> {
  const { officers } = await referenceOf(house);
  const command = { code, commandId: crypto.randomUUID(), request: {} };
  const decide = (dossier: Dossier, _request: object, facts: Facts) => {
    if (warning === 'late') return reportLateness(dossier, { whoHears: (led) => whoHearsOfLateness(officers, led) }, facts);
    return warnOfDue(dossier, { whoHears: (task) => whoIsWarned(officers, task, inForce) }, facts);
  };
  const answer = await actOnDossier(house, bySystem(warning === 'late' ? 'report lateness' : 'warn of due time'), command, decide);
  return answer !== undefined && !isRefusal(answer);
}
