-- Identifiers are compared byte by byte, so that paging is the same under every locale.
create table experiment (
    id           text collate "C" primary key,
    name         text             not null,
    hypothesis   text             not null,
    unit         text             not null check (unit in ('CUSTOMER', 'VISITOR')),
    layer        text             not null,
    range_start  double precision not null,
    range_end    double precision not null,
    coverage     double precision not null check (coverage > 0 and coverage <= 1),
    arms         text             not null check (jsonb_typeof(arms::jsonb) = 'array'),
    state        text             not null check (state in ('DRAFT', 'RUNNING', 'STOPPED')),
    salt_version integer          not null check (salt_version >= 1),
    revision     bigint           not null,
    create_time  timestamptz      not null,
    start_time   timestamptz,
    stop_time    timestamptz,
    check (0 <= range_start and range_start < range_end and range_end <= 1)
);

create index experiment_by_state on experiment (state, id);

-- One row: the version of the set of running experiments. Whoever changes the set locks it, so that
-- two starts cannot take the same part of a layer; replicas notice changes by reading it.
create table running_set (
    id      integer primary key check (id = 1),
    version bigint not null
);

insert into running_set (id, version) values (1, 1);

-- Who did what and when, with the experiment as it was afterwards. Written in the transaction of the change.
create table audit_entry (
    id            bigint generated always as identity primary key,
    experiment_id text collate "C" not null references experiment (id),
    action        text             not null,
    principal     text             not null,
    request_id    text             not null,
    time          timestamptz      not null,
    experiment    text             not null check (jsonb_typeof(experiment::jsonb) = 'object')
);

create index audit_entry_by_experiment on audit_entry (experiment_id, id);

-- The first responses of calls that may be repeated, kept for 24 hours.
create table create_replay (
    request_id  uuid primary key,
    create_time timestamptz not null,
    experiment  text check (jsonb_typeof(experiment::jsonb) = 'object')
);

create index create_replay_by_time on create_replay (create_time);
