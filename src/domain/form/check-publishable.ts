import type { Places } from '#domain/procedure/check-version.ts';
import { receiversOf } from '#domain/procedure/receivers.ts';
import { placeOf, type Step, stepActs } from '#domain/procedure/step.ts';
import { readingsOf, unreadableFrom } from '#domain/workflow/condition.ts';
import { type DrawingProblem, drawingProblems } from '#domain/workflow/drawing-problems.ts';
import { drawnSteps } from '#domain/workflow/drawn-steps.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { Untold } from '#domain/workflow/step-table.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { Form } from './form.ts';

/** What stands against publishing a version with its drawing, and where. */
export type PublishProblem =
  | DrawingProblem
  | { readonly kind: 'task-untold'; readonly element: string; readonly reason: Untold['reason'] }
  | { readonly kind: 'steps-differ'; readonly element: string }
  | { readonly kind: 'shares-not-100'; readonly element: string; readonly sum: number }
  | { readonly kind: 'agency-unknown'; readonly element: string; readonly agency: string }
  | { readonly kind: 'unit-missing'; readonly element: string; readonly agency: string; readonly unit: string }
  | { readonly kind: 'act-unknown'; readonly element: string; readonly act: string }
  /** `at`: from which of its signs on a condition cannot be read, counted from 0. */
  | { readonly kind: 'condition-unreadable'; readonly element: string; readonly at: number }
  | { readonly kind: 'condition-reads-unasked'; readonly element: string; readonly at: number; readonly name: string };

/**
 * Whether dossiers can be led along a version's drawing, by everybody's rules: import and editor ask this one.
 *
 * Sound and within what can be led (`drawingProblems`); every task a step of a unit that exists, their shares the whole;
 * every condition readable, and reading only what the form asks.
 *
 * @param form the one that the version names; null: conditions read nothing
 * @returns all that stands against it; nothing for a version without a drawing
 */
export function checkPublishable(version: PublishedVersion, form: Form | null, places: Places): readonly PublishProblem[] {
  const { workflow } = version;
  if (!workflow) return [];
  return [...drawingProblems(workflow), ...checkConditions(workflow, form), ...checkTasks(version, workflow, places)];
}

function checkTasks(version: PublishedVersion, workflow: Workflow, places: Places): readonly PublishProblem[] {
  const steps = drawnSteps(workflow);
  if ('untold' in steps) return steps.untold.map(({ reason, element }) => ({ kind: 'task-untold', element, reason }));
  const sum = steps.reduce((tenths, { sharePct }) => tenths + Math.round(sharePct * 10), 0) / 10;
  return [
    ...(sum === 100 ? [] : [{ kind: 'shares-not-100', element: workflow.id, sum } as const]),
    ...steps.flatMap((step) => [...checkPlace(version, step, places), ...checkActs(step)]),
    ...(isSame(steps, version.steps) ? [] : [{ kind: 'steps-differ', element: workflow.id } as const]),
  ];
}

function checkPlace(
  version: PublishedVersion,
  { agency, kind, nodeId = '' }: Step,
  { agencies, units }: Places,
): readonly PublishProblem[] {
  const doers = agency === 'receiving' ? receiversOf(version, agencies).map(({ agencyId }) => agencyId) : [agency];
  const { unit } = placeOf(kind);
  return doers.flatMap((doer): PublishProblem[] => {
    if (!agencies.some(({ agencyId }) => agencyId === doer)) return [{ kind: 'agency-unknown', element: nodeId, agency: doer }];
    const hasUnit = units.some((one) => one.agencyId === doer && one.kind === unit);
    return hasUnit ? [] : [{ kind: 'unit-missing', element: nodeId, agency: doer, unit }];
  });
}

function checkActs({ nodeId = '', acts = [] }: Step): readonly PublishProblem[] {
  const known: readonly string[] = stepActs;
  return acts.filter((act) => !known.includes(act)).map((act) => ({ kind: 'act-unknown', element: nodeId, act }));
}

function isSame(drawn: readonly Step[], steps: readonly Step[]): boolean {
  return (
    drawn.length === steps.length &&
    drawn.every((step, at) => {
      const other = steps[at];
      return other !== undefined && step.nodeId === other.nodeId && step.no === other.no && isSaidSame(step, other);
    })
  );
}

/** Whether two steps say the same, wherever they stand and have it from. */
export function isSaidSame(one: Step, other: Step): boolean {
  return saidBy(one) === saidBy(other);
}

function saidBy({ name, kind, agency, sharePct, form, paper, acts }: Step): string {
  return JSON.stringify([name, kind, agency, sharePct, form, paper, acts]);
}

/** Whether every condition can be read, and reads only what the form asks. */
export function checkConditions({ flows }: Workflow, form: Form | null): readonly PublishProblem[] {
  const asked = form?.pages.flatMap(({ questions }) => questions.map(({ questionId }) => questionId)) ?? [];
  return flows.flatMap(({ id: element, condition }): PublishProblem[] => {
    if (condition === null) return [];
    const at = unreadableFrom(condition);
    if (at !== null) return [{ kind: 'condition-unreadable', element, at }];
    return readingsOf(condition, asked)
      .filter(({ name }) => !asked.includes(name))
      .map(({ name, from }) => ({ kind: 'condition-reads-unasked', element, at: from, name }));
  });
}
