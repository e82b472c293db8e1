-- Papers that were issued, messages to applicants, the numbers of results, and the rights to the jobs' own tables.
-- Ground: design.md §12. An event's reactions run after it was written down; each row has the event in its key,
-- so that a reaction that runs twice has one effect.

create table paper (
  dossier_id   uuid not null references dossier,
  version      int  not null,
  kind         text not null,
  digest       text not null,
  bytes        int  not null,
  template     text not null,
  chain_head   text not null,
  issued_at    timestamptz not null,
  primary key (dossier_id, version, kind),
  foreign key (dossier_id, version) references dossier_event
);
comment on table  paper is 'Every paper that was issued, with the event that it is about; the file itself is kept by its digest.';
comment on column paper.template is 'SHA-256 over the paper''s template as it was then.';
comment on column paper.chain_head is 'Hash of the event, as it is printed on the paper: whoever has the paper can check the history.';

create table message (
  dossier_id   uuid not null references dossier,
  version      int  not null,
  kind         text not null,
  channel      text not null constraint channel_known check (channel in ('mail')),
  recipient    text not null,
  subject      text not null,
  body         text not null,
  state        text not null
               constraint message_state_known check (state in ('waiting', 'sending', 'sent', 'kept', 'failed', 'unknown', 'no address')),
  tries        int  not null,
  last_error   text not null,
  made_at      timestamptz not null,
  tried_at     timestamptz,
  sent_at      timestamptz,
  primary key (dossier_id, version),
  foreign key (dossier_id, version) references dossier_event
);
create index message_newest on message (made_at desc, dossier_id desc, version desc);
create index message_newest_of_state on message (state, made_at desc, dossier_id desc, version desc);
comment on table  message is 'What applicants were told, word for word; one row for an event, whether a mail server has it or not.';
comment on column message.recipient is 'Mail address; empty when there is none.';
comment on column message.state is '"sending" is set before the talk with the mail server: after a crash nobody knows, so it is never sent again by itself. "kept": there is no mail server.';
comment on column message.tried_at is 'When the last talk with a mail server began.';

create table result_counter (
  agency_id    text not null,
  year         int  not null,
  last_number  int  not null,
  primary key (agency_id, year)
);
comment on table result_counter is 'Running number of results by the agency that issues them and year; a gap does no harm.';

-- The next number in the agency's register of this year.
create function next_result_number(for_agency text, in_year int) returns int language sql as $$
  insert into result_counter values (for_agency, in_year, 1)
  on conflict (agency_id, year) do update set last_number = result_counter.last_number + 1
  returning last_number;
$$;

grant select, insert         on paper to motcua_app;
grant select, insert, update on message, result_counter to motcua_app;

-- The jobs' tables are their library's and are made by motcua_owner; the application works them. They have row security,
-- which lets nobody in who has no policy.
grant usage on schema graphile_worker to motcua_app;
grant select, insert, update, delete on all tables in schema graphile_worker to motcua_app;
grant usage, select on all sequences in schema graphile_worker to motcua_app;
create policy application on graphile_worker._private_jobs to motcua_app using (true) with check (true);
create policy application on graphile_worker._private_job_queues to motcua_app using (true) with check (true);
create policy application on graphile_worker._private_tasks to motcua_app using (true) with check (true);
create policy application on graphile_worker._private_known_crontabs to motcua_app using (true) with check (true);
