-- The same content under two names is two files of a component: who sends two finds both, each by its own name.
-- Ground: domain.md §6 (the list of what was handed in). Sent twice under one name, as over a bad line, it stays one.
alter table draft_file
  drop constraint draft_file_pkey,
  add constraint draft_file_pkey primary key (draft_id, component_no, digest, name);
comment on table draft_file is 'Files sent for a component; the same file sent twice under one name is one.';

alter table supplement_file
  drop constraint supplement_file_pkey,
  add constraint supplement_file_pkey primary key (dossier_id, component_no, digest, name);
