-- What was reported not to fit. Part of the log of changes like products; never deleted.
create table dispute (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index dispute_position on dispute (position);

-- The reports that a dispute counts, so that one that is sent again is not counted twice, even if the
-- dispute has forgotten its words since.
create table dispute_request (
    dispute_id text not null,
    request_id text not null,
    primary key (dispute_id, request_id)
);
