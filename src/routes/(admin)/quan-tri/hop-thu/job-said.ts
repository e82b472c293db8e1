import type { Words } from '#lib/words/words.ts';

/** What a job does, in words; one that no longer exists is called by its own name. */
export function jobSaid(task: string, { outbox, jobName, paper }: Words): string {
  const kind = task.replace(/^issue /, '');
  if (kind !== task && isOne(paper, kind)) return outbox.jobIssues({ paper: paper[kind] });
  return isOne(jobName, task) ? jobName[task] : task;
}

function isOne<Named extends object>(named: Named, key: string): key is string & keyof Named {
  return Object.hasOwn(named, key);
}
