-- Who does an absent officer's tasks, for which days.
-- Ground: domain.md §4 (delegate while absent). What was done by it stands in the histories, each event with the delegation's id.
-- A delegation is never edited: it may be taken back, and then it says when and by whom.
create table delegation (
  delegation_id uuid primary key,
  absent_id     uuid not null references officer,
  stand_in_id   uuid not null references officer constraint nobody_for_himself check (stand_in_id <> absent_id),
  agency_id     text not null references agency,
  unit_id       text not null references unit,
  role          text not null,
  from_on       date not null,
  until_on      date not null constraint ends_not_before_it_begins check (until_on >= from_on),
  ground        text not null,
  made_at       timestamptz not null,
  made_by       uuid not null,
  ended_at      timestamptz,
  ended_by      uuid,
  constraint ended_by_somebody check ((ended_at is null) = (ended_by is null))
);
create index delegation_of_stand_in on delegation (stand_in_id, until_on);
create index delegation_of_absent on delegation (absent_id, until_on);
create index delegation_of_unit on delegation (unit_id, until_on);
comment on table  delegation is 'Colleagues who act for officers who are absent, in one role of one unit.';
comment on column delegation.until_on is 'The last day; it counts whole.';
comment on column delegation.ended_at is 'Taken back before its last day was over; null while nobody did.';

grant select, insert on delegation to motcua_app;
grant update (ended_at, ended_by) on delegation to motcua_app;
