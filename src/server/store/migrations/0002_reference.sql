-- What dossiers refer to: who there is, what is published, which days are worked.
-- Ground: domain.md §2 (who does what), §3 (a procedure and its version), §5 (time). Small, read by everyone, written by an import.
-- A published version is never changed: a dossier stays for ever on the one it was received under.

create table agency (
  agency_id   text primary key,
  parent_id   text references agency,
  kind        text not null constraint agency_kind_known check (kind in ('people’s committee', 'department', 'centre', 'vertical body')),
  level       text not null constraint agency_level_known check (level in ('province', 'district', 'commune')),
  name        text not null,
  short_name  text not null,
  identifiers jsonb not null,
  address     text not null,
  phone       text not null,
  hours       jsonb,
  source      text not null,
  position    int  not null
);
comment on table  agency is 'The tree of bodies: province, city, departments, wards and communes, vertical bodies.';
comment on column agency.identifiers is 'Rule set → identifier that dossier codes begin with.';
comment on column agency.hours is 'Weekday (1 is Monday) → spans in minutes since midnight; null: the parent''s hours.';
comment on column agency.source is 'Where it comes from, or that it is assumed.';
comment on column agency.position is 'Place in lists.';

create table unit (
  unit_id     text primary key,
  agency_id   text not null references agency,
  kind        text not null constraint unit_kind_known check (kind in ('one-stop', 'professional', 'leadership', 'clerical')),
  name        text not null,
  constraint one_unit_of_a_kind unique (agency_id, kind)
);
comment on table unit is 'A part of an agency that holds tasks; a step of a workflow finds it by its kind.';

create table officer (
  officer_id  uuid primary key,
  name        text not null,
  title       text not null,
  made_up     boolean not null
);
comment on table  officer is 'Members of staff; histories name officer_id.';
comment on column officer.made_up is 'A name that was invented for a demonstration.';

create table assignment (
  officer_id  uuid not null references officer,
  agency_id   text not null references agency,
  unit_id     text not null references unit,
  role        text not null,
  counter     text,
  primary key (officer_id, unit_id, role)
);
create index assignment_of_unit on assignment (unit_id, role);
comment on table  assignment is 'Which roles somebody holds in which units. What was done under one that ended stays in the histories.';
comment on column assignment.counter is 'Desk at which a receiving officer sits.';

create table field (
  field_id    text primary key,
  name        text not null unique,
  position    int  not null
);
comment on table field is 'Subjects that procedures belong to.';

create table procedure (
  procedure_id text primary key,
  code         text,
  level        text not null constraint procedure_level_known check (level in ('province', 'district', 'commune')),
  constraint code_once_a_level unique (code, level)
);
comment on table  procedure is 'A published service; what it says stands in its versions.';
comment on column procedure.code is 'National code; the same code may be published at two levels.';

create table procedure_version (
  procedure_id       text not null references procedure,
  version            int  not null constraint version_from_one check (version > 0),
  field_id           text not null references field,
  deciding_agency_id text references agency,
  reception          text not null constraint reception_known check (reception in ('centre', 'commune', 'agency')),
  interlink          text not null constraint interlink_known check (interlink in ('none', 'same-level', 'two-level', 'three-level')),
  in_force_from      date not null,
  in_force_until     date constraint ends_after_it_began check (in_force_until > in_force_from),
  name               text not null,
  folded             text not null,
  searched           text not null,
  document           jsonb not null,
  primary key (procedure_id, version)
);
create index procedure_version_searched on procedure_version using gin (searched gin_trgm_ops);
create index procedure_version_of_field on procedure_version (field_id);
comment on table  procedure_version is 'Every version that was ever published, whole in document; the other columns are taken from it for search and filters.';
comment on column procedure_version.deciding_agency_id is 'Null when the ward or commune that received it decides.';
comment on column procedure_version.folded is 'Name as it is searched, see src/domain/text/fold.ts.';
comment on column procedure_version.searched is 'All that is searched, folded: name, code, field, results.';
comment on column procedure_version.document is 'The version as src/domain/procedure/procedure.ts has it, provenance included.';

create table calendar_year (
  year        int primary key,
  provisional boolean not null
);
comment on table  calendar_year is 'Years whose days off are known.';
comment on column calendar_year.provisional is 'Computed: there is no decision about its days off yet.';

create table calendar_day (
  day         date primary key,
  kind        text not null constraint day_kind_known check (kind in ('off', 'work')),
  name        text not null,
  source      text not null
);
comment on table calendar_day is 'Days that differ from their weekday: holidays, and days off that were swapped and are worked.';

create table reference_stamp (
  only_one    boolean primary key default true constraint only_one_row check (only_one),
  stamp       uuid not null
);
comment on table reference_stamp is 'Changes with each import that changed something, so that a running program knows that what it remembers is old.';

-- A version is published once; only its end may still be set.
grant select, insert, update on agency, unit, officer, field, calendar_year, calendar_day, reference_stamp to motcua_app;
grant select, insert, delete on assignment to motcua_app;
grant delete on calendar_day to motcua_app;
grant select, insert on procedure, procedure_version to motcua_app;
grant update (in_force_until) on procedure_version to motcua_app;
