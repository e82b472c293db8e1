-- Forms, applications that are still being filled in, and the files that are kept by their content.
-- Ground: design.md §5. A draft is not a dossier: it has no history, may be changed and dies after 30 days without a change.

create table form_version (
  form_id     text not null,
  version     int  not null constraint version_from_one check (version > 0),
  document    jsonb not null,
  primary key (form_id, version)
);
comment on table  form_version is 'Every version of a form that was ever published, whole in document; a draft stays on the one it was begun with.';
comment on column form_version.document is 'The form as src/domain/form/form.ts has it.';

create table file (
  digest      text primary key constraint digest_is_sha256 check (digest ~ '^[0-9a-f]{64}$'),
  size_bytes  int  not null constraint file_not_empty check (size_bytes > 0),
  media_type  text not null,
  pages       int  not null constraint pages_from_one check (pages > 0),
  held        boolean not null,
  kept_at     timestamptz not null
);
comment on table  file is 'Every file that is kept, by the SHA-256 of its content. The row is written before the file has its name.';
comment on column file.held is 'A dossier, a paper or a feedback refers to it: it is never swept. Otherwise it lives as long as a draft names it.';
comment on column file.kept_at is 'When this content arrived last; what has just arrived is not swept.';

create table draft (
  draft_id    uuid primary key,
  token_hash  text not null unique constraint token_hash_is_sha256 check (token_hash ~ '^[0-9a-f]{64}$'),
  procedure_id text not null,
  procedure_version int not null,
  foreign key (procedure_id, procedure_version) references procedure_version,
  receiving_agency_id text not null references agency,
  form_id     text not null,
  form_version int not null,
  foreign key (form_id, form_version) references form_version,
  answers     jsonb not null,
  command_id  uuid not null,
  created_at  timestamptz not null,
  touched_at  timestamptz not null,
  submitted_as text
);
create index draft_by_age on draft (touched_at);
comment on table  draft is 'An application that is being filled in, opened by whoever has its link.';
comment on column draft.token_hash is 'SHA-256 of the secret in the link; the secret itself is nowhere.';
comment on column draft.answers is 'Question → what was typed, also what is wrong or no longer asked.';
comment on column draft.command_id is 'Under this id it is submitted, so that it becomes one dossier however often it is sent.';
comment on column draft.submitted_as is 'Code of the dossier that it became; null until it is submitted. From then on it changes no more.';

create table draft_file (
  draft_id     uuid not null references draft on delete cascade,
  component_no int  not null,
  digest       text not null references file,
  name         text not null,
  sent_at      timestamptz not null,
  primary key (draft_id, component_no, digest)
);
create index draft_file_by_digest on draft_file (digest);
comment on table draft_file is 'Files sent for a component; the same file sent twice is one.';

grant select, insert, update, delete on draft, file to motcua_app;
grant select, insert, delete         on draft_file to motcua_app;
grant select, insert                 on form_version to motcua_app;
