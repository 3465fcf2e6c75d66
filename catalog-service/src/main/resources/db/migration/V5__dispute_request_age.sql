-- Requests are remembered for a while only; see zugabe.catalog.report-retention.
alter table dispute_request add column create_time timestamptz not null default now();
create index dispute_request_age on dispute_request (create_time);
