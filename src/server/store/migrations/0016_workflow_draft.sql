-- Workflows that are being written, before a new version of a procedure is published with them.
-- Ground: design.md §8 (a workflow is published only when sound). Every act on a draft is one row that stays: who, when, and what it
-- said then, so that two who write at once are told what the other changed, and nothing that was typed is lost.

create table workflow_draft (
  procedure_id      text not null references procedure,
  version           int  not null constraint version_from_one check (version > 0),
  act               text not null constraint act_known check (act in ('saved', 'imported', 'published', 'discarded')),
  document          text,
  based_on          int  not null,
  published_version int,
  officer_id        uuid not null references officer,
  agency_id         text not null references agency,
  role              text not null,
  at                timestamptz not null,
  primary key (procedure_id, version),
  foreign key (procedure_id, based_on) references procedure_version,
  foreign key (procedure_id, published_version) references procedure_version,
  constraint nothing_left_when_discarded check ((act = 'discarded') = (document is null)),
  constraint names_what_it_became check ((act = 'published') = (published_version is not null))
);
comment on table  workflow_draft is 'What was done to a procedure''s draft of its workflow; the newest row says what stands. Append only.';
comment on column workflow_draft.version is 'Counts the acts: an act is written down at the number after the one it was decided on, or not at all.';
comment on column workflow_draft.document is 'BPMN 2.0 with its drawing and whatever other tools wrote into it.';
comment on column workflow_draft.based_on is 'The version of the procedure that was the newest one when the draft was begun.';

grant select, insert on workflow_draft to motcua_app;
