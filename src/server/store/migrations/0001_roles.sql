-- Who may do what with the database. The server's administrator runs this file, motcua_owner every later one;
-- motcua_app serves. It may be run again. Passwords are set by who runs the server, never here.

do $$ begin
  -- Roles belong to the whole server: another database may have brought them already.
  if to_regrole('motcua_owner') is null then create role motcua_owner login; end if;
  if to_regrole('motcua_app')   is null then create role motcua_app   login; end if;

  -- The owner makes schemas of its own: sign-in, jobs, the list of migrations.
  execute format('grant create on database %I to motcua_owner', current_database());
end $$;

grant create on schema public to motcua_owner;

-- Search without tone marks compares parts of folded words.
create extension if not exists pg_trgm;
