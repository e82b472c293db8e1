-- The schema, written by "npm run db:dump" from the catalog of a database that every migration has run on. Never edited.

create table auth.credential (
  id uuid not null default uuidv7(),
  sign_in_id uuid not null,
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table auth.credential add constraint credential_pkey PRIMARY KEY (id);
alter table auth.credential add constraint credential_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES auth.sign_in(id) ON DELETE CASCADE;
alter table auth.credential add constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id);
CREATE INDEX credential_of_sign_in ON auth.credential USING btree (sign_in_id);
grant delete, insert, select, update on auth.credential to motcua_app;
comment on table auth.credential is 'What proves who signs in: a password''s scrypt hash. better-auth calls it account.';

create table auth.session (
  id uuid not null default uuidv7(),
  sign_in_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table auth.session add constraint session_pkey PRIMARY KEY (id);
alter table auth.session add constraint session_token_key UNIQUE (token);
alter table auth.session add constraint session_sign_in_id_fkey FOREIGN KEY (sign_in_id) REFERENCES auth.sign_in(id) ON DELETE CASCADE;
CREATE INDEX session_of_sign_in ON auth.session USING btree (sign_in_id);
grant delete, insert, select, update on auth.session to motcua_app;
comment on column auth.session.last_used_at is 'Ours: a session ends when it has not been used for a while.';

create table auth.sign_in (
  id uuid not null default uuidv7(),
  officer_id uuid,
  username text not null,
  name text not null generated always as (username) stored,
  email text not null generated always as ((username || '@sign-in.invalid'::text)) stored,
  email_verified boolean not null default false,
  image text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table auth.sign_in add constraint sign_in_pkey PRIMARY KEY (id);
alter table auth.sign_in add constraint sign_in_email_key UNIQUE (email);
alter table auth.sign_in add constraint sign_in_username_key UNIQUE (username);
alter table auth.sign_in add constraint sign_in_is_an_officers CHECK (((officer_id IS NOT NULL) OR (username = 'nobody'::text)));
alter table auth.sign_in add constraint sign_in_officer_id_key UNIQUE (officer_id);
alter table auth.sign_in add constraint sign_in_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(officer_id);
alter table auth.sign_in add constraint username_in_small_letters CHECK ((username ~ '^[a-z0-9_.]{3,60}$'::text));
grant delete, insert, select, update on auth.sign_in to motcua_app;
comment on table auth.sign_in is 'An officer''s account; better-auth calls it user. Histories name officer_id, never this.';
comment on column auth.sign_in.email is 'better-auth wants one; no mail goes there.';

create table auth.verification (
  id uuid not null default uuidv7(),
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table auth.verification add constraint verification_pkey PRIMARY KEY (id);
CREATE INDEX verification_by_identifier ON auth.verification USING btree (identifier);
grant delete, insert, select, update on auth.verification to motcua_app;
comment on table auth.verification is 'better-auth wants it; nothing is verified by mail yet.';

create table public.agency (
  agency_id text not null,
  parent_id text,
  kind text not null,
  level text not null,
  name text not null,
  short_name text not null,
  identifiers jsonb not null,
  address text not null,
  phone text not null,
  hours jsonb,
  source text not null,
  position integer not null
);
alter table public.agency add constraint agency_pkey PRIMARY KEY (agency_id);
alter table public.agency add constraint agency_kind_known CHECK ((kind = ANY (ARRAY['people’s committee'::text, 'department'::text, 'centre'::text, 'vertical body'::text])));
alter table public.agency add constraint agency_level_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
alter table public.agency add constraint agency_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES agency(agency_id);
grant insert, select, update on public.agency to motcua_app;
comment on table public.agency is 'The tree of bodies: province, city, departments, wards and communes, vertical bodies.';
comment on column public.agency.identifiers is 'Rule set → identifier that dossier codes begin with.';
comment on column public.agency.hours is 'Weekday (1 is Monday) → spans in minutes since midnight; null: the parent''s hours.';
comment on column public.agency.source is 'Where it comes from, or that it is assumed.';
comment on column public.agency.position is 'Place in lists.';

create table public.assignment (
  officer_id uuid not null,
  agency_id text not null,
  unit_id text not null,
  role text not null,
  counter text
);
alter table public.assignment add constraint assignment_pkey PRIMARY KEY (officer_id, unit_id, role);
alter table public.assignment add constraint assignment_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table public.assignment add constraint assignment_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id);
alter table public.assignment add constraint assignment_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(officer_id);
CREATE INDEX assignment_of_unit ON public.assignment USING btree (unit_id, role);
grant delete, insert, select on public.assignment to motcua_app;
comment on table public.assignment is 'Which roles somebody holds in which units. What was done under one that ended stays in the histories.';
comment on column public.assignment.counter is 'Desk at which a receiving officer sits.';

create table public.attempt (
  key text not null,
  tries integer not null,
  free_at timestamp with time zone not null
);
alter table public.attempt add constraint attempt_pkey PRIMARY KEY (key);
alter table public.attempt add constraint tries_from_one CHECK ((tries > 0));
CREATE INDEX attempt_by_free_at ON public.attempt USING btree (free_at);
grant delete, insert, select, update on public.attempt to motcua_app;
comment on table public.attempt is 'How often a name, a code or an address has been tried of late. A row whose moment is past counts no more.';
comment on column public.attempt.key is 'Keyed hash of what was tried, so that neither names nor addresses stand here.';
comment on column public.attempt.free_at is 'When the tries are forgotten; the ones beyond the limit do not move it.';

create table public.calendar_day (
  day date not null,
  kind text not null,
  name text not null,
  source text not null
);
alter table public.calendar_day add constraint day_kind_known CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])));
alter table public.calendar_day add constraint calendar_day_pkey PRIMARY KEY (day);
grant delete, insert, select, update on public.calendar_day to motcua_app;
comment on table public.calendar_day is 'Days that differ from their weekday: holidays, and days off that were swapped and are worked.';

