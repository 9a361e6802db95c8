-- How a run went is kept as JSON from now on, so that the page can say what is unmatched.
alter table dingtalk_run alter column report drop not null;
update dingtalk_run set report = null;
