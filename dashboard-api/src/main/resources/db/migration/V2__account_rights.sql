-- Null: every camera. The windows a person works at: nobody judges incidents of their own.
alter table account add column camera_ids text[];
alter table account add column own_window_ids text[] not null default '{}';
