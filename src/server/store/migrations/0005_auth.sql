-- Who signs in to the office, and how often somebody has tried a secret.
-- Ground: design.md §11, domain.md §11. The tables of schema auth are better-auth's, under our names; it checks them when it starts.
-- Sessions are rows and keep the database's clock, as tries do, whatever moment the office is shown at.

create schema auth;

create table auth.sign_in (
  id             uuid primary key default uuidv7(),
  officer_id     uuid unique references officer,
  username       text not null unique,
  name           text not null generated always as (username) stored,
  email          text not null unique generated always as (username || '@sign-in.invalid') stored,
  email_verified boolean not null default false,
  image          text,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  constraint username_in_small_letters check (username ~ '^[a-z0-9_.]{3,60}$'),
  constraint sign_in_is_an_officers check (officer_id is not null or username = 'nobody')
);
comment on table  auth.sign_in is 'An officer''s account; better-auth calls it user. Histories name officer_id, never this.';
comment on column auth.sign_in.email is 'better-auth wants one; no mail goes there.';

create table auth.credential (
  id                       uuid primary key default uuidv7(),
  sign_in_id               uuid not null references auth.sign_in on delete cascade,
  account_id               text not null,
  provider_id              text not null,
  access_token             text,
  refresh_token            text,
  id_token                 text,
  access_token_expires_at  timestamptz,
  refresh_token_expires_at timestamptz,
  scope                    text,
  password                 text,
  created_at               timestamptz not null default now(),
  updated_at               timestamptz not null default now(),
  unique (provider_id, account_id)
);
create index credential_of_sign_in on auth.credential (sign_in_id);
comment on table auth.credential is 'What proves who signs in: a password''s scrypt hash. better-auth calls it account.';

create table auth.session (
  id           uuid primary key default uuidv7(),
  sign_in_id   uuid not null references auth.sign_in on delete cascade,
  token        text not null unique,
  expires_at   timestamptz not null,
  last_used_at timestamptz not null default now(),
  ip_address   text,
  user_agent   text,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now()
);
create index session_of_sign_in on auth.session (sign_in_id);
comment on column auth.session.last_used_at is 'Ours: a session ends when it has not been used for a while.';

create table auth.verification (
  id         uuid primary key default uuidv7(),
  identifier text not null,
  value      text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_identifier on auth.verification (identifier);
comment on table auth.verification is 'better-auth wants it; nothing is verified by mail yet.';

-- The account that a try with an unknown name or at a locked one is made against, so that it takes the same work.
-- Its hash belongs to no password; 0:0 stands for what trying one costs in this house, see gateways/identity/password-hash.ts.
insert into auth.sign_in (username) values ('nobody');
insert into auth.credential (sign_in_id, account_id, provider_id, password)
select id, id::text, 'credential', '0:0:' || md5(gen_random_uuid()::text) || ':' || encode(sha512(uuid_send(gen_random_uuid())), 'hex') from auth.sign_in;

grant usage on schema auth to motcua_app;
grant select, insert, update, delete on auth.sign_in, auth.credential, auth.session, auth.verification to motcua_app;

create table attempt (
  key     text primary key,
  tries   int not null constraint tries_from_one check (tries > 0),
  free_at timestamptz not null
);
create index attempt_by_free_at on attempt (free_at);
comment on table  attempt is 'How often a name, a code or an address has been tried of late. A row whose moment is past counts no more.';
comment on column attempt.key is 'Keyed hash of what was tried, so that neither names nor addresses stand here.';
comment on column attempt.free_at is 'When the tries are forgotten; the ones beyond the limit do not move it.';

-- Counts one more try at each key, in the order given, and answers how often each has been tried, this one included.
-- Beyond `most` it does not count on, so that a lock ends when it was said to. Forgets some of what is past meanwhile.
create function take_attempts(keys text[], most int[], minutes int[]) returns int[] language plpgsql as $$
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
end $$;

grant select, insert, update, delete on attempt to motcua_app;
