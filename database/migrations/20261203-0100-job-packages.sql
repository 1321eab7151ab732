-- Jobs and parts that are sold together (套餐, WSH-11): of the price list, not the customer's ledger of prepaid services.
-- Each row is an edition: it holds at its unit and below from its day on, until a later one; none is overwritten.
create table job_packages (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  code        text not null collate "C" check (code <> ''),
  model       text not null collate "C" default '',
  valid_from  date not null,
  valid_until date check (valid_until >= valid_from),
  standing    text not null default 'offered' check (standing in ('offered', 'notOffered', 'asAbove')),
  name        text not null check (name <> ''),
  price_fen   bigint check (price_fen >= 0),
  lines       jsonb not null check (jsonb_array_length(lines) > 0),
  grams       text[] not null default '{}',
  created_by  uuid,
  created_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column job_packages.code is 'Half-width and upper case: by code and model a package is the same one.';
comment on column job_packages.model is 'The vehicle model that it is for; empty for all.';
comment on column job_packages.valid_until is 'The last day on which it may be quoted; empty: until a later edition.';
comment on column job_packages.standing is 'notOffered: from that day on not to be had here; asAbove: from that day on as the unit above has it.';
comment on column job_packages.price_fen is 'What all of it costs together; empty: the sum of its lines.';
comment on column job_packages.lines is 'Items of the price list by kind and code, with quantityThousandths; a part belongs to the job before it.';
comment on column job_packages.grams is 'Bigrams of code, name and initials, for search by a fragment; written by the application.';
alter table job_packages add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table job_packages add foreign key (tenant_id, created_by) references employees (tenant_id, id);
create index job_packages_editions on job_packages
  (tenant_id, code, model, org_path desc, valid_from desc, id desc);
create index job_packages_created_by on job_packages (tenant_id, created_by);
select protect_tenant('job_packages', append_only => true);

-- A quoted line may have come with a package; it leaves it where the package no longer is whole.
alter table job_lines add column job_package_id uuid;
comment on column job_lines.job_package_id is 'The edition of the package that the line was quoted with, at its share of the package price.';
alter table job_lines add foreign key (tenant_id, job_package_id) references job_packages (tenant_id, id);
create index job_lines_package on job_lines (tenant_id, job_package_id) where job_package_id is not null;
