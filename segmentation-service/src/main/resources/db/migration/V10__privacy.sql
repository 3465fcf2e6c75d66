-- Finds what one person did: for a copy of it, and to erase it.
create index event_log_subject on event_log (subject);

-- Erasures. Whom they are about is kept until nothing is left of them, and forgotten then.
create table erasure (
    number          bigint generated always as identity primary key,
    id              uuid        not null unique,
    actor           text        not null,
    create_time     timestamptz not null default now(),
    complete_time   timestamptz,
    subject_keys    text[]      collate "C", -- null when complete
    subjects        integer     not null,
    events          bigint      not null default 0,
    archived_events bigint      not null default 0,
    other_rows      bigint      not null default 0,
    check ((complete_time is null) = (subject_keys is not null))
);
create index erasure_pending on erasure (number) where complete_time is null;

-- Who read what is known of whom. Of the person only a digest, salted with the log's id: whoever knows
-- the person finds the reads, and the erased stay erased.
create table profile_read (
    number         bigint generated always as identity primary key,
    read_time      timestamptz not null,
    actor          text        not null,
    call           text        not null,
    subject_digest bytea       not null
);
create index profile_read_of_subject on profile_read (subject_digest, number desc);
create index profile_read_time on profile_read using brin (read_time);

-- Grows with every erasure, so that whoever works on what was read before one notices.
alter table projection add column erasures bigint not null default 0;
