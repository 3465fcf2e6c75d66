-- Whom a decision was for ("c:<customer>", "v:<visitor>"), so that it can be erased with them.
alter table decision add column subjects text[] not null default '{}';