create table public.calendar_year (
  year integer not null,
  provisional boolean not null
);
alter table public.calendar_year add constraint calendar_year_pkey PRIMARY KEY (year);
grant insert, select, update on public.calendar_year to motcua_app;
comment on table public.calendar_year is 'Years whose days off are known.';
comment on column public.calendar_year.provisional is 'Computed: there is no decision about its days off yet.';

create table public.code_counter (
  agency_id text not null,
  day date not null,
  last_number integer not null
);
alter table public.code_counter add constraint code_counter_pkey PRIMARY KEY (agency_id, day);
grant insert, select, update on public.code_counter to motcua_app;
comment on table public.code_counter is 'Running number of the day by receiving agency.';

create table public.day_closing (
  day date not null,
  size integer not null,
  root text not null,
  hash text not null,
  heads bytea not null,
  closed_at timestamp with time zone not null
);
alter table public.day_closing add constraint day_closing_pkey PRIMARY KEY (day);
grant insert, select on public.day_closing to motcua_app;
comment on table public.day_closing is 'A day of all histories, closed: see src/domain/dossier/day-closing.ts.';
comment on column public.day_closing.hash is 'Over the hash of the day closed before and this one''s day, size and root.';
comment on column public.day_closing.heads is 'The tree''s leaves, 32 bytes each, in order: the head of each dossier that something happened to that day.';

create table public.delegation (
  delegation_id uuid not null,
  absent_id uuid not null,
  stand_in_id uuid not null,
  agency_id text not null,
  unit_id text not null,
  role text not null,
  from_on date not null,
  until_on date not null,
  ground text not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  ended_at timestamp with time zone,
  ended_by uuid
);
alter table public.delegation add constraint delegation_pkey PRIMARY KEY (delegation_id);
alter table public.delegation add constraint ended_by_somebody CHECK (((ended_at IS NULL) = (ended_by IS NULL)));
alter table public.delegation add constraint nobody_for_himself CHECK ((stand_in_id <> absent_id));
alter table public.delegation add constraint delegation_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(unit_id);
alter table public.delegation add constraint delegation_absent_id_fkey FOREIGN KEY (absent_id) REFERENCES officer(officer_id);
alter table public.delegation add constraint delegation_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id);
alter table public.delegation add constraint ends_not_before_it_begins CHECK ((until_on >= from_on));
alter table public.delegation add constraint delegation_stand_in_id_fkey FOREIGN KEY (stand_in_id) REFERENCES officer(officer_id);
CREATE INDEX delegation_of_unit ON public.delegation USING btree (unit_id, until_on);
CREATE INDEX delegation_of_absent ON public.delegation USING btree (absent_id, until_on);
CREATE INDEX delegation_of_stand_in ON public.delegation USING btree (stand_in_id, until_on);
grant insert, select on public.delegation to motcua_app;
comment on table public.delegation is 'Colleagues who act for officers who are absent, in one role of one unit.';
comment on column public.delegation.until_on is 'The last day; it counts whole.';
comment on column public.delegation.ended_at is 'Taken back before its last day was over; null while nobody did.';

create table public.dossier (
  dossier_id uuid not null,
  code text not null,
  procedure_id text not null,
  procedure_version integer not null,
  field_id text not null,
  receiving_agency_id text not null,
  channel text not null,
  trial boolean not null,
  demo boolean not null,
  submitted_at timestamp with time zone not null,
  applicant_name text not null,
  state text not null,
  received_at timestamp with time zone,
  due_at timestamp with time zone,
  ready_at timestamp with time zone,
  closed_at timestamp with time zone,
  withdrawal_asked boolean not null,
  outcome text,
  standing jsonb not null,
  version integer not null,
  last_hash text not null
);
alter table public.dossier add constraint dossier_pkey PRIMARY KEY (dossier_id);
alter table public.dossier add constraint outcome_known CHECK ((outcome = ANY (ARRAY['early'::text, 'on time'::text, 'late'::text])));
alter table public.dossier add constraint version_from_one CHECK ((version > 0));
CREATE INDEX dossier_open_by_due ON public.dossier USING btree (due_at, dossier_id) WHERE (state = ANY (ARRAY['received'::text, 'in progress'::text]));
CREATE INDEX dossier_of_procedure ON public.dossier USING btree (procedure_id, submitted_at DESC);
CREATE INDEX dossier_by_submission ON public.dossier USING btree (submitted_at DESC, dossier_id);
CREATE INDEX dossier_withdrawal_asked ON public.dossier USING btree (receiving_agency_id, dossier_id) WHERE withdrawal_asked;
CREATE INDEX dossier_awaiting_supplement ON public.dossier USING btree (dossier_id) WHERE (state = 'awaiting supplement'::text);
grant insert, select, update on public.dossier to motcua_app;
comment on table public.dossier is 'Where each dossier stands now; computed from dossier_event, never edited alone.';
comment on column public.dossier.trial is 'Made to try things with; counted nowhere.';
comment on column public.dossier.demo is 'Made for the demonstration, of people who do not exist; counted, and shown as such.';
comment on column public.dossier.applicant_name is 'For lists and search; the sealed part of the first event has it too.';
comment on column public.dossier.due_at is 'Moment the result is owed; null while the clock stands still or has not begun.';
comment on column public.dossier.standing is 'All that events change, as src/domain/dossier/dossier.ts has it, without what is blank; what never changes stands in the first event.';

