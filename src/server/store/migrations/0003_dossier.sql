-- Dossiers and what happened to them.
-- Ground: domain.md §4 (life of a dossier), §5 (time). Nothing in the history is ever edited or deleted.
-- Every key of what a dossier owns contains dossier_id, so that dossiers can be spread over servers; hence no triggers and no serial numbers.

create table dossier (
  dossier_id          uuid primary key,
  code                text not null,
  procedure_id        text not null,
  procedure_version   int  not null,
  field_id            text not null,
  receiving_agency_id text not null,
  channel             text not null,
  trial               boolean not null,
  demo                boolean not null,
  submitted_at        timestamptz not null,
  applicant_name      text not null,
  state               text not null,
  received_at         timestamptz,
  due_at              timestamptz,
  ready_at            timestamptz,
  closed_at           timestamptz,
  withdrawal_asked    boolean not null,
  outcome             text constraint outcome_known check (outcome in ('early', 'on time', 'late')),
  standing            jsonb not null,
  version             int  not null constraint version_from_one check (version > 0),
  last_hash           text not null
) with (fillfactor = 70, toast_tuple_target = 4080);
comment on table  dossier is 'Where each dossier stands now; computed from dossier_event, never edited alone.';
comment on column dossier.due_at is 'Moment the result is owed; null while the clock stands still or has not begun.';
comment on column dossier.applicant_name is 'For lists and search; the sealed part of the first event has it too.';
comment on column dossier.standing is 'All that events change, as src/domain/dossier/dossier.ts has it, without what is blank; what never changes stands in the first event.';
comment on column dossier.trial is 'Made to try things with; counted nowhere.';
comment on column dossier.demo is 'Made for the demonstration, of people who do not exist; counted, and shown as such.';

create table dossier_search (
  dossier_id   uuid primary key references dossier,
  folded       text not null
);
comment on table dossier_search is 'Name, code and numbers as they are searched: see src/domain/text/fold.ts. Beside the row, so that no act writes its index anew.';
create index dossier_search_folded on dossier_search using gin (folded gin_trgm_ops);

create table dossier_code (
  code         text primary key,
  dossier_id   uuid not null,
  command_id   uuid not null unique
);
comment on table dossier_code is 'Which dossier a code means, and which command asked for it. Taken before the first event; a gap does no harm.';

create table code_counter (
  agency_id    text not null,
  day          date not null,
  last_number  int  not null,
  primary key (agency_id, day)
);
comment on table code_counter is 'Running number of the day by receiving agency.';

create table dossier_event (
  dossier_id   uuid not null references dossier,
  version      int  not null constraint version_from_one check (version > 0),
  command_id   uuid not null,
  type         text not null,
  at           timestamptz not null,
  by_person    uuid not null,
  for_agency   text not null,
  in_role      text not null,
  data         jsonb not null,
  sealed       jsonb,
  sealed_digest text not null,
  hash         text not null,
  primary key (dossier_id, version)
);
comment on table  dossier_event is 'What happened, by whom, for which agency and role. Append only.';
comment on column dossier_event.sealed is 'Personal values and free text, salted; wiped by motcua_owner when retention ends.';
comment on column dossier_event.hash is 'Over the previous hash and the event, see src/domain/dossier/history.ts.';
create index dossier_event_of_command on dossier_event (dossier_id, command_id);

create table task (
  dossier_id   uuid not null references dossier,
  no           int  not null,
  step_no      int  not null,
  agency_id    text not null,
  unit_id      text not null,
  role         text not null,
  officer_id   uuid,
  opened_at    timestamptz not null,
  taken_at     timestamptz,
  planned_at   timestamptz,
  due_at       timestamptz,
  state        text not null,
  done_at      timestamptz,
  primary key (dossier_id, no)
);
comment on table  task is 'A step of a dossier in the hands of a unit: open until done_at. One row a visit, so a step done twice has two.';
comment on column task.due_at is 'The whole dossier''s due time, kept here so that a work list reads one index; null while the clock stands still.';
comment on column task.state is 'The dossier''s state, for the same reason.';

