-- 打卡, as the machine or DingTalk has it. What became of the punches that were due is worked out, never stored.
create table punch (
    staff_id text not null references staff (id),
    punched_at timestamptz not null,
    direction text check (direction in ('IN', 'OUT')), -- null where the source does not say
    source text not null check (source in ('FILE', 'DINGTALK')),
    place text,
    primary key (staff_id, punched_at)
);
create index punch_at on punch (punched_at);

-- 补卡. One request a due punch: asking twice is asking once.
create table make_up_request (
    id text primary key,
    staff_id text not null references staff (id),
    due_at timestamptz not null,
    direction text not null check (direction in ('IN', 'OUT')),
    requested_at timestamptz not null,
    reason text not null,
    source text not null check (source in ('PAGE', 'DESK', 'DINGTALK')),
    verdict text not null check (verdict in ('PENDING', 'APPROVED', 'REJECTED')),
    decided_at timestamptz,
    unique (staff_id, due_at, direction)
);
create index make_up_request_verdict on make_up_request (verdict, requested_at);

-- One decision a step (two where the hall wants it), with the footage it rests on.
create table make_up_decision (
    request_id text not null references make_up_request (id),
    step integer not null,
    decided_by text not null,
    decided_at timestamptz not null,
    verdict text not null check (verdict in ('APPROVED', 'REJECTED')),
    remark text not null,
    primary key (request_id, step)
);
create table make_up_footage (
    request_id text not null,
    step integer not null,
    camera_id text not null,
    span_from timestamptz not null,
    span_to timestamptz not null,
    clip_sha256 text not null,
    gap_seconds double precision not null,
    hold_id text,
    primary key (request_id, step, camera_id),
    foreign key (request_id, step) references make_up_decision (request_id, step)
);
