import type { Day } from '#domain/calendar/day.ts';
import type { Places } from '#domain/procedure/check-version.ts';
import { type Refusal, refuse } from '#domain/refusal.ts';
import { drawnSteps } from '#domain/workflow/drawn-steps.ts';
import type { PublishedVersion } from '#domain/workflow/published-version.ts';
import type { Drawn } from '#domain/workflow/read-drawing.ts';
import { nodeOfStep, stepOf } from '#domain/workflow/step-table.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import { checkPublishable, isSaidSame, type PublishProblem } from './check-publishable.ts';
import type { Form } from './form.ts';

/** What an officer says when he publishes a workflow: from when it is in force, and by which decision. */
export type Publication = { readonly inForceFrom: Day; readonly ground: string };

/** What stands at the moment of publishing. */
export type PublishFacts = { readonly form: Form | null; readonly places: Places; readonly today: Day };

/** The version before, with its end, and the one that follows; or all that stands against it. */
export type Publishing =
  | { readonly ended: PublishedVersion; readonly next: PublishedVersion }
  | { readonly problems: readonly PublishProblem[] }
  | Refusal;

/**
 * Publishes a workflow as the next version of its procedure. The version before ends on the day on which the new one begins; dossiers
 * that were handed in under it stay on it. All else that the version says stays as it is.
 *
 * @returns a refusal: `reason-missing` without a decision, `in-force-too-early` when the day is past or not after the beginning of
 *   the version before
 */
export function publishWorkflow(
  newest: PublishedVersion,
  { workflow, drawing }: Drawn,
  publication: Publication,
  facts: PublishFacts,
): Publishing {
  const { inForceFrom, ground } = publication;
  const { drawing: _, ...said } = versionWith(newest, workflow, ground);
  const next = { ...said, ...(drawing ? { drawing } : {}), version: newest.version + 1, ground, inForceFrom, inForceUntil: null };
  const problems = checkPublishable(next, facts.form, facts.places);
  if (problems.length > 0) return { problems };
  if (ground === '') return refuse('reason-missing');
  if (inForceFrom < facts.today || inForceFrom <= newest.inForceFrom) return refuse('in-force-too-early');
  return { ended: { ...newest, inForceUntil: inForceFrom }, next };
}

/**
 * A version as it would be with this workflow: the workflow's tasks are its steps, as far as they can be told as such.
 *
 * @param ground where a task has its place and share from that says other than in the version before, or is new and says nothing of it
 */
export function versionWith(version: PublishedVersion, drawn: Workflow, ground = version.source): PublishedVersion {
  const before = new Map(version.steps.map((step) => [step.nodeId ?? nodeOfStep(step.no), step]));
  const provenance = { stated: true, source: ground };
  const nodes = drawn.nodes.map((node) => {
    if (node.kind !== 'task') return node;
    const [step, was] = [stepOf({ ...node, provenance }, drawn.lanes, 0), before.get(node.id)];
    if (!was) return { ...node, provenance: node.provenance ?? provenance };
    return { ...node, provenance: 'kind' in step && isSaidSame(step, was) ? was.provenance : provenance };
  });
  const workflow = { ...drawn, nodes };
  const steps = drawnSteps(workflow);
  return { ...version, workflow, steps: 'untold' in steps ? version.steps : steps };
}
