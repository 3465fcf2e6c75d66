-- The rules of placements: every change with who made it and why. The one with the highest version is in force.
create table placement_change (
    change_id   bigint generated always as identity unique,
    placement   text        not null,
    version     bigint      not null, -- from 1, by placement
    rules       bytea       not null, -- zugabe.recommendation.v1.PlacementRules
    author      text        not null,
    note        text        not null,
    change_time timestamptz not null default now(),
    primary key (placement, version)
);
