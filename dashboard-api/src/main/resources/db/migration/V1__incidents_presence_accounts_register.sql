-- Names: one table a thing, singular. All instants are timestamptz, rounded to milliseconds by the application.

-- Every change that desks are told about bears the next number. The row is locked from the moment a
-- transaction takes a number until it commits, so numbers are committed in order and without holes:
-- whoever has read up to N has missed nothing below N.
create table change_counter (
    one boolean primary key default true check (one),
    last_number bigint not null
);
insert into change_counter (last_number) values (0);

create table incident (
    id text primary key,
    type text not null,
    window_id text,
    post_ids text[] not null,
    area_id text,
    camera_ids text[] not null,
    started_at timestamptz not null,
    confirmed_at timestamptz not null,
    ended_at timestamptz,
    status text not null check (status in ('OPEN', 'CLOSED')),
    blind_seconds double precision not null,
    measure text not null,
    version integer not null,
    change_number bigint not null,
    stored_at timestamptz not null default now(),
    check ((ended_at is null) = (status = 'OPEN'))
);
create index incident_newest on incident (started_at desc, id desc);
create index incident_newest_of_window on incident (window_id, started_at desc, id desc);
create index incident_newest_of_type on incident (type, started_at desc, id desc);
create index incident_open on incident (started_at desc, id desc) where status = 'OPEN';
create unique index incident_change on incident (change_number);

create table window_presence (
    window_id text primary key,
    presence text not null check (presence in ('STAFFED', 'EMPTY', 'UNKNOWN', 'EXEMPT')),
    seen integer not null,
    cause text,
    since timestamptz not null,
    at timestamptz not null,
    change_number bigint not null
);
create unique index window_presence_change on window_presence (change_number);

create table occupancy_minute (
    window_id text not null,
    minute timestamptz not null,
    staffed_seconds real not null,
    empty_seconds real not null,
    blind_seconds real not null,
    exempt_seconds real not null,
    mean_persons real not null,
    phone_seconds real not null,
    primary key (window_id, minute)
);

create table site_plan_version (
    number integer primary key,
    yaml text not null,
    sha256 text not null,
    stored_at timestamptz not null,
    stored_by text not null
);

create table account (
    id uuid primary key,
    username text not null,
    display_name text not null,
    password_hash text not null,
    enabled boolean not null default true,
    created_at timestamptz not null,
    changed_at timestamptz not null
);
create unique index account_username on account (lower(username));

create table account_role (
    account_id uuid not null references account (id),
    role text not null check (role in ('DESK', 'APPROVER', 'SUPERVISOR', 'ADMIN', 'AUDITOR')),
    primary key (account_id, role)
);

-- Cookies hold a random secret, this table only its SHA-256: a copy of the table signs nobody in.
create table sign_in_session (
    id uuid primary key,
    secret_sha256 bytea not null unique,
    account_id uuid not null references account (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null
);
create index sign_in_session_account on sign_in_session (account_id);

create table sign_in_failure (
    subject text primary key,
    failures integer not null,
    last_at timestamptz not null
);

-- The register. Each entry's hash covers its text and the hash before it; nothing is ever changed or
-- deleted, which the triggers make hard to do by mistake and the hashes make visible when done on purpose.
create table audit_event (
    number bigint primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    camera_id text,
    span_from timestamptz,
    span_to timestamptz,
    subject text,
    reason text,
    details text not null,
    previous_hash text not null,
    hash text not null
);
create index audit_event_at on audit_event (at desc, number desc);
create index audit_event_actor on audit_event (actor, number desc);
create index audit_event_camera on audit_event (camera_id, number desc);
create index audit_event_action on audit_event (action, number desc);

create table audit_head (
    one boolean primary key default true check (one),
    last_number bigint not null,
    last_hash text not null
);
insert into audit_head (last_number, last_hash) values (0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;
create trigger audit_event_append_only before update or delete on audit_event
    for each row execute function refuse_change();
create trigger audit_event_keep before truncate on audit_event
    for each statement execute function refuse_change();