create table public.dossier_code (
  code text not null,
  dossier_id uuid not null,
  command_id uuid not null
);
alter table public.dossier_code add constraint dossier_code_pkey PRIMARY KEY (code);
alter table public.dossier_code add constraint dossier_code_command_id_key UNIQUE (command_id);
grant insert, select on public.dossier_code to motcua_app;
comment on table public.dossier_code is 'Which dossier a code means, and which command asked for it. Taken before the first event; a gap does no harm.';

create table public.dossier_event (
  dossier_id uuid not null,
  version integer not null,
  command_id uuid not null,
  type text not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  for_agency text not null,
  in_role text not null,
  data jsonb not null,
  sealed jsonb,
  sealed_digest text not null,
  hash text not null
);
alter table public.dossier_event add constraint version_from_one CHECK ((version > 0));
alter table public.dossier_event add constraint dossier_event_pkey PRIMARY KEY (dossier_id, version);
alter table public.dossier_event add constraint dossier_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX dossier_event_by_time ON public.dossier_event USING brin (at) WITH (pages_per_range='16', autosummarize='on');
CREATE INDEX dossier_event_of_command ON public.dossier_event USING btree (dossier_id, command_id);
grant insert, select on public.dossier_event to motcua_app;
comment on table public.dossier_event is 'What happened, by whom, for which agency and role. Append only.';
comment on column public.dossier_event.sealed is 'Personal values and free text, salted; wiped by motcua_owner when retention ends.';
comment on column public.dossier_event.hash is 'Over the previous hash and the event, see src/domain/dossier/history.ts.';

create table public.dossier_search (
  dossier_id uuid not null,
  folded text not null
);
alter table public.dossier_search add constraint dossier_search_pkey PRIMARY KEY (dossier_id);
alter table public.dossier_search add constraint dossier_search_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX dossier_search_folded ON public.dossier_search USING gin (folded gin_trgm_ops);
grant insert, select on public.dossier_search to motcua_app;
comment on table public.dossier_search is 'Name, code and numbers as they are searched: see src/domain/text/fold.ts. Beside the row, so that no act writes its index anew.';

create table public.draft (
  draft_id uuid not null,
  token_hash text not null,
  procedure_id text not null,
  procedure_version integer not null,
  receiving_agency_id text not null,
  form_id text not null,
  form_version integer not null,
  answers jsonb not null,
  command_id uuid not null,
  created_at timestamp with time zone not null,
  touched_at timestamp with time zone not null,
  submitted_as text
);
alter table public.draft add constraint draft_pkey PRIMARY KEY (draft_id);
alter table public.draft add constraint draft_token_hash_key UNIQUE (token_hash);
alter table public.draft add constraint token_hash_is_sha256 CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text));
alter table public.draft add constraint draft_receiving_agency_id_fkey FOREIGN KEY (receiving_agency_id) REFERENCES agency(agency_id);
alter table public.draft add constraint draft_form_id_form_version_fkey FOREIGN KEY (form_id, form_version) REFERENCES form_version(form_id, version);
alter table public.draft add constraint draft_procedure_id_procedure_version_fkey FOREIGN KEY (procedure_id, procedure_version) REFERENCES procedure_version(procedure_id, version);
CREATE INDEX draft_by_age ON public.draft USING btree (touched_at);
grant delete, insert, select, update on public.draft to motcua_app;
comment on table public.draft is 'An application that is being filled in, opened by whoever has its link.';
comment on column public.draft.token_hash is 'SHA-256 of the secret in the link; the secret itself is nowhere.';
comment on column public.draft.answers is 'Question → what was typed, also what is wrong or no longer asked.';
comment on column public.draft.command_id is 'Under this id it is submitted, so that it becomes one dossier however often it is sent.';
comment on column public.draft.submitted_as is 'Code of the dossier that it became; null until it is submitted. From then on it changes no more.';

create table public.draft_file (
  draft_id uuid not null,
  component_no integer not null,
  digest text not null,
  name text not null,
  sent_at timestamp with time zone not null
);
alter table public.draft_file add constraint draft_file_pkey PRIMARY KEY (draft_id, component_no, digest, name);
alter table public.draft_file add constraint draft_file_digest_fkey FOREIGN KEY (digest) REFERENCES file(digest);
alter table public.draft_file add constraint draft_file_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES draft(draft_id) ON DELETE CASCADE;
CREATE INDEX draft_file_by_digest ON public.draft_file USING btree (digest);
grant delete, insert, select on public.draft_file to motcua_app;
comment on table public.draft_file is 'Files sent for a component; the same file sent twice under one name is one.';

