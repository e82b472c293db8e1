import type { Role, StaffMember } from '#domain/access/actor.ts';
import type { Agency, Unit, UnitKind } from '#domain/agency/agency.ts';
import { dayOf, yearOf } from '#domain/calendar/day.ts';
import { throughYear } from '#domain/calendar/holidays.ts';
import { compileCalendar, defaultHours, type WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { Field } from '#domain/procedure/procedure.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import { listAgencies, listUnits } from '#server/store/agencies.ts';
import { loadCalendarFacts } from '#server/store/calendars.ts';
import type { Db } from '#server/store/db.ts';
import { listFields } from '#server/store/fields.ts';
import { listOfficers } from '#server/store/officers.ts';
import { findProcedureVersion } from '#server/store/procedures.ts';
import { findReferenceStamp } from '#server/store/reference-stamps.ts';

/** What changes only by an import, remembered so that an act need not ask for it. */
export type Reference = {
  /** Changes whenever an import changed something. */
  readonly stamp: string;
  readonly agencies: readonly Agency[];
  readonly units: readonly Unit[];
  readonly officers: readonly StaffMember[];
  readonly fields: readonly Field[];
  /** @throws RangeError when there is no such agency */
  readonly agencyOf: (agencyId: string) => Agency;
  /** From the parent up to the root. */
  readonly agenciesAbove: (agencyId: string) => readonly string[];
  readonly unitOf: (agencyId: string, kind: UnitKind) => string | undefined;
  readonly officerNameOf: (officerId: string) => string | null;
  readonly mayHold: (officerId: string, unitId: string, role: Role) => boolean;
  /** Everybody who holds this role in this unit. */
  readonly holdersOf: (unitId: string, role: Role) => readonly { readonly officerId: string; readonly name: string }[];
  /** An agency's working time: its own hours, or its parent's. */
  readonly calendarOf: (agencyId: string) => WorkingCalendar;
  /** Published versions never change: each is asked for once. @throws RangeError when there is no such version */
  readonly versionOf: (procedureId: string, version: number) => Promise<PublishedVersion>;
};

/** Due times reach so far; years without a decision are computed and marked as provisional. */
const yearsAhead = 2;

/** How long an import by another process may go unnoticed. */
const staleAfterMs = 10_000;

type Remembered = { stamp: string | undefined; checkedAt: number; reference: Promise<Reference> };

const remembered = new WeakMap<Db, Remembered>();

/** The reference data of this house; what an import of another process changed is seen within ten seconds. */
export async function referenceOf(house: House): Promise<Reference> {
  const now = house.now().getTime();
  const known = remembered.get(house.db);
  if (known && Math.abs(now - known.checkedAt) < staleAfterMs) return known.reference;

  if (known) known.checkedAt = now;
  const stamp = await findReferenceStamp(house.db);
  if (known && known.stamp === stamp) return known.reference;

  const reference = loadReference(house.db, stamp ?? '', house.now());
  remembered.set(house.db, { stamp, checkedAt: now, reference });
  reference.catch(() => forgetReference(house));
  return reference;
}

/** After an import in this process. */
export function forgetReference(house: House): void {
  remembered.delete(house.db);
}

async function loadReference(db: Db, stamp: string, now: Date): Promise<Reference> {
  const agencies = await listAgencies(db);
  const units = await listUnits(db);
  const officers = await listOfficers(db);
  const fields = await listFields(db);
  const facts = throughYear(await loadCalendarFacts(db), yearOf(dayOf(now)) + yearsAhead);

  const agencyOf = known(new Map(agencies.map((agency) => [agency.agencyId, agency])), 'agency');
  const agenciesAbove = (agencyId: string): string[] => {
    const { parentId } = agencyOf(agencyId);
    return parentId === null ? [] : [parentId, ...agenciesAbove(parentId)];
  };
  const above = new Map(agencies.map(({ agencyId }) => [agencyId, agenciesAbove(agencyId)]));
  const unitIds = new Map(units.map(({ agencyId, kind, unitId }) => [`${agencyId} ${kind}`, unitId]));
  const names = new Map(officers.map(({ officerId, name }) => [officerId, name]));
  const held = new Set(
    officers.flatMap(({ officerId, assignments }) => assignments.map(({ unitId, role }) => `${officerId} ${unitId} ${role}`)),
  );
  const calendars = new Map<string, WorkingCalendar>();
  const calendarOf = (agencyId: string): WorkingCalendar => {
    const kept = calendars.get(agencyId);
    if (kept) return kept;
    const { hours, parentId } = agencyOf(agencyId);
    const calendar = hours || parentId === null ? compileCalendar(facts, hours ?? defaultHours) : calendarOf(parentId);
    calendars.set(agencyId, calendar);
    return calendar;
  };
  const versions = new Map<string, Promise<PublishedVersion>>();

  return {
    stamp,
    agencies,
    units,
    officers,
    fields,
    agencyOf,
    agenciesAbove: (agencyId) => above.get(agencyId) ?? [],
    unitOf: (agencyId, kind) => unitIds.get(`${agencyId} ${kind}`),
    officerNameOf: (officerId) => names.get(officerId) ?? null,
    mayHold: (officerId, unitId, role) => held.has(`${officerId} ${unitId} ${role}`),
    holdersOf: (unitId, role) =>
      officers.filter(({ officerId }) => held.has(`${officerId} ${unitId} ${role}`)).map(({ officerId, name }) => ({ officerId, name })),
    calendarOf,
    versionOf(procedureId, version) {
      const key = `${procedureId} ${version}`;
      const kept = versions.get(key) ?? loadVersion(db, procedureId, version);
      versions.set(key, kept);
      kept.catch(() => versions.delete(key));
      return kept;
    },
  };
}

async function loadVersion(db: Db, procedureId: string, version: number): Promise<PublishedVersion> {
  const found = await findProcedureVersion(db, procedureId, version);
  if (!found) throw new RangeError(`There is no version ${version} of ${procedureId}`);
  return found;
}

function known<Value>(values: ReadonlyMap<string, Value>, what: string): (id: string) => Value {
  return (id) => {
    const value = values.get(id);
    if (value === undefined) throw new RangeError(`There is no ${what} ${id}`);
    return value;
  };
}
