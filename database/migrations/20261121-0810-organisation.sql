-- The tenant's tree (ORG-01): headquarters → agent → shop. A lone repair shop is the same tree with one node.
create table org_units (
  tenant_id   uuid not null,
  id          uuid not null,
  parent_id   uuid,
  tier        text not null check (tier in ('headquarters', 'agent', 'shop')),
  code        text not null,
  name        text not null check (name <> ''),
  path        text not null collate "C" check (path ~ '^([0-9a-z]+\.)+$'),
  region      text,
  address     text not null default '',
  phone       text not null default '',
  version     integer not null default 1,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code),
  unique (tenant_id, path)
);
comment on column org_units.path is 'Materialised path, each node ending in a dot: a subtree is one prefix (decision 1).';
alter table org_units add foreign key (tenant_id, parent_id) references org_units (tenant_id, id);
select protect_tenant('org_units');

-- Settings of a tenant or one of its units; the source''s value is the default, in code with its source.
create table settings (
  tenant_id  uuid not null,
  org_path   text not null collate "C" default '',
  key        text not null,
  value      jsonb not null,
  updated_at timestamptz not null,
  primary key (tenant_id, org_path, key)
);
select protect_tenant('settings');
