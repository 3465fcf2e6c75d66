-- Tells this log from any other: positions of one log mean nothing in another.
alter table log_head add column log_id uuid not null default gen_random_uuid();
comment on column log_head.log_id is 'made once; subscribers keep it with their position';
