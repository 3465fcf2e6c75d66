-- Profiles count by measure, month and day from here on, in another form; the log gives them again.
truncate profile;
update projection set position = 0, cached_position = 0 where name = 'profiles';
