-- Each day of all histories, closed by a Merkle tree over the dossiers' heads.
-- Ground: design.md §5. Neither closings nor heads are ever changed; whoever kept one of them elsewhere can tell.

create table day_closing (
  day        date primary key,
  size       int  not null,
  root       text not null,
  hash       text not null,
  heads      bytea not null,
  closed_at  timestamptz not null
);
comment on table  day_closing is 'A day of all histories, closed: see src/domain/dossier/day-closing.ts.';
comment on column day_closing.heads is 'The tree''s leaves, 32 bytes each, in order: the head of each dossier that something happened to that day.';
comment on column day_closing.hash is 'Over the hash of the day closed before and this one''s day, size and root.';

-- Events are written in the order of time, so that a small index finds a day.
create index dossier_event_by_time on dossier_event using brin (at) with (pages_per_range = 16, autosummarize = on);

grant select, insert on day_closing to motcua_app;
