-- Evidence of each incident: whether its clips are made, and from which version of the incident.
create table evidence (
    incident_id text primary key references incident (id),
    incident_version integer not null,
    state text not null check (state in ('PENDING', 'READY', 'INCOMPLETE', 'FAILED')),
    reason text,
    detail text,
    span_from timestamptz not null,
    span_to timestamptz,
    attempts integer not null default 0,
    next_try_at timestamptz not null,
    made_at timestamptz,
    change_number bigint not null
);
create index evidence_due on evidence (next_try_at);
create unique index evidence_change on evidence (change_number);

create table evidence_clip (
    incident_id text not null references evidence (incident_id),
    camera_id text not null,
    codec text not null,
    clip_from timestamptz not null,
    clip_to timestamptz not null,
    bytes bigint not null,
    sha256 text not null,
    seal text not null,
    marked_sha256 text,
    contents text not null, -- JSON: chapters, pieces, gaps
    primary key (incident_id, camera_id)
);
