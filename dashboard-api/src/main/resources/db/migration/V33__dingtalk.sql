-- Approvals that DingTalk told of and that are not settled here yet: done again until they are.
create table dingtalk_queue (
    instance_id text primary key,
    process text not null,
    attempts integer not null default 0,
    next_at timestamptz not null,
    problem text
);

create table dingtalk_run (
    one boolean primary key default true check (one),
    polled_until timestamptz,
    ran_at timestamptz not null,
    report text not null
);
