-- A queue of 200,000 messages stands in nobody's way: what is done in the house is looked for apart from what leaves it,
-- and among that advertisements to many let everything else go first.
alter table tasks add column is_bulk boolean not null default false;
comment on column tasks.is_bulk is 'An errand that is one of many and in no hurry: every other one of its house goes first.';
drop index tasks_due_in_tenant;
create index tasks_due_in_tenant on tasks (tenant_id, run_at, id) where attempts < 10 and not is_errand;
create index tasks_due_in_house on tasks (run_at, tenant_id) where attempts < 10 and not is_errand;
drop index tasks_errands;
create index tasks_errands on tasks (tenant_id, is_bulk, run_at, id) where is_errand and attempts < 10;
