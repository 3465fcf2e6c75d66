-- The key of the tracking tokens, the same for all replicas: two random UUIDs make it.
create table tracking_key (
    one bool  primary key default true check (one),
    key bytea not null check (length(key) = 32)
);
insert into tracking_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));
