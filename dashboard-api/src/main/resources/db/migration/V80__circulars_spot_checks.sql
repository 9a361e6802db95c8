-- 视频抽查. The seed of a month decides what is drawn; what was drawn is kept, whatever the plan becomes.
create table spot_check_month (
    month text primary key check (month ~ '^\d{4}-\d{2}$'),
    seed bigint not null,
    turns integer not null,
    length_seconds integer not null,
    drawn_at timestamptz not null
);

create table spot_check (
    id text primary key,
    month text not null references spot_check_month (month),
    window_id text not null,
    turn integer not null,
    at timestamptz not null,
    state text not null default 'DUE' check (state in ('DUE', 'DONE', 'WITHDRAWN')),
    checked_by text,
    checked_at timestamptz,
    remark text,
    withdrawn_by text,
    withdrawn_at timestamptz,
    withdrawal text,
    unique (month, window_id, turn),
    check ((state = 'DUE') = (checked_at is null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index spot_check_month_at on spot_check (month, at, id);
create index spot_check_checked on spot_check (checked_at) where checked_at is not null;

create table spot_check_item (
    check_id text not null references spot_check (id),
    item text not null
        check (item in ('ATTENDANCE', 'ATTITUDE', 'DRESS', 'APPEARANCE', 'HYGIENE', 'RULES')),
    verdict text not null check (verdict in ('FINE', 'FINDING', 'NOT_VISIBLE')),
    remark text,
    primary key (check_id, item)
);

-- 周通报. A draft is counted anew until it is signed; from then on nothing of it may change.
create table circular_version (
    week date not null check (extract(isodow from week) = 1),
    version integer not null check (version >= 1),
    status text not null check (status in ('DRAFT', 'SIGNED')),
    inputs text not null,
    inputs_sha256 text not null,
    figures text not null,
    figures_sha256 text not null,
    document_number text not null,
    issue_date date not null,
    demands text not null,
    reason text,
    drafted_at timestamptz not null,
    drafted_by text not null,
    signed_at timestamptz,
    signed_by text,
    signed_name text,
    primary key (week, version),
    check ((status = 'SIGNED') = (signed_at is not null and signed_by is not null))
);
create unique index circular_one_draft on circular_version (week) where status = 'DRAFT';

create function refuse_change_of_signed() returns trigger language plpgsql as $$
begin
    if old.status = 'SIGNED' then
        raise exception 'circular % version % is signed: corrections make a new version',
            old.week, old.version;
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger circular_frozen before update or delete on circular_version
    for each row execute function refuse_change_of_signed();
