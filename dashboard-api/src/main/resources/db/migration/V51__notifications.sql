-- Where the hall tells people outside the page, and everything it told them. Secrets are sealed with the key
-- in DIR/secrets/notify-key: a copy of the database alone can send nothing.
create table notify_channel (
    id uuid primary key,
    name text not null,
    kind text not null check (kind in ('DINGTALK', 'EMAIL', 'WEBHOOK')),
    enabled boolean not null,
    address text not null,
    recipients text[] not null,
    topics text[] not null,
    cooldown_seconds integer not null,
    secrets bytea,
    paused_until timestamptz,
    changed_at timestamptz not null
);

-- Up to which change of the incidents the outbox has been filled.
create table notify_position (
    one boolean primary key default true check (one),
    last_number bigint not null
);
insert into notify_position (last_number) values (0);

create table notify_message (
    id bigint generated always as identity primary key,
    channel_id uuid not null references notify_channel (id) on delete cascade,
    topic text not null,
    incident_id text not null,
    place text not null,
    text text not null,
    state text not null check (state in ('WAITING', 'SENT', 'QUIET', 'FAILED')),
    created_at timestamptz not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    sent_at timestamptz,
    together integer,
    problem text,
    unique (channel_id, topic, incident_id)
);
create index notify_message_waiting on notify_message (channel_id, due_at) where state = 'WAITING';
create index notify_message_newest on notify_message (id desc);
create index notify_message_place on notify_message (channel_id, place, topic, created_at desc);