create table public.feedback (
  feedback_id uuid not null,
  code text not null,
  command_id uuid not null,
  kind text not null,
  channel text not null,
  demo boolean not null,
  about_agency_id text,
  dossier_id uuid,
  kept_out uuid[] not null,
  handler_agency_id text,
  state text not null,
  consent boolean not null,
  given_at timestamp with time zone not null,
  due_at timestamp with time zone,
  answered_at timestamp with time zone,
  published_at timestamp with time zone,
  public_text text not null,
  public_answer text not null,
  version integer not null
);
alter table public.feedback add constraint feedback_pkey PRIMARY KEY (feedback_id);
alter table public.feedback add constraint version_from_one CHECK ((version > 0));
alter table public.feedback add constraint feedback_code_key UNIQUE (code);
alter table public.feedback add constraint published_with_consent CHECK ((consent OR (published_at IS NULL)));
alter table public.feedback add constraint feedback_command_id_key UNIQUE (command_id);
CREATE INDEX feedback_by_time ON public.feedback USING btree (given_at);
CREATE INDEX feedback_answered ON public.feedback USING btree (answered_at DESC, feedback_id DESC) WHERE (answered_at IS NOT NULL);
CREATE INDEX feedback_published ON public.feedback USING btree (published_at DESC, feedback_id DESC) WHERE (published_at IS NOT NULL);
CREATE INDEX feedback_open_by_due ON public.feedback USING btree (due_at, feedback_id) WHERE (answered_at IS NULL);
grant insert, select, update on public.feedback to motcua_app;
comment on table public.feedback is 'Where each feedback stands now; computed from feedback_event, never edited alone.';
comment on column public.feedback.command_id is 'Under this id it was sent, so that it is one however often it is sent.';
comment on column public.feedback.dossier_id is 'The dossier it names; null when there is none, and always for whoever wants no name kept.';
comment on column public.feedback.kept_out is 'Officers who are complained of. Besides them: who acted on the dossier, and for conduct the whole agency.';
comment on column public.feedback.handler_agency_id is 'Whose head or leader answers; null while it lies with the director.';
comment on column public.feedback.due_at is 'When the next step is owed; null once answered.';
comment on column public.feedback.public_text is 'As everybody may read it while published_at is set; empty before.';

create table public.feedback_counter (
  day date not null,
  last_number integer not null
);
alter table public.feedback_counter add constraint feedback_counter_pkey PRIMARY KEY (day);
grant insert, select, update on public.feedback_counter to motcua_app;
comment on table public.feedback_counter is 'Running number of the day; a gap does no harm.';

create table public.feedback_event (
  feedback_id uuid not null,
  version integer not null,
  command_id uuid not null,
  type text not null,
  at timestamp with time zone not null,
  by_person uuid not null,
  for_agency text not null,
  in_role text not null,
  data jsonb not null,
  sealed jsonb
);
alter table public.feedback_event add constraint version_from_one CHECK ((version > 0));
alter table public.feedback_event add constraint feedback_event_pkey PRIMARY KEY (feedback_id, version);
alter table public.feedback_event add constraint feedback_event_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(feedback_id);
grant insert, select on public.feedback_event to motcua_app;
comment on table public.feedback_event is 'What happened to a feedback, by whom, for which agency and role. Append only.';
comment on column public.feedback_event.sealed is 'Free text and all that is personal, with the digest of what was asked; wiped by motcua_owner when retention ends.';

create table public.feedback_reading (
  reading_id uuid not null,
  feedback_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  for_agency text not null,
  in_role text not null
);
alter table public.feedback_reading add constraint feedback_reading_pkey PRIMARY KEY (reading_id);
alter table public.feedback_reading add constraint feedback_reading_feedback_id_fkey FOREIGN KEY (feedback_id) REFERENCES feedback(feedback_id);
CREATE INDEX feedback_reading_of_feedback ON public.feedback_reading USING btree (feedback_id, at);
grant insert, select on public.feedback_reading to motcua_app;
comment on table public.feedback_reading is 'Which officer opened which feedback, as whom. Kept five years at least.';

create table public.field (
  field_id text not null,
  name text not null,
  position integer not null
);
alter table public.field add constraint field_pkey PRIMARY KEY (field_id);
alter table public.field add constraint field_name_key UNIQUE (name);
grant insert, select, update on public.field to motcua_app;
comment on table public.field is 'Subjects that procedures belong to.';

create table public.file (
  digest text not null,
  size_bytes integer not null,
  media_type text not null,
  pages integer not null,
  held boolean not null,
  kept_at timestamp with time zone not null
);
alter table public.file add constraint file_pkey PRIMARY KEY (digest);
alter table public.file add constraint file_not_empty CHECK ((size_bytes > 0));
alter table public.file add constraint pages_from_one CHECK ((pages > 0));
alter table public.file add constraint digest_is_sha256 CHECK ((digest ~ '^[0-9a-f]{64}$'::text));
grant delete, insert, select, update on public.file to motcua_app;
comment on table public.file is 'Every file that is kept, by the SHA-256 of its content. The row is written before the file has its name.';
comment on column public.file.held is 'A dossier, a paper or a feedback refers to it: it is never swept. Otherwise it lives as long as a draft names it.';
comment on column public.file.kept_at is 'When this content arrived last; what has just arrived is not swept.';

create table public.form_version (
  form_id text not null,
  version integer not null,
  document jsonb not null
);
alter table public.form_version add constraint version_from_one CHECK ((version > 0));
alter table public.form_version add constraint form_version_pkey PRIMARY KEY (form_id, version);
grant insert, select on public.form_version to motcua_app;
comment on table public.form_version is 'Every version of a form that was ever published, whole in document; a draft stays on the one it was begun with.';
comment on column public.form_version.document is 'The form as src/domain/form/form.ts has it.';

