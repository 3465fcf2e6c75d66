-- What was learned of which products go together: weights between products, nothing of any customer. A model is
-- kept in parts, so that no statement is large.
create table taste_model (
    version    text        primary key, -- the beginning of its checksum
    learn_time timestamptz not null,
    generation bigint      not null -- of log_position: what was learned from a log that was replaced is not served
);
create table taste_model_part (
    version text    not null references taste_model on delete cascade,
    part    integer not null, -- from 0
    bytes   bytea   not null,
    primary key (version, part)
);

-- Of all replicas one learns at a time; a claim that its owner did not give back runs out.
create table taste_learning (
    claimed_until timestamptz not null
);
insert into taste_learning values ('-infinity');
