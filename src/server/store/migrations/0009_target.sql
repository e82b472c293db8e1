-- What the city has promised in public, and by which measure it is counted.
-- Ground: domain.md §10 (the article's figures). Which measures there are is the program's; goals are the city's.

create table target (
  target_id  text primary key,
  position   int  not null,
  topic      text not null,
  name       text not null,
  measure    text,
  goal_pct   numeric,
  goal_said  text not null,
  source     text not null
);
comment on table  target is 'Targets that the city has made public.';
comment on column target.measure is 'What it is counted from, src/domain/indicator/targets.ts; null: it cannot be counted here yet.';
comment on column target.goal_pct is 'Share to be reached, in percent; null: a figure that is watched, without a goal.';
comment on column target.goal_said is 'The goal in the city''s words.';

grant select, insert, update on target to motcua_app;
