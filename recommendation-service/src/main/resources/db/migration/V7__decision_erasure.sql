-- Who was erased and may still have decisions: written with the place in the log where it was read, and
-- gone when two passes over the decisions, the later a minute after, have left none.
create table decision_erasure (
    number      bigint generated always as identity primary key,
    log         text        not null,
    digests     bytea[]     not null,
    create_time timestamptz not null default now()
);
comment on column decision_erasure.digests is 'SHA-256 of the log''s id, a line feed, and the person''s key';
