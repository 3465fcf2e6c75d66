-- For which state of each cause a sweep was asked for, so that no instance asks again when it starts.
create table sweep_cause (
    cause  text collate "C" primary key,
    reason text not null
);
comment on column sweep_cause.reason is 'of the latest request that this cause made';
