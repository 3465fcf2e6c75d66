-- Who was erased, and when, by digests as the log names them: what is stated of the time before about who is the
-- same person does not count, whenever it arrives, and when the log is read again.
create table erased_subject (
    digest     bytea primary key,
    erase_time timestamptz not null
);
comment on column erased_subject.digest is 'SHA-256 of the log''s id, a line feed and the subject''s key';
