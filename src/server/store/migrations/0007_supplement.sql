-- Files of a supplement that is not sent yet: each is kept at once, so that one that fails loses none of the others.
-- Ground: design.md §5 and §13.

create table supplement_file (
  dossier_id   uuid not null references dossier,
  component_no int  not null,
  digest       text not null references file,
  name         text not null,
  sent_at      timestamptz not null,
  primary key (dossier_id, component_no, digest)
);
create index supplement_file_by_digest on supplement_file (digest);
comment on table supplement_file is 'What an applicant has laid ready for a supplement; gone once it is handed in, and then in the history.';

grant select, insert, delete on supplement_file to motcua_app;

-- How long a step of a procedure usually takes is asked of its latest dossiers.
create index dossier_of_procedure on dossier (procedure_id, submitted_at desc);
