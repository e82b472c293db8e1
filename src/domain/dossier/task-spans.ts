import { openTasks } from './branches.ts';
import type { Dossier, Task } from './dossier.ts';
import type { DossierEvent } from './events.ts';
import { born, evolve } from './evolve.ts';

/** A task from the event that opened it to the one that ended it; by their position in the history. */
export type TaskSpan = {
  /** As it stood last. */
  readonly task: Task;
  readonly openedBy: number;
  /** Null while it is open. */
  readonly endedBy: number | null;
};

/** Every task that a dossier had, in the order in which they were opened; on ways that branch several lie beside each other. */
export function taskSpans(events: readonly DossierEvent[]): readonly TaskSpan[] {
  const spans = new Map<number, TaskSpan>();
  let dossier: Dossier | undefined;
  for (const [at, event] of events.entries()) {
    dossier = dossier ? evolve(dossier, event) : event.type === 'submitted' ? born(event) : undefined;
    if (!dossier) throw new Error('A history begins with a submission');
    const open = new Map(openTasks(dossier).map((task) => [task.no, task]));
    for (const [no, span] of spans) if (span.endedBy === null && !open.has(no)) spans.set(no, { ...span, endedBy: at });
    for (const [no, task] of open) spans.set(no, { openedBy: spans.get(no)?.openedBy ?? at, task, endedBy: null });
  }
  return [...spans.values()];
}