create table public.message (
  dossier_id uuid not null,
  version integer not null,
  kind text not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  body text not null,
  state text not null,
  tries integer not null,
  last_error text not null,
  made_at timestamp with time zone not null,
  tried_at timestamp with time zone,
  sent_at timestamp with time zone
);
alter table public.message add constraint message_pkey PRIMARY KEY (dossier_id, version);
alter table public.message add constraint channel_known CHECK ((channel = 'mail'::text));
alter table public.message add constraint message_state_known CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'kept'::text, 'failed'::text, 'unknown'::text, 'no address'::text])));
alter table public.message add constraint message_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
alter table public.message add constraint message_dossier_id_version_fkey FOREIGN KEY (dossier_id, version) REFERENCES dossier_event(dossier_id, version);
CREATE INDEX message_newest ON public.message USING btree (made_at DESC, dossier_id DESC, version DESC);
CREATE INDEX message_newest_of_state ON public.message USING btree (state, made_at DESC, dossier_id DESC, version DESC);
grant insert, select, update on public.message to motcua_app;
comment on table public.message is 'What applicants were told, word for word; one row for an event, whether a mail server has it or not.';
comment on column public.message.recipient is 'Mail address; empty when there is none.';
comment on column public.message.state is '"sending" is set before the talk with the mail server: after a crash nobody knows, so it is never sent again by itself. "kept": there is no mail server.';
comment on column public.message.tried_at is 'When the last talk with a mail server began.';

create table public.officer (
  officer_id uuid not null,
  name text not null,
  title text not null,
  made_up boolean not null
);
alter table public.officer add constraint officer_pkey PRIMARY KEY (officer_id);
grant insert, select, update on public.officer to motcua_app;
comment on table public.officer is 'Members of staff; histories name officer_id.';
comment on column public.officer.made_up is 'A name that was invented for a demonstration.';

create table public.outbox (
  dossier_id uuid not null,
  version integer not null,
  at timestamp with time zone not null
);
alter table public.outbox add constraint outbox_pkey PRIMARY KEY (dossier_id, version);
alter table public.outbox add constraint outbox_dossier_id_version_fkey FOREIGN KEY (dossier_id, version) REFERENCES dossier_event(dossier_id, version);
grant delete, insert, select on public.outbox to motcua_app;
comment on table public.outbox is 'Events whose reactions (papers, messages) are still to run; read in order, deleted by key.';

create table public.pace (
  key text not null,
  sent integer not null,
  until_at timestamp with time zone not null
);
alter table public.pace add constraint pace_pkey PRIMARY KEY (key);
alter table public.pace add constraint sent_from_one CHECK ((sent > 0));
CREATE INDEX pace_by_until_at ON public.pace USING btree (until_at);
grant delete, insert, select, update on public.pace to motcua_app;
comment on table public.pace is 'How much came from an address of late, each kind for itself. A row whose moment is past counts no more.';
comment on column public.pace.key is 'Keyed hash of kind and address, so that no address stands here.';
comment on column public.pace.until_at is 'When it is counted anew.';

create table public.paper (
  dossier_id uuid not null,
  version integer not null,
  kind text not null,
  digest text not null,
  bytes integer not null,
  template text not null,
  chain_head text not null,
  issued_at timestamp with time zone not null
);
alter table public.paper add constraint paper_pkey PRIMARY KEY (dossier_id, version, kind);
alter table public.paper add constraint paper_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
alter table public.paper add constraint paper_dossier_id_version_fkey FOREIGN KEY (dossier_id, version) REFERENCES dossier_event(dossier_id, version);
grant insert, select on public.paper to motcua_app;
comment on table public.paper is 'Every paper that was issued, with the event that it is about; the file itself is kept by its digest.';
comment on column public.paper.template is 'SHA-256 over the paper''s template as it was then.';
comment on column public.paper.chain_head is 'Hash of the event, as it is printed on the paper: whoever has the paper can check the history.';

create table public.procedure (
  procedure_id text not null,
  code text,
  level text not null
);
alter table public.procedure add constraint procedure_pkey PRIMARY KEY (procedure_id);
alter table public.procedure add constraint code_once_a_level UNIQUE (code, level);
alter table public.procedure add constraint procedure_level_known CHECK ((level = ANY (ARRAY['province'::text, 'district'::text, 'commune'::text])));
grant insert, select on public.procedure to motcua_app;
comment on table public.procedure is 'A published service; what it says stands in its versions.';
comment on column public.procedure.code is 'National code; the same code may be published at two levels.';

create table public.procedure_version (
  procedure_id text not null,
  version integer not null,
  field_id text not null,
  deciding_agency_id text,
  reception text not null,
  interlink text not null,
  in_force_from date not null,
  in_force_until date,
  name text not null,
  folded text not null,
  searched text not null,
  document jsonb not null
);
alter table public.procedure_version add constraint interlink_known CHECK ((interlink = ANY (ARRAY['none'::text, 'same-level'::text, 'two-level'::text, 'three-level'::text])));
alter table public.procedure_version add constraint reception_known CHECK ((reception = ANY (ARRAY['centre'::text, 'commune'::text, 'agency'::text])));
alter table public.procedure_version add constraint version_from_one CHECK ((version > 0));
alter table public.procedure_version add constraint ends_after_it_began CHECK ((in_force_until > in_force_from));
alter table public.procedure_version add constraint procedure_version_pkey PRIMARY KEY (procedure_id, version);
alter table public.procedure_version add constraint procedure_version_field_id_fkey FOREIGN KEY (field_id) REFERENCES field(field_id);
alter table public.procedure_version add constraint procedure_version_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(procedure_id);
alter table public.procedure_version add constraint procedure_version_deciding_agency_id_fkey FOREIGN KEY (deciding_agency_id) REFERENCES agency(agency_id);
CREATE INDEX procedure_version_of_field ON public.procedure_version USING btree (field_id);
CREATE INDEX procedure_version_searched ON public.procedure_version USING gin (searched gin_trgm_ops);
grant insert, select on public.procedure_version to motcua_app;
comment on table public.procedure_version is 'Every version that was ever published, whole in document; the other columns are taken from it for search and filters.';
comment on column public.procedure_version.deciding_agency_id is 'Null when the ward or commune that received it decides.';
comment on column public.procedure_version.folded is 'Name as it is searched, see src/domain/text/fold.ts.';
comment on column public.procedure_version.searched is 'All that is searched, folded: name, code, field, results.';
comment on column public.procedure_version.document is 'The version as src/domain/procedure/procedure.ts has it, provenance included.';

