-- What evidence was made for: a sum over what of the incident matters to it. Verdicts and comments
-- make a new version of the incident, and no new evidence.
alter table evidence add column made_for text not null default '';
-- Null: nothing is left to do.
alter table evidence alter column next_try_at drop not null;
