import type { Role } from '#domain/access/actor.ts';
import { type Due, explain } from '#domain/calendar/explain.ts';
import { receivedAfter, submissionAfter } from '#domain/dossier/correct.ts';
import type { Dossier, Task } from '#domain/dossier/dossier.ts';
import type { DossierEvent, Submission } from '#domain/dossier/events.ts';
import { replay } from '#domain/dossier/evolve.ts';
import type { Recorded } from '#domain/dossier/history.ts';
import { noteLines } from '#domain/dossier/note.ts';
import type { ProcedureVersion } from '#domain/procedure/procedure.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { House } from '#server/house.ts';
import { type FileRow, listFiles } from '#server/store/files.ts';
import { type Reference, referenceOf } from './reference.ts';

/** One thing that happened, as pages show it. */
export type HistoryLine = {
  readonly version: number;
  readonly type: DossierEvent['type'];
  readonly at: Date;
  readonly role: Role;
  readonly agencyId: string;
  readonly agencyName: string;
  /** Null for a citizen and for what happens by itself. */
  readonly officerName: string | null;
  /** In whose place he acted, who was absent. */
  readonly inPlaceOf: string | null;
  /** Where it went, for what moves it: the step that begins. */
  readonly stepName: string | null;
  readonly notes: readonly string[];
};

/** A component with what was handed in for it. */
export type ComponentView = ProcedureVersion['components'][number] & {
  readonly files: readonly FileView[];
  readonly checked: { readonly originals: number; readonly copies: number; readonly inOrder: boolean } | null;
};

export type FileView = {
  /** Which of all that was handed in, counted from 1: two can have the same content. */
  readonly no: number;
  readonly name: string;
  readonly digest: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly pages: number;
};

/** A dossier with all that its pages show, for officers and for its holder; who may see what of it is their business. */
export type DossierView = {
  readonly dossierId: string;
  readonly dossier: Dossier;
  readonly version: PublishedVersion;
  readonly receivingAgencyName: string;
  /** Null once the sealed parts are wiped. */
  readonly submission: Submission | null;
  readonly components: readonly ComponentView[];
  readonly lines: readonly HistoryLine[];
  /** Why it is owed when it is; null before receipt. */
  readonly due: Due | null;
  readonly lastHash: string;
};

/** Puts together what a history says. @param files what is known of the files that it names; asked for when it is not handed in */
export async function viewOf(house: House, history: readonly Recorded[], files?: readonly FileRow[]): Promise<DossierView> {
  const reference = await referenceOf(house);
  const events = history.map(({ event }) => event);
  const dossier = replay(events);
  const version = await reference.versionOf(dossier.procedureId, dossier.procedureVersion);
  return {
    dossierId: history[0]?.dossierId ?? '',
    dossier,
    version,
    receivingAgencyName: reference.agencyOf(dossier.receivingAgencyId).name,
    submission: submissionAfter(events),
    components: componentsOf(version, events, files ?? (await filesOf(house, history))),
    lines: history.map((recorded) => lineOf(recorded, dossier, reference)),
    due: dueOf(dossier, house.now(), reference),
    lastHash: history.at(-1)?.hash ?? '',
  };
}

/** The due time with its explanation. A wait that still lasts counts up to now, so that one sees what it has moved so far. */
export function dueOf(
  { receivedAt, receivingAgencyId, promised, waits }: Dossier,
  now: Date,
  { calendarOf }: Pick<Reference, 'calendarOf'>,
): Due | null {
  if (!receivedAt) return null;
  const soFar = waits.map((wait) => ({ ...wait, untilAt: wait.untilAt ?? now }));
  return explain({ receivedAt, ...promised, waits: soFar }, calendarOf(receivingAgencyId));
}

/** What is known of the files that a history names. */
export function filesOf({ db }: House, history: readonly Recorded[]): Promise<FileRow[]> {
  const handedIn = history.flatMap(({ event }) => handedInBy(event));
  return listFiles(db, [...new Set(handedIn.map(({ digest }) => digest))]);
}

function handedInBy(event: DossierEvent) {
  if (event.type !== 'submitted' && event.type !== 'supplement given') return [];
  return event.files.map((file, i) => ({ ...file, name: event.sealed?.fileNames[i] ?? '' }));
}

function componentsOf(version: ProcedureVersion, events: readonly DossierEvent[], files: readonly FileRow[]): ComponentView[] {
  const handedIn = events.flatMap(handedInBy).map((file, at) => ({ ...file, no: at + 1 }));
  const kept = new Map(files.map((file) => [file.digest, file]));
  const received = receivedAfter(events);
  return version.components.map((component) => ({
    ...component,
    files: handedIn
      .filter(({ componentNo }) => componentNo === component.no)
      .flatMap(({ no, name, digest }) => {
        const file = kept.get(digest);
        return file ? [{ ...file, no, name }] : [];
      }),
    checked: received?.components.find(({ no }) => no === component.no) ?? null,
  }));
}

/** Steps that an event opened; on a way of one step after the other, the one at which it left the dossier. */
function openedBy(event: DossierEvent): readonly number[] {
  if (!('task' in event)) return [];
  const { at, task } = event;
  const beside: readonly Task[] | undefined = 'beside' in event ? event.beside : undefined;
  const open = [...(task ? [task] : []), ...(beside ?? [])];
  return open.filter(({ openedAt }) => !beside || openedAt.getTime() === at.getTime()).map(({ stepNo }) => stepNo);
}

function lineOf({ version, by, event }: Recorded, { plan }: Dossier, reference: Reference): HistoryLine {
  const opened = openedBy(event);
  return {
    version,
    type: event.type,
    at: event.at,
    role: by.role,
    agencyId: by.agencyId,
    agencyName: by.agencyId && reference.agencyOf(by.agencyId).shortName,
    officerName: by.role === 'citizen' || by.role === 'system' ? null : reference.officerNameOf(by.personId),
    inPlaceOf: event.inPlaceOf ? reference.officerNameOf(event.inPlaceOf.officerId) : null,
    stepName:
      plan
        .filter(({ no }) => opened.includes(no))
        .map(({ name }) => name)
        .join('; ') || null,
    notes: 'told' in event ? event.told.map((officerId) => reference.officerNameOf(officerId) ?? '') : noteLines(event),
  };
}
