-- Genuine check (ARC-11): codes on parts, issued in batches, looked up by anybody; of who looks nothing is kept.

create table genuine_batches (
  tenant_id     uuid not null,
  id            uuid not null,
  org_unit_id   uuid not null,
  org_path      text not null collate "C",
  number        text not null check (number <> ''),
  product       text not null check (product <> ''),
  part_number   text not null default '',
  codes         integer not null check (codes > 0),
  codes_checked integer not null default 0,
  codes_warned  integer not null default 0,
  withdrawn_at  timestamptz,
  withdrawn_why text not null default '',
  version       integer not null default 1,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  created_by    uuid,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
alter table genuine_batches add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table genuine_batches add foreign key (tenant_id, created_by) references employees (tenant_id, id);
select protect_tenant('genuine_batches');

-- The code itself lies sealed under the installation's key, to print its label again; it is found by its hash.
create table genuine_codes (
  tenant_id       uuid not null,
  id              uuid not null,
  batch_id        uuid not null,
  org_unit_id     uuid not null,
  org_path        text not null collate "C",
  serial          integer not null check (serial > 0),
  code_hash       bytea not null,
  sealed_code     text not null,
  ending          text not null,
  state           text not null check (state in ('issued', 'checked', 'warned', 'withdrawn')),
  checks          integer not null default 0,
  first_checked_at timestamptz,
  last_checked_at timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, code_hash),
  unique (tenant_id, batch_id, serial)
);
alter table genuine_codes add foreign key (tenant_id, batch_id) references genuine_batches (tenant_id, id);
create index genuine_codes_state on genuine_codes (tenant_id, state, id);
select protect_tenant('genuine_codes');

-- When a code was looked up, and in which province or shop: what the visitor himself said, nothing else of him.
create table genuine_checks (
  tenant_id uuid not null,
  id        uuid not null,
  code_id   uuid not null,
  at        timestamptz not null,
  place     text not null,
  primary key (tenant_id, id)
);
alter table genuine_checks add foreign key (tenant_id, code_id) references genuine_codes (tenant_id, id);
create index genuine_checks_code on genuine_checks (tenant_id, code_id, id);
select protect_tenant('genuine_checks', true);

-- Who founded a house may issue codes.
update roles set permissions = array_append(permissions, 'genuineChecks.manage')
 where key = 'owner' and not ('genuineChecks.manage' = any(permissions));
