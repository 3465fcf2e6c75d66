-- A campaign whose audience cannot be read is tried again then, and does not hold up others.
alter table campaign add column audience_next timestamptz not null default now();
