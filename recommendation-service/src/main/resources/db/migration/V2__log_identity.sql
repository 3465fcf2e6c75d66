-- Which log the position belongs to, empty if that was not told yet, and how often everything was
-- forgotten because the log was replaced: replicas that share the database see by it that what they
-- hold was read from a log that is gone, even if the new one bears the same id.
alter table log_position
    add column log_id     text   not null default '',
    add column generation bigint not null default 0;
