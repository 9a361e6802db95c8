-- Why a version was made, as its author said.
alter table site_plan_version add column note text not null default '';

-- What the plan file said when it was last read: only a file that has changed since becomes a version,
-- so that a start does not undo what was changed on the page.
create table site_plan_file (
    one boolean primary key default true check (one),
    sha256 text not null
);
insert into site_plan_file (sha256)
    select sha256 from site_plan_version order by number desc limit 1;

-- User names and passwords of cameras, each sealed with the key in DIR/secrets/camera-key. Versions of the
-- plan only name them, and none is ever changed, so that an earlier version can be put in force again.
create table camera_secret (
    name text primary key,
    sealed bytea not null,
    stored_at timestamptz not null
);
create sequence camera_secret_number;
