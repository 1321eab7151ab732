-- Tasks that failed ten times are counted for whoever watches: few rows of a long table.
create index tasks_given_up on tasks (run_at) where attempts >= 10;
