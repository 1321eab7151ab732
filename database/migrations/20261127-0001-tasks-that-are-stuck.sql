-- What failed is read by its own house alone; whoever runs the tasks asks for no house and sees all that are due.
alter table tasks enable row level security;
create policy own_tenant on tasks
  using (tenant_id = coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, tenant_id))
  with check (tenant_id = coalesce(nullif(current_setting('app.tenant_id', true), '')::uuid, tenant_id));
create index tasks_stuck on tasks (tenant_id, id) where attempts > 0;
