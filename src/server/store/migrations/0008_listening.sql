-- What citizens say of the service: a rating for each returned dossier, and feedback with all that happened to it.
-- Ground: domain.md §8 (listening). The one complained of never handles a feedback: who is kept out stands in its row, so that no list shows it to him.
-- Of who gives feedback without a name nothing that identifies is here: no address, no way to be reached, no dossier, and no hash of these.

create table rating (
  dossier_id          uuid primary key references dossier,
  receiving_agency_id text not null,
  deciding_agency_id  text not null,
  field_id            text not null,
  trial               boolean not null,
  score               int  not null constraint score_known check (score between 1 and 5),
  aspects             jsonb not null,
  comment             text not null,
  rated_at            timestamptz not null
);
create index rating_by_time on rating (rated_at) include (score, field_id, receiving_agency_id, deciding_agency_id, trial);
comment on table  rating is 'One rating for a dossier, given once by whoever holds its link after the return. No officer stands in it.';
comment on column rating.aspects is 'Aspect → 1 to 5, as src/domain/rating/rating.ts has them; one that was left out is not in it.';

create table feedback (
  feedback_id       uuid primary key,
  code              text not null unique,
  command_id        uuid not null unique,
  kind              text not null,
  channel           text not null,
  demo              boolean not null,
  about_agency_id   text,
  dossier_id        uuid,
  kept_out          uuid[] not null,
  handler_agency_id text,
  state             text not null,
  consent           boolean not null,
  given_at          timestamptz not null,
  due_at            timestamptz,
  answered_at       timestamptz,
  published_at      timestamptz constraint published_with_consent check (consent or published_at is null),
  public_text       text not null,
  public_answer     text not null,
  version           int  not null constraint version_from_one check (version > 0)
);
comment on table  feedback is 'Where each feedback stands now; computed from feedback_event, never edited alone.';
comment on column feedback.command_id is 'Under this id it was sent, so that it is one however often it is sent.';
comment on column feedback.dossier_id is 'The dossier it names; null when there is none, and always for whoever wants no name kept.';
comment on column feedback.kept_out is 'Officers who are complained of. Besides them: who acted on the dossier, and for conduct the whole agency.';
comment on column feedback.handler_agency_id is 'Whose head or leader answers; null while it lies with the director.';
comment on column feedback.due_at is 'When the next step is owed; null once answered.';
comment on column feedback.public_text is 'As everybody may read it while published_at is set; empty before.';

create index feedback_open_by_due on feedback (due_at, feedback_id) where answered_at is null;
create index feedback_answered on feedback (answered_at desc, feedback_id desc) where answered_at is not null;
create index feedback_published on feedback (published_at desc, feedback_id desc) where published_at is not null;
create index feedback_by_time on feedback (given_at);

create table feedback_event (
  feedback_id  uuid not null references feedback,
  version      int  not null constraint version_from_one check (version > 0),
  command_id   uuid not null,
  type         text not null,
  at           timestamptz not null,
  by_person    uuid not null,
  for_agency   text not null,
  in_role      text not null,
  data         jsonb not null,
  sealed       jsonb,
  primary key (feedback_id, version)
);
comment on table  feedback_event is 'What happened to a feedback, by whom, for which agency and role. Append only.';
comment on column feedback_event.sealed is 'Free text and all that is personal, with the digest of what was asked; wiped by motcua_owner when retention ends.';

create table feedback_counter (
  day          date primary key,
  last_number  int  not null
);
comment on table feedback_counter is 'Running number of the day; a gap does no harm.';

create table feedback_reading (
  reading_id   uuid primary key,
  feedback_id  uuid not null references feedback,
  at           timestamptz not null,
  officer_id   uuid not null,
  for_agency   text not null,
  in_role      text not null
);
create index feedback_reading_of_feedback on feedback_reading (feedback_id, at);
comment on table feedback_reading is 'Which officer opened which feedback, as whom. Kept five years at least.';

-- The next running number of the day.
create function next_feedback_number(on_day date) returns int language sql as $$
  insert into feedback_counter values (on_day, 1)
  on conflict (day) do update set last_number = feedback_counter.last_number + 1
  returning last_number;
$$;

-- The one way a feedback changes: events and the row they lead to, all or nothing.
-- Answers the new version; null when it is no longer at expected_version (0: not born yet).
-- The same command again gets its first answer and has no second effect; with another request it gets null.
create function append_feedback_events(for_feedback uuid, expected_version int, command uuid, events jsonb, feedback_row jsonb)
returns int language plpgsql as $$
declare
  f feedback := jsonb_populate_record(null::feedback, feedback_row);
  first record;
begin
  -- Two who append at the same moment queue here, after deciding, for the length of this call.
  perform from feedback where feedback_id = for_feedback for no key update;

  select version, sealed ->> 'request' as request into first from feedback_event
   where feedback_id = for_feedback and command_id = command order by version desc limit 1;
  if found then return case when first.request = events #>> '{0,sealed,request}' then first.version end; end if;

  if expected_version = 0 then
    insert into feedback values (f.*) on conflict do nothing;
  else
    update feedback
       set kept_out = f.kept_out, handler_agency_id = f.handler_agency_id, state = f.state, consent = f.consent, due_at = f.due_at,
           answered_at = f.answered_at, published_at = f.published_at, public_text = f.public_text, public_answer = f.public_answer,
           version = f.version
     where feedback_id = for_feedback and version = expected_version;
  end if;
  if not found then return null; end if;

  insert into feedback_event select * from jsonb_populate_recordset(null::feedback_event, events);
  return f.version;
end $$;

-- The application adds to the history; it can neither change nor remove what is there.
grant select, insert         on rating, feedback_event, feedback_reading to motcua_app;
grant select, insert, update on feedback, feedback_counter to motcua_app;
