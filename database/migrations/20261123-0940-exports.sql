-- Lists taken out as workbooks (ARC-09, ARC-10): who took what, under which filter, what for, how many rows.

-- One for each file. The file itself is never kept: it is written while it is fetched, once, by whoever asked.
create table list_exports (
  tenant_id    uuid not null,
  id           uuid not null,
  number       text not null check (number <> ''),
  org_unit_id  uuid not null,
  org_path     text not null collate "C",
  employee_id  uuid not null,
  list         text not null check (list <> ''),
  query        text not null,
  columns      text[] not null check (cardinality(columns) > 0),
  reason       text not null check (reason <> ''),
  is_whole     boolean not null,
  rows_planned integer not null check (rows_planned >= 0),
  rows_written integer check (rows_written >= 0),
  state        text not null check (state in ('asked', 'running', 'done', 'broken')),
  expires_at   timestamptz not null,
  ended_at     timestamptz,
  version      integer not null default 1,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, org_unit_id, number)
);
comment on column list_exports.is_whole is 'Telephones stand in it in full.';
alter table list_exports add foreign key (tenant_id, org_unit_id) references org_units (tenant_id, id);
alter table list_exports add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
create index list_exports_employee on list_exports (tenant_id, employee_id, id);
select protect_tenant('list_exports');

-- What a person took out on a day, counted when he asks: two at the same moment cannot both have the last rows.
create table export_days (
  tenant_id   uuid not null,
  employee_id uuid not null,
  on_day      date not null,
  rows        integer not null check (rows >= 0),
  primary key (tenant_id, employee_id, on_day)
);
alter table export_days add foreign key (tenant_id, employee_id) references employees (tenant_id, id);
select protect_tenant('export_days');

-- What the house allows a role in a day, where it differs from the usual (modules/exports/server/budget.ts).
create table export_budgets (
  tenant_id  uuid not null,
  role_id    uuid not null,
  rows_a_day integer not null check (rows_a_day between 0 and 1000000),
  version    integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, role_id)
);
alter table export_budgets add foreign key (tenant_id, role_id) references roles (tenant_id, id);
select protect_tenant('export_budgets');