-- A unit's work list: open tasks, the most urgent first; what has no due time comes last.
create index task_open_by_due on task (unit_id, role, coalesce(due_at, 'infinity'), dossier_id) where done_at is null;
create index task_open_of_officer on task (officer_id, coalesce(due_at, 'infinity'), dossier_id) where done_at is null;

create table share (
  dossier_id   uuid not null references dossier,
  no           int  not null,
  agency_id    text not null,
  opened_at    timestamptz not null,
  due_at       timestamptz,
  done_at      timestamptz,
  outcome      text,
  primary key (dossier_id, no)
);
comment on table share is 'An agency''s part of a dossier; its lateness is its own.';
create index share_of_agency on share (agency_id, opened_at);

create table timer (
  dossier_id   uuid not null references dossier,
  node_id      text not null,
  due_at       timestamptz not null,
  primary key (dossier_id, node_id)
);
comment on table timer is 'Timers that are set on a dossier''s way, as its standing has them: a job fires each when it is due.';
create index timer_by_due on timer (due_at, dossier_id);

create table outbox (
  dossier_id   uuid not null,
  version      int  not null,
  at           timestamptz not null,
  primary key (dossier_id, version),
  foreign key (dossier_id, version) references dossier_event
);
comment on table outbox is 'Events whose reactions (papers, messages) are still to run; read in order, deleted by key.';

create index dossier_by_submission on dossier (submitted_at desc, dossier_id);
create index dossier_open_by_due on dossier (due_at, dossier_id) where state in ('received', 'in progress');
create index dossier_withdrawal_asked on dossier (receiving_agency_id, dossier_id) where withdrawal_asked;

-- The next running number of an agency's day.
create function next_code_number(for_agency text, on_day date) returns int language sql as $$
  insert into code_counter values (for_agency, on_day, 1)
  on conflict (agency_id, day) do update set last_number = code_counter.last_number + 1
  returning last_number;
$$;

-- All that a decision needs of a dossier, in one call: where it stands, its first event (what never changes), its end,
-- and the first answer to this command, if it was given before. It takes no lock.
create function load_dossier(for_code text, command uuid, actor uuid)
returns table (dossier_id uuid, version int, last_hash text, standing jsonb, birth jsonb, born_at timestamptz, done_version int, done_request text)
language sql stable as $$
  select d.dossier_id, d.version, d.last_hash, d.standing, b.data, b.at, done.version, done.request
    from dossier_code c
    join dossier d on d.dossier_id = c.dossier_id
    join dossier_event b on b.dossier_id = c.dossier_id and b.version = 1
    left join lateral (
      select e.version, e.sealed ->> 'request' as request from dossier_event e
       where e.dossier_id = c.dossier_id and e.command_id = command
       order by e.version desc limit 1) done on true
   where c.code = for_code;
$$;

-- The one way a history grows: events, the row they lead to, tasks, shares and the reactions they owe, all or nothing.
-- Answers the new version; null when the dossier no longer ends at expected_version and expected_hash (0: not born yet; its row is in birth_row).
-- The same command again gets its first answer and has no second effect; with another request it gets null.
create function append_dossier_events(
  for_dossier uuid, expected_version int, expected_hash text, command uuid, actor uuid, actor_agency text, actor_role text, asked text,
  birth_row jsonb, birth_search text,
  new_state text, new_received_at timestamptz, new_due_at timestamptz, new_ready_at timestamptz, new_closed_at timestamptz,
  new_withdrawal_asked boolean, new_outcome text, new_standing jsonb, new_version int, new_hash text,
  types text[], ats timestamptz[], datas jsonb, sealeds jsonb, sealed_digests text[], hashes text[], owes boolean[],
  task_due_at timestamptz, ended_no int, ended_by uuid, ended_at timestamptz,
  open_no int, open_begins boolean, open_step_no int, open_agency text, open_unit text, open_role text, open_officer uuid,
  open_at timestamptz, open_taken_at timestamptz, open_planned_at timestamptz,
  shares jsonb, branched jsonb
) returns int language plpgsql as $$
declare
  first record;
