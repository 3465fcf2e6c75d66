alter table experiment drop constraint experiment_state_check;
alter table experiment add constraint experiment_state_check
    check (state in ('DRAFT', 'RUNNING', 'PAUSED', 'STOPPED', 'ARCHIVED'));
