-- People and duty. Windows, posts and units are the site plan's; here is who works there, and when.

alter table account_role drop constraint account_role_role_check;
alter table account_role add constraint account_role_role_check
    check (role in ('DESK', 'APPROVER', 'SUPERVISOR', 'ADMIN', 'AUDITOR', 'STAFF'));

create table staff (
    id text primary key, -- 工号
    name text not null,
    unit text not null,
    username text, -- the account this person signs in with
    dingtalk_user_id text,
    active_from date not null,
    active_until date, -- last day; null while employed
    check (active_until is null or active_until >= active_from)
);
create unique index staff_username on staff (lower(username)) where username is not null;
create unique index staff_dingtalk on staff (dingtalk_user_id) where dingtalk_user_id is not null;

-- Both days included. A person has one role at a window from a given day.
create table duty_assignment (
    staff_id text not null references staff (id),
    window_id text not null,
    post_id text, -- null: any post of the window
    role text not null check (role in ('A', 'B')),
    valid_from date not null,
    valid_until date,
    primary key (staff_id, window_id, valid_from),
    check (valid_until is null or valid_until >= valid_from)
);
create index duty_assignment_window on duty_assignment (window_id, valid_from);

create table guide_duty (
    window_id text not null,
    on_date date not null,
    shift text not null check (shift in ('MORNING', 'AFTERNOON', 'DAY')),
    staff_id text not null references staff (id),
    primary key (window_id, on_date, shift, staff_id)
);

create table absence (
    id text primary key,
    staff_id text not null references staff (id),
    kind text not null check (kind in ('OUTING', 'LEAVE', 'OFFICIAL_TRIP', 'SECONDMENT')),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    requested_at timestamptz not null,
    state text not null check (state in ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN')),
    reason text,
    source text not null check (source in ('DESK', 'FILE', 'DINGTALK')),
    check (ends_at > starts_at)
);
create index absence_of_staff on absence (staff_id, starts_at);
create index absence_span on absence (starts_at, ends_at);

-- 审批: who said what, in order.
create table absence_step (
    absence_id text not null references absence (id) on delete cascade,
    number integer not null,
    approver text not null,
    decided_at timestamptz,
    verdict text not null check (verdict in ('PENDING', 'APPROVED', 'REJECTED')),
    remark text,
    primary key (absence_id, number)
);

create table window_closure (
    id text primary key,
    window_id text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    check (ends_at > starts_at)
);
create index window_closure_span on window_closure (window_id, starts_at);
