-- Where profiles are built anew from the log while the others are served; the two change places then.
create table profile_shadow (like profile including all) with (fillfactor = 70);

-- The latest rebuild. It runs as long as there is a projection of its name.
create table rebuild (
    only_one   boolean primary key default true check (only_one),
    actor      text not null,
    start_time timestamptz not null,
    end_time   timestamptz
);
comment on column rebuild.actor is 'who asked for it, as the call said';
