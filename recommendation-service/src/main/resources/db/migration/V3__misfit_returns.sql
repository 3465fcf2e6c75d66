-- Returns that do not fit and that the catalog is to be told of. Added in the transaction that moves the
-- position of the log; deleted when they were reported.
create table misfit_return (
    event_id    text        not null,
    product_id  text        not null,
    order_id    text        not null, -- empty if unknown
    subject     text        not null,
    refund_time timestamptz not null,
    create_time timestamptz not null default now(),
    attempts    integer     not null default 0,
    next_time   timestamptz not null default now(),
    primary key (event_id, product_id)
);
create index misfit_return_due on misfit_return (next_time);
