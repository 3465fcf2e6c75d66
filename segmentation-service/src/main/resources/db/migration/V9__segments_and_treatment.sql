-- What is in force of segments and of the treatment policy, as one number that grows with every change; also
-- the lock under which both are changed, so that no rule asks for a segment that is being archived.
create table rule_revision (
    only_one boolean primary key default true check (only_one),
    revision bigint not null
);
insert into rule_revision (revision) values (0);

create table segment (
    segment_id   text collate "C" primary key,
    archived     boolean not null,
    in_force     integer,
    draft        integer,
    last_version integer not null,
    revision     bigint not null,
    create_time  timestamptz not null,
    update_time  timestamptz not null
);
comment on column segment.in_force is 'version in force; null if none is';
comment on column segment.draft is 'version that may still be changed; null if there is none';
comment on column segment.revision is 'grows with every change: the etag';

create table segment_version (
    segment_id       text collate "C" not null references segment (segment_id),
    version          integer not null check (version > 0),
    definition       bytea not null,
    author           text not null,
    create_time      timestamptz not null,
    publish_time     timestamptz,
    replaced_version integer not null,
    primary key (segment_id, version)
);
comment on column segment_version.definition is 'zugabe.segmentation.v1.SegmentDefinition';
comment on column segment_version.replaced_version is 'the version in force before it; 0 if there was none';

create table segment_change (
    id          bigint generated always as identity primary key,
    change_time timestamptz not null,
    actor       text not null,
    call_id     text not null,
    action      text not null,
    segment_id  text collate "C" not null,
    version     integer not null,
    detail      text not null
);
create index segment_change_by_segment on segment_change (segment_id, id);

-- Versions after the default, which comes with the service. The latest is in force.
create table treatment_policy (
    version     integer primary key check (version > 1),
    policy      bytea not null,
    author      text not null,
    create_time timestamptz not null
);
comment on column treatment_policy.policy is 'zugabe.segmentation.v1.TreatmentPolicy';
