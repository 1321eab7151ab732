-- Records that may be one (ARC-05): looked for over the whole house, part by part.

alter table customers add column address_key text not null generated always as (replace(lower(address), ' ', '')) stored;
comment on column customers.address_key is 'The address as it is compared. A column: behind row-level security no expression is asked of an index.';
create index customers_name_address on customers (tenant_id, name, address_key, id) where address_key <> '';

create table duplicate_runs (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  state       text not null default 'running' check (state in ('running', 'done', 'cancelled')),
  step        text not null default 'customer' check (step in ('customer', 'vehicle')),
  last_id     uuid,
  done_rows   integer not null default 0,
  total_rows  integer not null default 0,
  found       integer not null default 0,
  ended_at    timestamptz,
  version     integer not null default 1,
  created_by  uuid,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column duplicate_runs.last_id is 'Up to which record of the step the work is done: after a crash it goes on from here.';
create index duplicate_runs_recent on duplicate_runs (tenant_id, id desc);
create unique index duplicate_runs_one_running on duplicate_runs (tenant_id) where state = 'running';
alter table duplicate_runs add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
select protect_tenant('duplicate_runs');

-- Two records that may be one, the smaller id first. A pair that somebody judged keeps his word: no run opens it again.
create table duplicate_pairs (
  tenant_id   uuid not null,
  id          uuid not null,
  kind        text not null check (kind in ('customer', 'vehicle')),
  one_id      uuid not null,
  other_id    uuid not null,
  reasons     text[] not null,
  score       integer not null check (score between 0 and 100),
  state       text not null default 'open' check (state in ('open', 'different', 'merged')),
  decided_by  uuid,
  decided_at  timestamptz,
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  check (one_id < other_id)
);
create unique index duplicate_pairs_once on duplicate_pairs (tenant_id, kind, one_id, other_id);
create index duplicate_pairs_of_other on duplicate_pairs (tenant_id, other_id);
create index duplicate_pairs_open on duplicate_pairs (tenant_id, state, score desc, id desc);
select protect_tenant('duplicate_pairs');
