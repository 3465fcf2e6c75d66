-- One sequence for all changes. It is only drawn from under an advisory lock that is held until commit,
-- so that the order of positions is the order of commits and a reader who has seen position n has
-- missed nothing before it.
create sequence catalog_position;

create table product (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index product_position on product (position);

create table relation (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index relation_position on relation (position);

create table maker_statement (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index maker_statement_position on maker_statement (position);

-- Deletions at or below the floor are forgotten: who stood there must start with a snapshot.
create table deletion_floor (
    only_row boolean primary key default true check (only_row),
    position bigint not null default 0
);
insert into deletion_floor default values;
