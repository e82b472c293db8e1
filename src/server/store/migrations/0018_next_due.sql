-- A work list sorts by what is owed next: the answer to what is not received yet; nothing, once the result is there.
-- Ground: issue 5 (an officer's work list).
update task
   set due_at = case when state = 'submitted' then planned_at end
 where done_at is null and state in ('submitted', 'result ready', 'refused');

comment on column task.due_at is 'When the dossier owes something next, its answer or its result, kept here so that a work list reads one index; null while the clock stands still or has ended.';
