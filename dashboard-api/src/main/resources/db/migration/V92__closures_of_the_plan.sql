-- Closures reach the job with the site plan. One that was entered late counts from its entry on:
-- what was judged before stands, for a person to decide.
alter table window_closure add column entered_at timestamptz;
update window_closure set entered_at = least(starts_at, now());
alter table window_closure alter column entered_at set not null;
