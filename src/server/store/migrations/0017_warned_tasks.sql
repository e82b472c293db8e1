-- What time said of a dossier's due time is said once at each open task: of several that are open at once each is warned of.
-- Ground: issue 5 (timers). Rows that are older knew the time alone; it was said at the task that was open then.
update dossier d
   set standing = d.standing - 'warnedOfAt' - 'reportedOfAt'
     || case when d.standing ? 'warnedOfAt' then jsonb_build_object('warned', jsonb_build_object(
          'dueAt', d.standing -> 'warnedOfAt', 'taskNos', (
            select coalesce(jsonb_agg(distinct t.no), '[]') from dossier_event e join task t on t.dossier_id = e.dossier_id
             where e.dossier_id = d.dossier_id and e.type = 'due time warned' and e.data -> 'dueAt' = d.standing -> 'warnedOfAt'
               and t.opened_at <= e.at and coalesce(t.done_at, 'infinity') > e.at))) else '{}' end
     || case when d.standing ? 'reportedOfAt' then jsonb_build_object('reported', jsonb_build_object(
          'dueAt', d.standing -> 'reportedOfAt', 'taskNos', (
            select coalesce(jsonb_agg(distinct t.no), '[]') from dossier_event e join task t on t.dossier_id = e.dossier_id
             where e.dossier_id = d.dossier_id and e.type = 'lateness reported' and e.data -> 'dueAt' = d.standing -> 'reportedOfAt'
               and t.opened_at <= e.at and coalesce(t.done_at, 'infinity') > e.at))) else '{}' end
 where d.standing ?| array['warnedOfAt', 'reportedOfAt'];
