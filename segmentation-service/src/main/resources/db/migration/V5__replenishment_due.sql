-- Who needs what again, as of the last time that each customer was assessed. Derived: the profiles give it again.
create table replenishment_due (
    customer   text collate "C" not null,
    product    text collate "C" not null,
    due_time   timestamptz not null,
    from_time  timestamptz not null,
    until_time timestamptz not null,
    quiet_time timestamptz not null,
    confidence double precision not null,
    primary key (customer, product)
);
create index replenishment_due_by_time on replenishment_due (due_time, customer, product);

-- One row: the last time that all profiles were looked through, so that one replica does it.
create table replenishment_sweep (
    only_one      boolean primary key default true check (only_one),
    model_version integer not null,
    sweep_time    timestamptz not null
);
insert into replenishment_sweep (model_version, sweep_time) values (0, 'epoch');
