-- Visits of the shop as the index in memory has them, so that a restart need not read the log anew. A page
-- holds 512 sessions in the order in which they began; only pages that have changed are written.
create table session_page (
    page     integer primary key, -- number of its first session / 512
    sessions bytea   not null
);

-- The index after exactly this much of the log is what the pages hold; written in the same transaction.
create table session_position (
    position   bigint not null,
    log_id     text   not null,
    generation bigint not null -- how often everything was forgotten because the log was replaced
);
insert into session_position values (0, '', 0);
