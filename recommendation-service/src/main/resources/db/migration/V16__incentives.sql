-- What may come with offers.
create table incentive (
    incentive_id text    primary key,
    definition   bytea   not null, -- zugabe.recommendation.v1.Incentive, without what is only sent
    total_micros bigint  not null,
    daily_micros bigint  not null, -- 0 if only the total bounds it
    version      bigint  not null,
    archived     boolean not null
);

create table incentive_change (
    change_id   bigint      generated always as identity primary key,
    change_time timestamptz not null,
    actor       text        not null,
    action      text        not null,
    target      text        not null,
    detail      text        not null
);

-- From which order value on shipping is free; 0 for never.
create table shipping_policy (
    only_one         boolean primary key default true check (only_one),
    free_from_micros bigint  not null,
    version          bigint  not null
);
insert into shipping_policy values (true, 0, 0);

-- Money that a replica may promise, or has promised and that is not redeemed yet. What is left of it is free again
-- when nothing promised from it is valid any more.
create table incentive_lease (
    lease_id      bigint      generated always as identity primary key,
    incentive_id  text        not null references incentive,
    day           date        not null, -- of what is promised from it (UTC)
    amount_micros bigint      not null check (amount_micros >= 0),
    expire_time   timestamptz not null
);
create index incentive_lease_of_incentive on incentive_lease (incentive_id);

-- What was redeemed, by the day of the promise.
create table incentive_spent (
    incentive_id text   not null references incentive,
    day          date   not null,
    micros       bigint not null,
    redemptions  bigint not null,
    primary key (incentive_id, day)
);

-- What was redeemed, offer by offer. Of people who were erased neither subject nor order stay.
create table incentive_redemption (
    decision_id    text        not null,
    product_id     text        not null,
    incentive_id   text        not null,
    subject        text        not null, -- "c:<customer>" or "v:<visitor>"; empty once erased
    order_id       text        not null, -- empty once erased
    stacking_class text        not null,
    exclusive      boolean     not null,
    cost_micros    bigint      not null,
    redeem_time    timestamptz not null,
    primary key (decision_id, product_id)
);
create index incentive_redemption_of_order on incentive_redemption (order_id) where order_id <> '';
create index incentive_redemption_of_subject on incentive_redemption (incentive_id, subject) where subject <> '';
create index incentive_redemption_by_time on incentive_redemption (redeem_time);

-- Offers that were seen with an incentive, or deliberately without. Nothing of any customer.
create table incentive_view (
    decision_id  text             not null,
    product_id   text             not null,
    incentive_id text             not null,
    level        integer          not null, -- 0: deliberately without
    expected     double precision not null,
    view_time    timestamptz      not null,
    primary key (decision_id, product_id)
);
create index incentive_view_by_time on incentive_view (view_time);
