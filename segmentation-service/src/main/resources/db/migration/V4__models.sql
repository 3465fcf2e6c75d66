-- Everything that is learned: immutable versions, of which at most one per kind is in force.
create table model (
    kind             text collate "C" not null,
    version          integer not null check (version > 0),
    state            text not null check (state in ('CANDIDATE', 'PUBLISHED', 'RETIRED')),
    create_time      timestamptz not null default statement_timestamp(),
    publish_time     timestamptz,
    publishable      boolean not null,
    checksum         text not null,
    payload          bytea not null,
    card             bytea not null,
    drift            jsonb not null default '{}',
    replaced_version integer,
    primary key (kind, version)
);
create unique index model_in_force on model (kind) where state = 'PUBLISHED';
comment on column model.checksum is 'SHA-256 of the payload, hexadecimal';
comment on column model.card is 'zugabe.segmentation.v1.ModelCard';
comment on column model.drift is 'population stability index by feature';
comment on column model.replaced_version is 'the version in force before this one was published';

create table model_change (
    id          bigint generated always as identity primary key,
    kind        text collate "C" not null,
    version     integer not null,
    action      text not null,
    actor       text not null,
    change_time timestamptz not null default statement_timestamp()
);
create index model_change_by_model on model_change (kind, version, id);

create table training_run (
    run_id           uuid primary key,
    kind             text collate "C" not null,
    parameters       jsonb not null,
    keep_candidate   boolean not null,
    state            text not null check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
    progress         double precision not null default 0,
    step             text not null default '',
    failure          text not null default '',
    cancel_requested boolean not null default false,
    model_version    integer not null default 0,
    actor            text not null,
    scheduled_day    date,
    create_time      timestamptz not null default statement_timestamp(),
    start_time       timestamptz,
    end_time         timestamptz
);
create index training_run_open on training_run (create_time) where state in ('QUEUED', 'RUNNING');
create unique index training_run_daily on training_run (kind, scheduled_day);
comment on column training_run.scheduled_day is 'set for the daily training: one a day and kind';

-- Finished experiments to learn uplift from.
create table training_dataset (
    name          text collate "C" primary key,
    feature_names text[] not null,
    feature_texts boolean[] not null,
    row_count     bigint not null default 0,
    actor         text not null,
    create_time   timestamptz not null default statement_timestamp(),
    update_time   timestamptz not null default statement_timestamp()
);
comment on column training_dataset.feature_texts is 'true: a text, false: a number';

create table training_row (
    dataset            text collate "C" not null references training_dataset (name) on delete cascade,
    unit_id            text collate "C" not null,
    arm                text collate "C" not null,
    propensity         double precision not null,
    numbers            double precision[] not null,
    texts              text[] not null,
    binary_outcome     boolean,
    continuous_outcome double precision,
    matured            boolean not null,
    primary key (dataset, unit_id)
);
create index training_row_by_unit on training_row (unit_id);
comment on column training_row.numbers is 'by declared feature; null where it is missing or a text';
comment on column training_row.texts is 'by declared feature; null where it is missing or a number';
