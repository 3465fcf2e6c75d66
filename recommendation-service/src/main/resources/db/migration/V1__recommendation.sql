-- Orders as the event log tells them. A basket's number is dense, so that the index in memory is arrays.
create table basket (
    basket_no  integer generated always as identity primary key,
    order_id   text        not null unique,
    subject    text        not null, -- "c:<customer>" or "v:<visitor>"
    order_time timestamptz not null
);
create index basket_subject on basket (subject);

create table basket_line (
    basket_no  integer not null references basket,
    product_id text    not null,
    quantity   bigint  not null check (quantity > 0),
    returned   bigint  not null default 0 check (returned between 0 and quantity),
    primary key (basket_no, product_id)
);

-- Every refund, matched or not: from which orders units came back is computed anew when an order or a
-- refund arrives late, so the arrival order does not matter.
create table refund_line (
    event_id    text        not null,
    product_id  text        not null,
    order_id    text        not null, -- empty if unknown
    subject     text        not null,
    quantity    bigint      not null check (quantity > 0),
    matched     bigint      not null default 0 check (matched between 0 and quantity),
    refund_time timestamptz not null,
    primary key (event_id, product_id)
);
create index refund_line_of_subject on refund_line (subject, product_id) where order_id = '';
create index refund_line_of_order on refund_line (order_id, product_id) where order_id <> '';
create index refund_line_unmatched on refund_line (event_id) where matched < quantity;

-- How far the log was read; written in the same transaction as what was read.
create table log_position (
    follower text   primary key,
    position bigint not null
);
insert into log_position values ('baskets', 0);

-- Traces of decisions, for 24 hours.
create table decision (
    decision_id uuid        primary key,
    decide_time timestamptz not null,
    trace       bytea       not null -- zugabe.recommendation.v1.DecisionTrace
);
create index decision_time on decision (decide_time);