begin
  -- Two who append at the same moment queue at this row, after deciding, for the length of this call.
  if expected_version = 0 then
    insert into dossier select * from jsonb_populate_record(null::dossier, birth_row) on conflict do nothing;
  else
    update dossier
       set state = new_state, received_at = new_received_at, due_at = new_due_at, ready_at = new_ready_at, closed_at = new_closed_at,
           withdrawal_asked = new_withdrawal_asked, outcome = new_outcome, standing = new_standing,
           version = new_version, last_hash = new_hash
     where dossier_id = for_dossier and version = expected_version and last_hash = expected_hash
       and not exists (select from dossier_event e where e.dossier_id = for_dossier and e.command_id = command);
  end if;
  if not found then
    select version, sealed ->> 'request' as request into first from dossier_event
     where dossier_id = for_dossier and command_id = command order by version desc limit 1;
    return case when first.request = asked then first.version end;
  end if;
  if expected_version = 0 then
    insert into dossier_search values (for_dossier, birth_search);
  end if;

  for n in 1 .. cardinality(types) loop
    insert into dossier_event
    values (for_dossier, expected_version + n, command, types[n], ats[n], actor, actor_agency, actor_role,
            datas -> (n - 1), sealeds -> (n - 1), sealed_digests[n], hashes[n]);
    if owes[n] then
      insert into outbox values (for_dossier, expected_version + n, ats[n]);
    end if;
  end loop;

  if ended_no is not null then
    update task set officer_id = ended_by, state = new_state, due_at = task_due_at, done_at = ended_at
     where dossier_id = for_dossier and no = ended_no;
  end if;
  if open_begins then
    insert into task
    values (for_dossier, open_no, open_step_no, open_agency, open_unit, open_role, open_officer,
            open_at, open_taken_at, open_planned_at, task_due_at, new_state, null);
  elsif open_no is not null then
    update task set officer_id = open_officer, taken_at = open_taken_at, planned_at = open_planned_at, due_at = task_due_at, state = new_state
     where dossier_id = for_dossier and no = open_no;
  end if;
  if shares is not null then
    insert into share select * from jsonb_populate_recordset(null::share, shares)
    on conflict (dossier_id, no) do update set due_at = excluded.due_at, done_at = excluded.done_at, outcome = excluded.outcome;
  end if;
  -- Only of a dossier on a way that branches, or that was moved to another version: all its open tasks, its timers, its version.
  if branched is not null then
    insert into task select * from jsonb_populate_recordset(null::task, branched -> 'tasks')
    on conflict (dossier_id, no) do update
       set officer_id = excluded.officer_id, taken_at = excluded.taken_at, planned_at = excluded.planned_at,
           due_at = excluded.due_at, state = excluded.state, done_at = excluded.done_at;
    delete from timer where dossier_id = for_dossier;
    insert into timer select * from jsonb_populate_recordset(null::timer, branched -> 'timers');
    update dossier set procedure_version = (branched ->> 'procedure_version')::int where dossier_id = for_dossier;
  end if;
  return new_version;
end $$;

-- The application adds to the history; it can neither change nor remove what is there.
grant select, insert         on dossier_event, dossier_code, dossier_search to motcua_app;
grant select, insert, update on dossier, task, share, code_counter to motcua_app;
grant select, insert, delete on outbox, timer to motcua_app;

create table read_log (
  read_id      uuid primary key,
  at           timestamptz not null,
  officer_id   uuid not null,
  for_agency   text not null,
  in_role      text not null,
  dossier_id   uuid not null,
  what         text not null
);
comment on table read_log is 'Who read personal data of which dossier, as whom and what. Kept five years at least.';
create index read_log_of_dossier on read_log (dossier_id, at);
grant select, insert on read_log to motcua_app;
