-- Timers of people. The log starts and stops them in the transaction that moves the position; whoever has
-- one decided deletes it in the transaction that notes what became of it.
create table due_timer (
    timer_id     bigint      generated always as identity primary key,
    due_offer_id uuid        not null, -- follows from kind, subject, object and cause: one cause never sends twice
    kind         text        not null,
    subject      text        not null, -- "c:<customer>" or "v:<visitor>"
    object       text        not null, -- the order, the product, the campaign; empty for the cart
    anchors      text[]      not null,
    channel      text        not null,
    cause_time   timestamptz not null,
    due_time     timestamptz not null,
    expire_time  timestamptz not null,
    lease_time   timestamptz,          -- somebody is deciding it until then
    unique (subject, kind, object)
);
create index due_timer_due on due_timer (due_time, timer_id);
create index due_timer_expire on due_timer (expire_time);

-- What lies in whose cart, as far as the log tells; forgotten after 30 days without a change.
create table trigger_cart (
    subject     text        primary key,
    products    text[]      not null,
    units       bigint[]    not null,
    change_time timestamptz not null,
    buy_time    timestamptz not null
);

-- How far the log was read; written in the same transaction as the timers.
create table trigger_position (
    position   bigint not null,
    log_id     text   not null,
    generation bigint not null -- how often everything was forgotten because the log was replaced
);
insert into trigger_position values (0, '', 0);

-- What became of timers that were due, for 30 days.
create table due_offer (
    due_offer_id uuid        primary key,
    kind         text        not null,
    subject      text        not null,
    object       text        not null,
    anchors      text[]      not null,
    channel      text        not null,
    cause_time   timestamptz not null,
    due_time     timestamptz not null,
    expire_time  timestamptz not null,
    create_time  timestamptz not null default now(),
    update_time  timestamptz not null default now(),
    state        text        not null,
    reason       text        not null default '',
    decision_id  text        not null default '',
    payload      bytea,                -- zugabe.recommendation.v1.DueOffer, while it may be sent
    attempts     integer     not null default 0,
    next_time    timestamptz           -- while SENDING: when it is tried, or taken for lost
);
create index due_offer_sending on due_offer (next_time) where state = 'SENDING';
create index due_offer_of_subject on due_offer (subject, create_time);
create index due_offer_newest on due_offer (create_time, due_offer_id);

-- Triggers that somebody has changed.
create table trigger_setting (
    kind           text    primary key,
    enabled        boolean not null,
    delay_millis   bigint  not null,
    patience_millis bigint not null,
    channel        text    not null,
    version        bigint  not null
);

-- Where due offers are sent.
create table webhook (
    webhook_id  text        primary key,
    url         text        not null,
    secret      text        not null, -- "whsec_" and base64; needed to sign, so it cannot be a digest
    create_time timestamptz not null default now()
);
create table webhook_channel (
    channel    text primary key, -- one webhook per channel at most
    webhook_id text not null references webhook on delete cascade
);

-- Who changed what.
create table trigger_change (
    change_id   bigint      generated always as identity primary key,
    change_time timestamptz not null default now(),
    actor       text        not null,
    action      text        not null,
    target      text        not null,
    detail      text        not null
);
