import { mayDo } from '#domain/access/access.ts';
import type { Officer } from '#domain/access/actor.ts';
import { dueInShort } from '#domain/calendar/explain.ts';
import { workingMinutesBetween } from '#domain/calendar/working-calendar.ts';
import { checkForm, type Faults } from '#domain/form/check.ts';
import { checkConditions, type PublishProblem } from '#domain/form/check-publishable.ts';
import { type ConditionDoubt, conditionDoubts } from '#domain/form/condition-doubts.ts';
import { questionsRead } from '#domain/form/condition-questions.ts';
import type { Answers, FormPage, Question } from '#domain/form/form.ts';
import { isRefusal, type Refusal } from '#domain/refusal.ts';
import type { StoredDrawing } from '#domain/workflow/drawing.ts';
import type { LaneNames } from '#domain/workflow/edit-tasks.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import { readBpmn } from '#domain/workflow/read-bpmn.ts';
import { drawnAs } from '#domain/workflow/read-drawing.ts';
import { checkSoundness } from '#domain/workflow/soundness.ts';
import { type Trial, type TriedMove, tryOut } from '#domain/workflow/try-out.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { House } from '#server/house.ts';
import { findWorkflowDraft } from '#server/store/workflow-drafts.ts';
import { listReceivers } from './list-receivers.ts';
import { documentOf, publishPlaceOf } from './read-workflow-draft.ts';
import { referenceOf } from './reference.ts';
import { givenBy } from './submit-dossier.ts';

export type WorkflowTried = {
  readonly newest: PublishedVersion;
  readonly workflow: Workflow;
  readonly drawing: StoredDrawing | undefined;
  readonly startAt: Date;
  readonly dueAt: Date;
  /** The due time touches a year whose days off are not decided yet. */
  readonly provisional: boolean;
  /** Null when the workflow is not proved sound: a dossier could not be led along it. */
  readonly trial: Trial | null;
  /** What stands against it, or of its conditions. */
  readonly problems: readonly PublishProblem[];
  readonly doubts: readonly ConditionDoubt[];
  /** What its conditions read, what was answered, and what is wrong with that. */
  readonly questions: readonly Question[];
  readonly answers: Answers;
  readonly faults: Faults;
  /** What the conditions give, by their flows. */
  readonly given: Readonly<Record<string, boolean>>;
};

/** How far it is walked, and what the applicant who is none answers to these questions. */
export type TrialAsked = {
  readonly procedureId: string;
  readonly moves: readonly TriedMove[];
  answersTo(questions: readonly Question[]): Answers;
};

/**
 * An officer walks a dossier that is none along the draft, handed in now where the procedure is received. What its conditions read he
 * answers as an applicant would; they are decided as those of every dossier are. Nothing is stored.
 */
export async function tryWorkflow(
  house: House,
  officer: Officer,
  { procedureId, moves, answersTo }: TrialAsked,
  names: LaneNames,
): Promise<WorkflowTried | Refusal | undefined> {
  const by = mayDo(officer, 'draft workflow');
  if (isRefusal(by)) return by;
  const place = await publishPlaceOf(house, procedureId);
  if (!place) return undefined;
  const { newest, form, places } = place;
  const file = await readBpmn(await documentOf(house.db, newest, await findWorkflowDraft(house.db, procedureId), names));
  if (!('workflow' in file)) return undefined;

  const drawn = drawnAs(file);
  const { workflow } = drawn;
  const [receiver] = await listReceivers(house, newest);
  const { calendarOf } = await referenceOf(house);
  const calendar = calendarOf(receiver?.agencyId ?? newest.decidingAgencyId ?? places.agencies[0]?.agencyId ?? '');
  const startAt = house.now();
  const { dueAt, provisional } = dueInShort({ receivedAt: startAt, time: newest.committedTime, rule: newest.dueRule }, calendar);

  const questions = form ? questionsRead(workflow, form) : [];
  const answers = answersTo(questions);
  const { given = {} } = form ? await givenBy(house, { ...newest, workflow }, form, answers) : {};
  const read = { questions, answers, given, faults: form ? checkForm({ ...form, pages: [pageOf(questions)] }, answers, startAt) : {} };

  const soundness = checkSoundness(workflow);
  const seen = { newest, ...drawn, startAt, dueAt, provisional, ...read, doubts: conditionDoubts(workflow, form) };
  if (soundness.verdict !== 'sound') return { ...seen, trial: null, problems: soundness.verdict === 'unsound' ? soundness.problems : [] };
  const totalMinutes = workingMinutesBetween(startAt, dueAt, calendar);
  const trial = tryOut(workflow, moves, { startAt, totalMinutes, calendar, given });
  return { ...seen, trial, problems: checkConditions(workflow, form) };
}

function pageOf(questions: readonly Question[]): FormPage {
  return { pageId: 'conditions', title: '', intro: null, questions };
}
