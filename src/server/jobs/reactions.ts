import { owed } from '#domain/dossier/owed.ts';
import { isTold } from '#domain/dossier/told.ts';
import type { House } from '#server/house.ts';
import { issuing } from '#server/usecases/issuing.ts';
import type { NewJob, OwingEvent } from '#server/usecases/relay-outbox.ts';
import { remindOfficers } from '#server/usecases/remind-officers.ts';
import { tellCitizen } from '#server/usecases/tell-citizen.ts';

/** Does one thing that an event owes. May be called again: it has one effect. */
type Reaction = (house: House, code: string, version: number) => Promise<unknown>;

const telling = 'tell citizen';
const reminding = 'remind officers';

/** Every reaction by the name of its job. What an event owes stands in `owed`. */
export const reactions: Readonly<Record<string, Reaction>> = {
  ...Object.fromEntries(Object.entries(issuing).map(([kind, issue]) => [taskOf(kind), issue])),
  [telling]: tellCitizen,
  [reminding]: remindOfficers,
};

/** The jobs that an event owes, each by a key of its own, so that one that fails holds up no other. */
export function jobsOf({ dossierId, code, version, type, channel }: OwingEvent): readonly NewJob[] {
  const { paper, reminder } = owed[type];
  const tasks = [...(paper ? [taskOf(paper)] : []), ...(isTold(type, channel) ? [telling] : []), ...(reminder ? [reminding] : [])];
  return tasks.map((task) => ({ task, key: `${dossierId}:${version}:${task}`, payload: { code, version } }));
}

function taskOf(kind: string): string {
  return `issue ${kind}`;
}
