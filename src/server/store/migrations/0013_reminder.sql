-- What officers were told of due times that come near or are over.
-- Ground: domain.md §4, §5. The histories say whom time told; here each officer finds what he was told, by the event in its key,
-- so that a reaction that runs twice has one effect. Officers have no mail address: it is told here and nowhere else.
create table reminder (
  dossier_id   uuid not null references dossier,
  version      int  not null,
  officer_id   uuid not null,
  due_at       timestamptz not null,
  made_at      timestamptz not null,
  primary key (dossier_id, version, officer_id),
  foreign key (dossier_id, version) references dossier_event
);
create index reminder_newest_of_officer on reminder (officer_id, made_at desc, dossier_id desc, version desc);
comment on table  reminder is 'Officers who were told that a dossier''s appointed time comes near or is over; one row for an event and officer.';
comment on column reminder.due_at is 'The appointed time that it is about; when the dossier has another by now, it is void.';

grant select, insert on reminder to motcua_app;
