-- One row: where the log ends. Appenders lock it, so positions grow in the order of commits.
create table log_head (
    only_one     boolean primary key default true check (only_one),
    end_position bigint not null,
    events       bigint not null
);
insert into log_head (end_position, events) values (0, 0);

create table event_log (
    position    bigint primary key,
    event_id    text collate "C" not null unique,
    event_time  timestamptz not null,
    subject     text collate "C" not null,
    kind        smallint not null,
    payload     bytea not null,
    append_time timestamptz not null default statement_timestamp()
);
comment on column event_log.subject is 'the customer id, or "v:" and the visitor id';
comment on column event_log.kind is 'field number of Event.what';
comment on column event_log.payload is 'zugabe.segmentation.v1.Event';

-- Half-empty pages, so that the many updates of a profile stay on its page.
create table profile (
    subject text collate "C" primary key,
    version bigint not null,
    state   bytea not null
) with (fillfactor = 70);
comment on column profile.version is 'position of the last event in it';

-- How far a projection has read the log, and up to where its results are known to be in Redis.
create table projection (
    name            text primary key,
    position        bigint not null,
    cached_position bigint not null
);
insert into projection (name, position, cached_position) values ('profiles', 0, 0);
