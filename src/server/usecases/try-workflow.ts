import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { dueInstant } from '#domain/calendar/due.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import type { Unsound } from '#domain/workflow/findings.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { checkSoundness } from '#domain/workflow/soundness.ts';
import { type Trial, type TriedMove, tryOut } from '#domain/workflow/try-out.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { House } from '#server/house.ts';
import { findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { listReceivers } from './list-receivers.ts';
import { documentOf, publishPlaceOf } from './read-workflow-draft.ts';
import { referenceOf } from './reference.ts';

export type WorkflowTried = {
  readonly newest: PublishedVersion;
  readonly workflow: Workflow;
  readonly startAt: Date;
  readonly dueAt: Date;
  /** Null when the workflow is not proved sound: a dossier could not be led along it. */
  readonly trial: Trial | null;
  readonly problems: readonly Unsound[];
};

/** An officer walks a dossier that is none along the draft, handed in now where the procedure is received. Nothing is stored. */
export async function tryWorkflow(
  house: House,
  officer: Officer,
  { procedureId, moves }: { readonly procedureId: string; readonly moves: readonly TriedMove[] },
  names: LaneNames,
): Promise<WorkflowTried | Refusal | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const place = await publishPlaceOf(house, procedureId);
  if (!place) return undefined;
  const { newest, places } = place;
  const read = await readBpmn(await documentOf(house.db, newest, await findWorkflowDraft(house.db, procedureId), names));
  if (!('workflow' in read)) return undefined;

  const { workflow } = read;
  const [receiver] = await listReceivers(house, newest);
  const { calendarOf } = await referenceOf(house);
  const calendar = calendarOf(receiver?.agencyId ?? newest.decidingAgencyId ?? places.agencies[0]?.agencyId ?? '');
  const startAt = house.now();
  const dueAt = dueInstant({ receivedAt: startAt, time: newest.committedTime, rule: newest.dueRule }, calendar);

  const soundness = checkSoundness(workflow);
  const seen = { newest, workflow, startAt, dueAt };
  if (soundness.verdict !== 'sound') return { ...seen, trial: null, problems: soundness.verdict === 'unsound' ? soundness.problems : [] };
  const totalMinutes = workingMinutesBetween(startAt, dueAt, calendar);
  return { ...seen, trial: tryOut(workflow, moves, { startAt, totalMinutes, calendar }), problems: [] };
}