create table public.rating (
  dossier_id uuid not null,
  receiving_agency_id text not null,
  deciding_agency_id text not null,
  field_id text not null,
  trial boolean not null,
  score integer not null,
  aspects jsonb not null,
  comment text not null,
  rated_at timestamp with time zone not null
);
alter table public.rating add constraint rating_pkey PRIMARY KEY (dossier_id);
alter table public.rating add constraint score_known CHECK (((score >= 1) AND (score <= 5)));
alter table public.rating add constraint rating_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX rating_by_time ON public.rating USING btree (rated_at) INCLUDE (score, field_id, receiving_agency_id, deciding_agency_id, trial);
grant insert, select on public.rating to motcua_app;
comment on table public.rating is 'One rating for a dossier, given once by whoever holds its link after the return. No officer stands in it.';
comment on column public.rating.aspects is 'Aspect → 1 to 5, as src/domain/rating/rating.ts has them; one that was left out is not in it.';

create table public.read_log (
  read_id uuid not null,
  at timestamp with time zone not null,
  officer_id uuid not null,
  for_agency text not null,
  in_role text not null,
  dossier_id uuid not null,
  what text not null
);
alter table public.read_log add constraint read_log_pkey PRIMARY KEY (read_id);
CREATE INDEX read_log_of_dossier ON public.read_log USING btree (dossier_id, at);
grant insert, select on public.read_log to motcua_app;
comment on table public.read_log is 'Who read personal data of which dossier, as whom and what. Kept five years at least.';

create table public.reference_stamp (
  only_one boolean not null default true,
  stamp uuid not null
);
alter table public.reference_stamp add constraint only_one_row CHECK (only_one);
alter table public.reference_stamp add constraint reference_stamp_pkey PRIMARY KEY (only_one);
grant insert, select, update on public.reference_stamp to motcua_app;
comment on table public.reference_stamp is 'Changes with each import that changed something, so that a running program knows that what it remembers is old.';

create table public.reminder (
  dossier_id uuid not null,
  version integer not null,
  officer_id uuid not null,
  due_at timestamp with time zone not null,
  made_at timestamp with time zone not null
);
alter table public.reminder add constraint reminder_pkey PRIMARY KEY (dossier_id, version, officer_id);
alter table public.reminder add constraint reminder_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
alter table public.reminder add constraint reminder_dossier_id_version_fkey FOREIGN KEY (dossier_id, version) REFERENCES dossier_event(dossier_id, version);
CREATE INDEX reminder_newest_of_officer ON public.reminder USING btree (officer_id, made_at DESC, dossier_id DESC, version DESC);
grant insert, select on public.reminder to motcua_app;
comment on table public.reminder is 'Officers who were told that a dossier''s appointed time comes near or is over; one row for an event and officer.';
comment on column public.reminder.due_at is 'The appointed time that it is about; when the dossier has another by now, it is void.';

create table public.result_counter (
  agency_id text not null,
  year integer not null,
  last_number integer not null
);
alter table public.result_counter add constraint result_counter_pkey PRIMARY KEY (agency_id, year);
grant insert, select, update on public.result_counter to motcua_app;
comment on table public.result_counter is 'Running number of results by the agency that issues them and year; a gap does no harm.';

create table public.share (
  dossier_id uuid not null,
  no integer not null,
  agency_id text not null,
  opened_at timestamp with time zone not null,
  due_at timestamp with time zone,
  done_at timestamp with time zone,
  outcome text
);
alter table public.share add constraint share_pkey PRIMARY KEY (dossier_id, no);
alter table public.share add constraint share_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX share_of_agency ON public.share USING btree (agency_id, opened_at);
grant insert, select, update on public.share to motcua_app;
comment on table public.share is 'An agency''s part of a dossier; its lateness is its own.';

create table public.supplement_file (
  dossier_id uuid not null,
  component_no integer not null,
  digest text not null,
  name text not null,
  sent_at timestamp with time zone not null
);
alter table public.supplement_file add constraint supplement_file_pkey PRIMARY KEY (dossier_id, component_no, digest, name);
alter table public.supplement_file add constraint supplement_file_digest_fkey FOREIGN KEY (digest) REFERENCES file(digest);
alter table public.supplement_file add constraint supplement_file_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX supplement_file_by_digest ON public.supplement_file USING btree (digest);
grant delete, insert, select on public.supplement_file to motcua_app;
comment on table public.supplement_file is 'What an applicant has laid ready for a supplement; gone once it is handed in, and then in the history.';

create table public.target (
  target_id text not null,
  position integer not null,
  topic text not null,
  name text not null,
  measure text,
  goal_pct numeric,
  goal_said text not null,
  source text not null
);
alter table public.target add constraint target_pkey PRIMARY KEY (target_id);
grant insert, select, update on public.target to motcua_app;
comment on table public.target is 'Targets that the city has made public.';
comment on column public.target.measure is 'What it is counted from, src/domain/indicator/targets.ts; null: it cannot be counted here yet.';
comment on column public.target.goal_pct is 'Share to be reached, in percent; null: a figure that is watched, without a goal.';
comment on column public.target.goal_said is 'The goal in the city''s words.';

