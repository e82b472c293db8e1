import type { Actor, Role } from '#domain/access/actor.ts';
import type { WorkingCalendar } from '#domain/calendar/working-calendar.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';

/** What a decision may know besides the dossier and the request. */
export type Facts = {
  readonly now: Date;
  readonly by: Actor;
  readonly calendarOf: (agencyId: string) => WorkingCalendar;
  /** The version of the procedure that the dossier stays on. */
  readonly version: PublishedVersion;
  /** Whether this officer holds this role in this unit, so that a task may be given to him. */
  readonly mayHold: (officerId: string, unitId: string, role: Role) => boolean;
};
