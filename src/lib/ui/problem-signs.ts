import type { PublishProblem } from '#domain/form/check-publishable.ts';
import type { Workflow } from '#domain/workflow/workflow.ts';
import type { DiagramSign } from './WorkflowDiagram.svelte';

/** Signs for what stands against publishing: each place of a problem, and the way that leads to the chosen one. */
export function problemSigns(
  { flows }: Workflow,
  problems: readonly PublishProblem[],
  chosen: PublishProblem | undefined,
): ReadonlyMap<string, DiagramSign> {
  const way = new Set(wayTo(chosen));
  if (chosen && way.size > 0) way.add(chosen.element);
  const onWay = flows.flatMap(({ id, from, to }) => (way.has(from) && way.has(to) ? [id] : []));
  return new Map([
    ...[...way, ...onWay].map((id): [string, DiagramSign] => [id, 'way']),
    ...problems.map(({ element }): [string, DiagramSign] => [element, 'wrong']),
  ]);
}

/** The nodes that fire on the way to a problem; none where it needs no way to be seen. */
export function wayTo(problem: PublishProblem | undefined): readonly string[] {
  return problem && 'path' in problem ? problem.path : [];
}