create table public.task (
  dossier_id uuid not null,
  no integer not null,
  step_no integer not null,
  agency_id text not null,
  unit_id text not null,
  role text not null,
  officer_id uuid,
  opened_at timestamp with time zone not null,
  taken_at timestamp with time zone,
  planned_at timestamp with time zone,
  due_at timestamp with time zone,
  state text not null,
  done_at timestamp with time zone
);
alter table public.task add constraint task_pkey PRIMARY KEY (dossier_id, no);
alter table public.task add constraint task_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX task_open_by_due ON public.task USING btree (unit_id, role, COALESCE(due_at, 'infinity'::timestamp with time zone), dossier_id) WHERE (done_at IS NULL);
CREATE INDEX task_open_of_officer ON public.task USING btree (officer_id, COALESCE(due_at, 'infinity'::timestamp with time zone), dossier_id) WHERE (done_at IS NULL);
grant insert, select, update on public.task to motcua_app;
comment on table public.task is 'A step of a dossier in the hands of a unit: open until done_at. One row a visit, so a step done twice has two.';
comment on column public.task.due_at is 'When the dossier owes something next, its answer or its result, kept here so that a work list reads one index; null while the clock stands still or has ended.';
comment on column public.task.state is 'The dossier''s state, for the same reason.';

create table public.timer (
  dossier_id uuid not null,
  node_id text not null,
  due_at timestamp with time zone not null
);
alter table public.timer add constraint timer_pkey PRIMARY KEY (dossier_id, node_id);
alter table public.timer add constraint timer_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossier(dossier_id);
CREATE INDEX timer_by_due ON public.timer USING btree (due_at, dossier_id);
grant delete, insert, select on public.timer to motcua_app;
comment on table public.timer is 'Timers that are set on a dossier''s way, as its standing has them: a job fires each when it is due.';

create table public.unit (
  unit_id text not null,
  agency_id text not null,
  kind text not null,
  name text not null
);
alter table public.unit add constraint unit_pkey PRIMARY KEY (unit_id);
alter table public.unit add constraint unit_kind_known CHECK ((kind = ANY (ARRAY['one-stop'::text, 'professional'::text, 'leadership'::text, 'clerical'::text])));
alter table public.unit add constraint one_unit_of_a_kind UNIQUE (agency_id, kind);
alter table public.unit add constraint unit_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id);
grant insert, select, update on public.unit to motcua_app;
comment on table public.unit is 'A part of an agency that holds tasks; a step of a workflow finds it by its kind.';

create table public.workflow_draft (
  procedure_id text not null,
  version integer not null,
  act text not null,
  document text,
  based_on integer not null,
  published_version integer,
  officer_id uuid not null,
  agency_id text not null,
  role text not null,
  at timestamp with time zone not null
);
alter table public.workflow_draft add constraint act_known CHECK ((act = ANY (ARRAY['saved'::text, 'imported'::text, 'published'::text, 'discarded'::text])));
alter table public.workflow_draft add constraint version_from_one CHECK ((version > 0));
alter table public.workflow_draft add constraint workflow_draft_pkey PRIMARY KEY (procedure_id, version);
alter table public.workflow_draft add constraint names_what_it_became CHECK (((act = 'published'::text) = (published_version IS NOT NULL)));
alter table public.workflow_draft add constraint nothing_left_when_discarded CHECK (((act = 'discarded'::text) = (document IS NULL)));
alter table public.workflow_draft add constraint workflow_draft_agency_id_fkey FOREIGN KEY (agency_id) REFERENCES agency(agency_id);
alter table public.workflow_draft add constraint workflow_draft_officer_id_fkey FOREIGN KEY (officer_id) REFERENCES officer(officer_id);
alter table public.workflow_draft add constraint workflow_draft_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(procedure_id);
alter table public.workflow_draft add constraint workflow_draft_procedure_id_based_on_fkey FOREIGN KEY (procedure_id, based_on) REFERENCES procedure_version(procedure_id, version);
alter table public.workflow_draft add constraint workflow_draft_procedure_id_published_version_fkey FOREIGN KEY (procedure_id, published_version) REFERENCES procedure_version(procedure_id, version);
grant insert, select on public.workflow_draft to motcua_app;
comment on table public.workflow_draft is 'What was done to a procedure''s draft of its workflow; the newest row says what stands. Append only.';
comment on column public.workflow_draft.version is 'Counts the acts: an act is written down at the number after the one it was decided on, or not at all.';
comment on column public.workflow_draft.document is 'BPMN 2.0 with its drawing and whatever other tools wrote into it.';
comment on column public.workflow_draft.based_on is 'The version of the procedure that was the newest one when the draft was begun.';

