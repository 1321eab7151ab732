-- The ground that every module stands on: how tables are protected, tenants, and the platform's own tables.

-- A tenant table: sharded by tenant_id, forced row-level security, data rights for the application.
-- Append-only tables get no UPDATE and no DELETE: privileges, not triggers (decision 2).
create function protect_tenant(target regclass, append_only boolean default false) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy own_tenant on %s using (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
       with check (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', target);
  execute format('grant select, insert on %s to jingming_app', target);
  if not append_only then
    execute format('grant update, delete on %s to jingming_app', target);
  end if;
  execute format('grant select on %s to jingming_report', target);
  execute format('comment on table %s is %L', target, 'tenant');
end $$;

-- Global (small, the same everywhere) and local (queues) tables belong to no tenant; the kind is declared.
create function open_table(target regclass, kind text, rights text default 'select, insert, update, delete') returns void
language plpgsql as $$
begin
  execute format('grant %s on %s to jingming_app', rights, target);
  execute format('comment on table %s is %L', target, kind);
end $$;

grant usage on schema public to jingming_app, jingming_report;

create table tenants (
  id         uuid primary key,
  code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,30}$'),
  name       text not null check (name <> ''),
  time_zone  text not null default 'Asia/Shanghai',
  is_sample  boolean not null default false,
  created_at timestamptz not null
);
select open_table('tenants', 'global', 'select, insert, update');

-- What happened: who, when, in whose place, before and after. Sealed into a chain per tenant (seq, hash) by one writer.
create table audit_entries (
  tenant_id     uuid not null,
  id            uuid not null,
  at            timestamptz not null,
  event         text not null,
  actor_kind    text not null check (actor_kind in ('user', 'apiKey', 'system', 'link')),
  actor_id      text not null,
  actor_name    text not null,
  acting_for_id uuid,
  about_type    text,
  about_id      uuid,
  data          jsonb not null,
  request_id    text,
  seq           bigint,
  prev_hash     bytea,
  hash          bytea,
  primary key (tenant_id, id)
);
create index audit_entries_about on audit_entries (tenant_id, about_type, about_id, at desc, id desc);
create index audit_entries_at on audit_entries (tenant_id, at desc, id desc);
create index audit_entries_unsealed on audit_entries (tenant_id, id) where hash is null;
select protect_tenant('audit_entries', append_only => true);

-- Something to do later, written in the transaction of its cause. Obeys the application's clock.
create table tasks (
  id         uuid primary key,
  tenant_id  uuid not null,
  name       text not null,
  key        text,
  data       jsonb not null,
  run_at     timestamptz not null,
  attempts   integer not null default 0,
  last_error text,
  created_at timestamptz not null
);
create index tasks_due on tasks (run_at, id) where attempts < 10;
create index tasks_due_in_tenant on tasks (tenant_id, run_at, id) where attempts < 10;
create unique index tasks_key on tasks (tenant_id, name, key) where key is not null;
select open_table('tasks', 'local');

-- Effects that leave the house (messages, webhooks): delivered after the commit, at least once, same id each time.
create table outbox (
  tenant_id    uuid not null,
  id           uuid not null,
  channel      text not null,
  payload      jsonb not null,
  state        text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts     integer not null default 0,
  next_try_at  timestamptz not null,
  last_error   text,
  created_at   timestamptz not null,
  delivered_at timestamptz,
  primary key (tenant_id, id)
);
create index outbox_pending on outbox (tenant_id, next_try_at, id) where state = 'pending';
select protect_tenant('outbox');

create table idempotency_keys (
  tenant_id  uuid not null,
  actor_id   text not null,
  key        text not null,
  route      text not null,
  body_hash  bytea not null,
  status     integer not null,
  headers    jsonb not null,
  body       jsonb,
  created_at timestamptz not null,
  primary key (tenant_id, actor_id, key)
);
create index idempotency_keys_age on idempotency_keys (tenant_id, created_at);
select protect_tenant('idempotency_keys');

-- Counted before the secret is looked at, so that a thousand parallel guesses are a thousand counts.
create table throttles (
  key        text not null,
  window_at  timestamptz not null,
  hits       integer not null,
  primary key (key, window_at)
);
create index throttles_age on throttles (window_at);
select open_table('throttles', 'local');

create table files (
  tenant_id    uuid not null,
  id           uuid not null,
  org_path     text not null,
  state        text not null default 'pending' check (state in ('pending', 'ready', 'gone')),
  sha256       text,
  content_type text,
  size_bytes   bigint,
  file_name    text not null,
  width        integer,
  height       integer,
  created_by   uuid,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
create index files_sweep on files (tenant_id, state, created_at) where state = 'pending';
select protect_tenant('files');

-- Human numbers (order no.): one counter row, locked last in its transaction (D-14).
create table counters (
  tenant_id   uuid not null,
  org_unit_id uuid not null,
  kind        text not null,
  period      text not null,
  value       integer not null,
  primary key (tenant_id, org_unit_id, kind, period)
);
select protect_tenant('counters');
