-- A unit of the tree may be another legal person, who decides himself on his customers' data (个人信息处理者, PIPL 73).
-- What its customers' data go to those above it by stands on record (PIPL 20, 23): nothing is shared without.
alter table org_units add column is_own_controller boolean not null default false;
comment on column org_units.is_own_controller is 'Another legal person: whoever looks from above sees its customers masked without a basis on record.';
create index org_units_own_controllers on org_units (tenant_id, path) where is_own_controller;

create table sharing_bases (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  to_unit_id  uuid not null,
  kind        text not null check (kind in ('consent', 'contract', 'law')),
  purpose     text not null check (purpose <> ''),
  document    text not null check (document <> ''),
  valid_from  date not null,
  valid_until date check (valid_until >= valid_from),
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
alter table sharing_bases add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table sharing_bases add foreign key (tenant_id, to_unit_id) references org_units (tenant_id, id);
alter table sharing_bases add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index sharing_bases_of on sharing_bases (tenant_id, org_unit_id, id);
create index sharing_bases_to on sharing_bases (tenant_id, to_unit_id);
create index sharing_bases_at on sharing_bases (tenant_id, org_path, id);
create index sharing_bases_by on sharing_bases (tenant_id, created_by);
select protect_tenant('sharing_bases', append_only => true);

create table sharing_withdrawals (
  tenant_id  uuid not null,
  basis_id   uuid not null,
  reason     text not null check (reason <> ''),
  created_by uuid,
  created_at timestamptz not null,
  primary key (tenant_id, basis_id)
);
alter table sharing_withdrawals add foreign key (tenant_id, basis_id) references sharing_bases (tenant_id, id);
alter table sharing_withdrawals add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index sharing_withdrawals_by on sharing_withdrawals (tenant_id, created_by);
select protect_tenant('sharing_withdrawals', append_only => true);
