-- What the shop pushes for a time.
create table campaign (
    campaign_id   text        primary key,
    name          text        not null,
    start_time    timestamptz not null,
    end_time      timestamptz not null,
    segment       text        not null, -- empty for everyone
    condition     text        not null, -- CEL; empty for always
    control_share double precision not null,
    placements    text[]      not null, -- empty for all
    channel       text        not null, -- empty for none
    products      text[]      not null,
    boost         double precision not null,
    reason_tags   text[]      not null,
    reason_texts  text[]      not null,
    stage         text        not null, -- ACTIVE, PAUSED, ENDED
    version       bigint      not null,
    create_time   timestamptz not null default now(),
    update_time   timestamptz not null default now(),
    audience_page text        not null default '', -- token of the audience's next page
    audience_done boolean     not null default false,
    timers        bigint      not null default 0
);
