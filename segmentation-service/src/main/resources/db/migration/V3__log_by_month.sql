-- The log by calendar months (UTC) of appending. A month that ends gets no more events, so months
-- follow each other by position. Positions are unique in each month's own primary key, and across
-- months because whoever appends holds the lock of log_head. What is idempotent across all months are
-- event ids; they are kept apart, as digests, and go with the month they came in.

create table event_identity (
    digest   uuid not null,
    position bigint not null
);
comment on column event_identity.digest is 'the first 16 bytes of the SHA-256 digest of the event id';
insert into event_identity
    select encode(substring(sha256(convert_to(event_id, 'UTF8')) for 16), 'hex')::uuid, position
    from event_log order by position;
alter table event_identity add primary key (digest);
-- Identities are written in the order of positions, so a month's lie together.
create index event_identity_position on event_identity using brin (position) with (pages_per_range = 16);

create table log_segment (
    month          date primary key,
    after_position bigint not null,
    until_position bigint,
    archive        text,
    dropped        boolean not null default false,
    check (until_position >= after_position),
    check (not dropped or until_position is not null)
);
comment on column log_segment.month is 'first day of the month; named event_log_yYYYYmMM';
comment on column log_segment.after_position is 'its positions are (after_position, until_position]';
comment on column log_segment.until_position is 'null for the last month, which still grows';
comment on column log_segment.archive is 'directory of its archive below the archive directory, once that is verified';
comment on column log_segment.dropped is 'true once its partition is dropped';

alter table event_log rename to event_log_before;
alter index event_log_pkey rename to event_log_before_pkey;
alter table event_log_before drop column event_id;

-- What is there already counts as this month's, whatever month it came in.
alter table log_head add column month date not null default date_trunc('month', now() at time zone 'UTC')::date;
alter table log_head alter column month drop default;
comment on column log_head.month is 'the month that appended events go to; never goes back';

do $$
declare
    this_month date := (select month from log_head);
    partition  text := to_char(this_month, '"event_log_y"YYYY"m"MM');
begin
    execute format('alter table event_log_before add column month date not null default %L', this_month);
    execute format('alter table event_log_before add constraint one_month check (month = %L)', this_month);
    execute format('alter table event_log_before rename to %I', partition);
    create table event_log (
        position    bigint not null,
        event_time  timestamptz not null,
        subject     text collate "C" not null,
        kind        smallint not null,
        payload     bytea not null,
        append_time timestamptz not null default statement_timestamp(),
        month       date not null
    ) partition by list (month);
    execute format('alter table event_log attach partition %I for values in (%L)', partition, this_month);
    execute format('alter table %I drop constraint one_month', partition);
    insert into log_segment (month, after_position) values (this_month, 0);
end $$;

comment on column event_log.subject is 'the customer id, or "v:" and the visitor id';
comment on column event_log.kind is 'field number of Event.what';
comment on column event_log.payload is 'zugabe.segmentation.v1.Event';
comment on column event_log.month is 'log_segment.month';
