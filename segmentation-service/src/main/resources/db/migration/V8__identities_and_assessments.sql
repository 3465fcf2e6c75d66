-- Statements that two ids are one person. Of several about the same two, the one that counts.
create table identity_edge (
    from_subject text collate "C" not null,
    into_subject text collate "C" not null,
    link         boolean not null,
    second       bigint not null,
    nano         integer not null,
    event_id     text collate "C" not null,
    primary key (from_subject, into_subject)
);
comment on column identity_edge.link is 'true: a visitor is a customer, the earliest counts; false: a customer is another, the latest counts';

-- Who belongs to whom, made from the edges; everybody whom an edge names, the canonical customer too.
create table identity_member (
    subject   text collate "C" primary key,
    canonical text collate "C" not null,
    counted   boolean not null,
    changed   bigint not null
);
create index identity_member_canonical on identity_member (canonical);
create index identity_member_changed on identity_member (changed);
comment on column identity_member.counted is 'whether its events are part of the group''s profile';
comment on column identity_member.changed is 'position at which the subject''s membership, or its own group, changed most recently';

-- Orders assessments, above all positions that profiles were written to Redis with before there were any.
-- A revision is drawn before the profile is read: so whoever has the higher one has seen at least as much.
create sequence assessment_revision start 1000000000000;

-- What was concluded, by canonical customer or visitor. Half-empty pages, as of profiles.
create table assessed (
    subject     text collate "C" primary key,
    revision    bigint not null,
    version     bigint not null,
    assess_time timestamptz not null,
    features    bytea not null,
    message     bytea not null
) with (fillfactor = 70);
comment on column assessed.version is 'position of the last event in the profile that was assessed';
comment on column assessed.features is 'state/feature_state.proto';
comment on column assessed.message is 'zugabe.segmentation.v1.Assessment';

create table segment_membership (
    subject         text collate "C" not null,
    segment_id      text collate "C" not null,
    segment_version integer not null,
    since_time      timestamptz not null,
    primary key (subject, segment_id)
);
create index segment_membership_by_segment on segment_membership (segment_id, subject);

-- Traits that were ever used, as features: the first value says the type.
create table trait_feature (
    trait text collate "C" primary key,
    type  text not null,
    unit  text not null
);

-- The sweep over all profiles: what is asked for, and how far it is. One row.
create table assessment_sweep (
    only_one   boolean primary key default true check (only_one),
    requested  bigint not null,
    reason     text not null,
    serving    bigint not null,
    key        text collate "C" not null,
    done       bigint not null,
    total      bigint not null,
    start_time timestamptz,
    end_time   timestamptz
);
comment on column assessment_sweep.requested is 'number of the latest request; the sweep that serves it begins after it';
comment on column assessment_sweep.serving is 'the request that the present or latest sweep serves';
comment on column assessment_sweep.key is 'subjects up to here are done';
insert into assessment_sweep (requested, reason, serving, key, done, total) values (1, 'first', 0, '', 0, 0);

-- cached_position of the assessments is a revision: everything up to it is in Redis.
insert into projection (name, position, cached_position) values ('assessments', 0, 0);
