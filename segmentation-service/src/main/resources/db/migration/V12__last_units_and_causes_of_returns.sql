-- Profiles count the units of the last purchase and the causes of returns from here on; of what came before, the
-- log tells them. So all profiles are built anew from it while they are served, unless part of it is gone for good.
truncate profile_shadow;

insert into projection (name, position, cached_position, erasures)
select 'profiles-rebuild', 0, 0, erasures from projection
where name = 'profiles' and position > 0
    and not exists (select from log_segment where dropped and archive is null)
on conflict (name) do update set position = 0;

insert into rebuild (actor, start_time)
select 'migration 12', now() where exists (select from projection where name = 'profiles-rebuild')
on conflict (only_one) do update
set actor = excluded.actor, start_time = excluded.start_time, end_time = null;
