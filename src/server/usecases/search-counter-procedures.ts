import { relationFor } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import type { PromisedTime } from '#domain/calendar/due.ts';
import type { ProcedureVersion, Reception } from '#domain/procedure/procedure.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import type { House } from '#server/house.ts';
import { type Reference, referenceOf } from './reference.ts';
import { searchProcedures } from './search-procedures.ts';

/** A procedure as the list at the counter shows it. */
export type CounterProcedureLine = {
  readonly procedureId: string;
  readonly code: string | null;
  readonly name: string;
  readonly committedTime: PromisedTime;
  readonly legalTime: PromisedTime;
  /** Who settles it; null when it is the agency that receives it. */
  readonly decides: string | null;
  /** Whether this officer's agency receives it. */
  readonly isOurs: boolean;
  readonly reception: Reception;
  /** Who receives it when it is not ours, as far as it is one place. */
  readonly elsewhere: string | null;
};

/** As many as are looked through at a glance. */
const mostOurs = 8;
const mostOthers = 4;

/** The officer at the counter searches by name, code or the customer's words: what he receives first, then who receives the rest. */
export async function searchCounterProcedures(house: House, officer: Officer, query: string): Promise<readonly CounterProcedureLine[]> {
  if (query.trim() === '') return [];
  const reference = await referenceOf(house);
  const { procedures } = await searchProcedures(house, { query, limit: 40 });
  const lines = procedures.map((version) => counterLine(version, officer, reference));
  return [...lines.filter(({ isOurs }) => isOurs).slice(0, mostOurs), ...lines.filter(({ isOurs }) => !isOurs).slice(0, mostOthers)];
}

export function counterLine(version: ProcedureVersion, officer: Officer, reference: Reference): CounterProcedureLine {
  const { procedureId, code, name, committedTime, legalTime, decidingAgencyId, reception } = version;
  const receivers = receiversOf(version, reference.agencies);
  const isOurs = receivingAgencyOf(version, officer, reference) !== undefined;
  return {
    procedureId,
    code,
    name,
    committedTime,
    legalTime,
    decides: decidingAgencyId && reference.agencyOf(decidingAgencyId).shortName,
    isOurs,
    reception,
    elsewhere: isOurs ? null : receivers.length === 1 ? (receivers[0]?.name ?? null) : version.elsewhere,
  };
}

/** For which of his agencies this officer receives a procedure; `undefined` when none of them does. */
export function receivingAgencyOf(version: ProcedureVersion, officer: Officer, { agencies }: Reference): string | undefined {
  const receivers = receiversOf(version, agencies);
  return officer.assignments.find(
    ({ agencyId, role }) => relationFor('receive at counter', role) && receivers.some((receiver) => receiver.agencyId === agencyId),
  )?.agencyId;
}
