-- What is declared of product types at run time, and the versions of rules that were created at run
-- time ("cells/size@r2"). Part of the one log: what they say about products must count from the same
-- position on every replica.
create table product_type (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index product_type_position on product_type (position);

create table rule_version (
    id          text primary key,
    payload     bytea,
    position    bigint not null,
    deleted     boolean not null default false,
    update_time timestamptz not null default now()
);
create index rule_version_position on rule_version (position);

-- Who changed what of types and rules; written with the change, never changed after.
create table audit_entry (
    id          bigint generated always as identity primary key,
    create_time timestamptz not null,
    actor       text not null,
    request_id  text not null,
    action      text not null,
    subject     text not null,
    version     text not null,
    detail      text not null
);
create index audit_entry_subject on audit_entry (subject, id);
