-- What the noise of sizes that are told is made of: one row, drawn once. Whoever reads it can undo the noise.
create table count_secret (
    only_row boolean primary key default true check (only_row),
    secret   bytea not null
);
insert into count_secret (secret) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
