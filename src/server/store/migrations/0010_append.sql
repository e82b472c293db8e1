-- The append takes its row as values and writes only what changed: a third of the statements it had.

drop function append_dossier_events(uuid, int, uuid, uuid, jsonb, jsonb, jsonb, jsonb);

-- The one way a history grows: events, the row they lead to, tasks, shares and the reactions they owe, all or nothing.
-- Answers the new version; null when the dossier is no longer at expected_version (0: not born yet; its row is in birth_row).
-- The same command again gets its first answer and has no second effect; with another request it gets null.
-- What was decided on the version that is there cannot have been written down before: the command is looked for only when it is not.
create function append_dossier_events(
  for_dossier uuid, expected_version int, command uuid, actor uuid, actor_agency text, actor_role text, asked text,
  birth_row jsonb,
  new_state text, new_received_at timestamptz, new_due_at timestamptz, new_ready_at timestamptz, new_closed_at timestamptz,
  new_withdrawal_asked boolean, new_outcome text, new_standing jsonb, new_version int, new_hash text,
  types text[], ats timestamptz[], datas jsonb[], sealeds jsonb[], sealed_digests text[], hashes text[], owing int[],
  tasks jsonb, shares jsonb
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
     where dossier_id = for_dossier and version = expected_version;
  end if;
  if not found then
    select version, sealed ->> 'request' as request into first from dossier_event
     where dossier_id = for_dossier and command_id = command order by version desc limit 1;
    return case when first.request = asked then first.version end;
  end if;

  insert into dossier_event
  select for_dossier, expected_version + e.n, command, e.type, e.at, actor, actor_agency, actor_role, e.data, e.sealed, e.sealed_digest, e.hash
    from unnest(types, ats, datas, sealeds, sealed_digests, hashes) with ordinality as e (type, at, data, sealed, sealed_digest, hash, n);
  if owing is not null then
    insert into outbox select for_dossier, expected_version + o.n, ats[o.n] from unnest(owing) as o (n);
  end if;
  if tasks is not null then
    insert into task select * from jsonb_populate_recordset(null::task, tasks)
    on conflict (dossier_id, no) do update
       set officer_id = excluded.officer_id, opened_at = excluded.opened_at, taken_at = excluded.taken_at, planned_at = excluded.planned_at,
           due_at = excluded.due_at, state = excluded.state, done_at = excluded.done_at;
  end if;
  if shares is not null then
    insert into share select * from jsonb_populate_recordset(null::share, shares)
    on conflict (dossier_id, no) do update set due_at = excluded.due_at, done_at = excluded.done_at, outcome = excluded.outcome;
  end if;
  return new_version;
end $$;
