-- Which replica goes on with the sweep, and until when no other does.
alter table assessment_sweep add column worker uuid;
alter table assessment_sweep add column leased_until timestamptz;
comment on column assessment_sweep.worker is 'who went on with it last; drawn by a replica when it starts';
