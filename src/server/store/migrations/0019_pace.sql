-- What anybody may send without an account is counted by the address that it comes from, so that none sends without end.
-- Unlike tries at a secret it is counted by the hour from the first on: a kiosk that is used all day is never locked for long.
create table pace (
  key      text primary key,
  sent     int not null constraint sent_from_one check (sent > 0),
  until_at timestamptz not null
);
create index pace_by_until_at on pace (until_at);
comment on table  pace is 'How much came from an address of late, each kind for itself. A row whose moment is past counts no more.';
comment on column pace.key is 'Keyed hash of kind and address, so that no address stands here.';
comment on column pace.until_at is 'When it is counted anew.';

-- Counts one more, and answers how many that are since it began to be counted. Forgets some of what is past meanwhile.
create function count_sent(of_key text, minutes int) returns int language plpgsql as $$
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
end $$;

grant select, insert, update, delete on pace to motcua_app;
