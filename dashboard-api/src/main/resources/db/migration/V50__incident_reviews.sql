-- What people make of incidents. The incident bears where it stands now; every step that led there, and
-- every comment, is kept for ever beside it.
alter table incident add column standing text not null default 'UNREVIEWED'
    check (standing in ('UNREVIEWED', 'CONFIRMED', 'DISMISSED', 'APPEALED', 'UPHELD', 'REVERSED'));
alter table incident add column review text;
alter table incident add column comments integer not null default 0;
create index incident_standing on incident (standing, started_at desc, id desc);

create table incident_step (
    incident_id text not null references incident (id),
    number integer not null,
    at timestamptz not null,
    actor text not null,
    kind text not null check (kind in
        ('CONFIRMED', 'DISMISSED', 'WITHDRAWN', 'APPEALED', 'UPHELD', 'REVERSED', 'COMMENTED')),
    reason text,
    false_alarm text,
    appellant text,
    text text not null,
    primary key (incident_id, number)
);
create trigger incident_step_append_only before update or delete on incident_step
    for each row execute function refuse_change();
