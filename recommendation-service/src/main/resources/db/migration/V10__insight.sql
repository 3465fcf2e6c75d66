-- Offers of which something was told: when each was first seen, clicked, added and dismissed (milliseconds since 1970;
-- 9223372036854775807 for never), and how many lines of orders are attributed to it.
create table tracked_offer (
    decision_id text             not null,
    product_id  text             not null,
    customer    text             not null, -- empty if unknown
    visitor     text             not null, -- empty if unknown
    placement   text             not null,
    anchor      text             not null,
    anchor_type text             not null,
    source      text             not null,
    segment     text             not null,
    expected    double precision not null,
    seen        bigint           not null,
    clicked     bigint           not null,
    added       bigint           not null,
    dismissed   bigint           not null,
    bought      integer          not null,
    returned    integer          not null,
    primary key (decision_id, product_id)
);
create index tracked_offer_of_customer on tracked_offer (customer, product_id) where customer <> '';
create index tracked_offer_of_visitor on tracked_offer (visitor, product_id) where visitor <> '';
create index tracked_offer_by_time on tracked_offer (seen);

-- Lines of orders, and whose offer each is attributed to.
create table tracked_line (
    order_id    text    not null,
    product_id  text    not null,
    customer    text    not null,
    visitor     text    not null,
    subject     text    not null, -- "c:<customer>" or "v:<visitor>"
    order_time  bigint  not null,
    quantity    bigint  not null,
    decision_id text    not null, -- empty if to none
    returned    boolean not null,
    primary key (order_id, product_id)
);
create index tracked_line_of_subject on tracked_line (subject, product_id);
create index tracked_line_of_visitor on tracked_line (visitor, product_id) where visitor <> '';
create index tracked_line_by_time on tracked_line (order_time);

create table tracked_return (
    event_id    text   not null,
    product_id  text   not null,
    order_id    text   not null, -- empty if unknown
    subject     text   not null,
    return_time bigint not null,
    quantity    bigint not null,
    primary key (event_id, product_id)
);
create index tracked_return_of_subject on tracked_return (subject, product_id);
create index tracked_return_of_order on tracked_return (order_id, product_id) where order_id <> '';
create index tracked_return_by_time on tracked_return (return_time);

-- The counts: nothing of any customer.
create table offer_cell (
    cell_no         integer generated always as identity,
    placement       text   not null,
    product_id      text   not null,
    anchor_type     text   not null,
    source          text   not null,
    segment         text   not null,
    shown           bigint not null,
    clicked         bigint not null,
    added           bigint not null,
    dismissed       bigint not null,
    interested      bigint not null,
    bought          bigint not null,
    returned        bigint not null,
    expected_micros bigint not null,
    position        bigint not null, -- of the log, when it last changed
    touched         bigint not null, -- the time of the log then
    primary key (product_id, placement, anchor_type, source, segment)
);
create index offer_cell_by_position on offer_cell (position);

-- Everything above after exactly this much of the log; written in the same transaction.
create table offer_position (
    position   bigint not null,
    log_id     text   not null,
    generation bigint not null,
    log_time   bigint not null -- of the latest event read, in milliseconds since 1970
);
insert into offer_position values (0, '', 0, 0);

create sequence offer_retirement_change;

-- Offers that are not made any more, because nobody ever cared for them.
create table offer_retirement (
    product_id     text             not null,
    placement      text             not null,
    anchor_type    text             not null,
    views          bigint           not null, -- without interest, when it was retired
    views_before   bigint           not null, -- that do not count, because it was reinstated after them
    least_rate     double precision not null,
    error_bound    double precision not null,
    retired        boolean          not null,
    retire_time    timestamptz      not null,
    reinstate_time timestamptz,
    reinstated_by  text             not null default '',
    change         bigint           not null default nextval('offer_retirement_change'),
    primary key (product_id, placement, anchor_type)
);
create index offer_retirement_by_change on offer_retirement (change);
