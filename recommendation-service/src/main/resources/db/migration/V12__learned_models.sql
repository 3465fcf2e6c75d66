-- Models learned in the background, by kind ("habits", "likeness"): numbers about products and types, nothing of any customer.
-- A model is kept in parts, so that no statement is large.
create table learned_model (
    kind       text        not null,
    version    text        not null, -- the beginning of its checksum
    learn_time timestamptz not null,
    generation bigint      not null, -- of log_position: what was learned from a log that was replaced is not served; -1: not of the log
    primary key (kind, version)
);
create table learned_model_part (
    kind    text    not null,
    version text    not null,
    part    integer not null, -- from 0
    bytes   bytea   not null,
    primary key (kind, version, part),
    foreign key (kind, version) references learned_model on delete cascade
);

-- Of all replicas one learns a kind at a time; a claim that its owner did not give back runs out.
create table model_learning (
    kind          text        primary key,
    claimed_until timestamptz not null
);
