-- What is closed can be opened again, and its next task goes on counting: rows that were closed before say how far they had come.
update dossier d
   set standing = d.standing || jsonb_build_object('lastTaskNo', (select max(t.no) from task t where t.dossier_id = d.dossier_id))
 where d.closed_at is not null;
