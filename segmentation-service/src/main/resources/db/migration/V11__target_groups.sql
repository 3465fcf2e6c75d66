-- Target groups. Deleted ones stay, so that a version of an id never means something else: the control
-- group is drawn by both.
create table target_group (
    id          text collate "C" primary key,
    version     integer not null check (version > 0),
    deleted     boolean not null default false,
    create_time timestamptz not null default statement_timestamp()
);

create table target_group_version (
    id          text collate "C" not null references target_group (id),
    version     integer not null,
    definition  bytea not null,
    author      text not null,
    create_time timestamptz not null default statement_timestamp(),
    rule        bytea,
    rule_time   timestamptz,
    primary key (id, version)
);
comment on column target_group_version.definition is 'zugabe.segmentation.v1.TargetGroupDefinition';
comment on column target_group_version.rule is 'zugabe.segmentation.v1.TargetGroupRule; null until it was found';

create table target_group_change (
    number      bigint generated always as identity primary key,
    change_time timestamptz not null default statement_timestamp(),
    actor       text not null,
    action      text not null,
    group_id    text collate "C" not null,
    version     integer not null,
    detail      text not null
);
create index target_group_change_by_group on target_group_change (group_id, number);