CREATE OR REPLACE FUNCTION public.append_dossier_events(for_dossier uuid, expected_version integer, expected_hash text, command uuid, actor uuid, actor_agency text, actor_role text, asked text, birth_row jsonb, birth_search text, new_state text, new_received_at timestamp with time zone, new_due_at timestamp with time zone, new_ready_at timestamp with time zone, new_closed_at timestamp with time zone, new_withdrawal_asked boolean, new_outcome text, new_standing jsonb, new_version integer, new_hash text, types text[], ats timestamp with time zone[], datas jsonb, sealeds jsonb, sealed_digests text[], hashes text[], owes boolean[], task_due_at timestamp with time zone, ended_no integer, ended_by uuid, ended_at timestamp with time zone, open_no integer, open_begins boolean, open_step_no integer, open_agency text, open_unit text, open_role text, open_officer uuid, open_at timestamp with time zone, open_taken_at timestamp with time zone, open_planned_at timestamp with time zone, shares jsonb, branched jsonb)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
grant execute on function public.append_dossier_events(for_dossier uuid, expected_version integer, expected_hash text, command uuid, actor uuid, actor_agency text, actor_role text, asked text, birth_row jsonb, birth_search text, new_state text, new_received_at timestamp with time zone, new_due_at timestamp with time zone, new_ready_at timestamp with time zone, new_closed_at timestamp with time zone, new_withdrawal_asked boolean, new_outcome text, new_standing jsonb, new_version integer, new_hash text, types text[], ats timestamp with time zone[], datas jsonb, sealeds jsonb, sealed_digests text[], hashes text[], owes boolean[], task_due_at timestamp with time zone, ended_no integer, ended_by uuid, ended_at timestamp with time zone, open_no integer, open_begins boolean, open_step_no integer, open_agency text, open_unit text, open_role text, open_officer uuid, open_at timestamp with time zone, open_taken_at timestamp with time zone, open_planned_at timestamp with time zone, shares jsonb, branched jsonb) to public;

CREATE OR REPLACE FUNCTION public.append_feedback_events(for_feedback uuid, expected_version integer, command uuid, events jsonb, feedback_row jsonb)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
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
end $function$
;
grant execute on function public.append_feedback_events(for_feedback uuid, expected_version integer, command uuid, events jsonb, feedback_row jsonb) to public;

CREATE OR REPLACE FUNCTION public.count_sent(of_key text, minutes integer)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$
declare
  counted int;
begin
  delete from pace where key in (
    select p.key from pace p where p.until_at <= now() and p.key <> of_key order by p.until_at limit 10 for update skip locked);
  insert into pace as p values (of_key, 1, now() + make_interval(mins => minutes))
  on conflict (key) do update
     set sent     = case when p.until_at <= now() then 1 else least(p.sent, 1000000) + 1 end,
         until_at = case when p.until_at <= now() then now() + make_interval(mins => minutes) else p.until_at end
  returning sent into counted;
  return counted;
end $function$
;
grant execute on function public.count_sent(of_key text, minutes integer) to public;

CREATE OR REPLACE FUNCTION public.load_dossier(for_code text, command uuid, actor uuid)
 RETURNS TABLE(dossier_id uuid, version integer, last_hash text, standing jsonb, birth jsonb, born_at timestamp with time zone, done_version integer, done_request text)
 LANGUAGE sql
 STABLE
AS $function$
  select d.dossier_id, d.version, d.last_hash, d.standing, b.data, b.at, done.version, done.request
    from dossier_code c
    join dossier d on d.dossier_id = c.dossier_id
    join dossier_event b on b.dossier_id = c.dossier_id and b.version = 1
    left join lateral (
      select e.version, e.sealed ->> 'request' as request from dossier_event e
       where e.dossier_id = c.dossier_id and e.command_id = command
       order by e.version desc limit 1) done on true
   where c.code = for_code;
$function$
;
grant execute on function public.load_dossier(for_code text, command uuid, actor uuid) to public;

CREATE OR REPLACE FUNCTION public.next_code_number(for_agency text, on_day date)
 RETURNS integer
 LANGUAGE sql
AS $function$
  insert into code_counter values (for_agency, on_day, 1)
  on conflict (agency_id, day) do update set last_number = code_counter.last_number + 1
  returning last_number;
$function$
;
grant execute on function public.next_code_number(for_agency text, on_day date) to public;

CREATE OR REPLACE FUNCTION public.next_feedback_number(on_day date)
 RETURNS integer
 LANGUAGE sql
AS $function$
  insert into feedback_counter values (on_day, 1)
  on conflict (day) do update set last_number = feedback_counter.last_number + 1
  returning last_number;
$function$
;
grant execute on function public.next_feedback_number(on_day date) to public;

CREATE OR REPLACE FUNCTION public.next_result_number(for_agency text, in_year integer)
 RETURNS integer
 LANGUAGE sql
AS $function$
  insert into result_counter values (for_agency, in_year, 1)
  on conflict (agency_id, year) do update set last_number = result_counter.last_number + 1
  returning last_number;
$function$
;
grant execute on function public.next_result_number(for_agency text, in_year integer) to public;

CREATE OR REPLACE FUNCTION public.take_attempts(keys text[], most integer[], minutes integer[])
 RETURNS integer[]
 LANGUAGE plpgsql
AS $function$
declare
  answer int[] := '{}';
  counted int;
begin
  delete from attempt where key in (
    select a.key from attempt a where a.free_at <= now() and a.key <> all (keys) order by a.free_at limit 10 for update skip locked);

  for i in 1 .. cardinality(keys) loop
    insert into attempt as a values (keys[i], 1, now() + make_interval(mins => minutes[i]))
    on conflict (key) do update
       set tries   = case when a.free_at <= now() then 1 else least(a.tries, most[i]) + 1 end,
           free_at = case when a.free_at <= now() or a.tries < most[i] then now() + make_interval(mins => minutes[i]) else a.free_at end
    returning tries into counted;
    answer := answer || counted;
  end loop;
  return answer;
end $function$
;
grant execute on function public.take_attempts(keys text[], most integer[], minutes integer[]) to public;
