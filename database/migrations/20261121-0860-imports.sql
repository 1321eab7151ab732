-- An old archive brought in (ARC-09): the file, what each row is judged to be, what the person decided, what it became.
create table import_batches (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  file_id     uuid not null,
  file_name   text not null,
  state       text not null default 'reading' check (state in (
                'reading', 'judged', 'importing', 'imported', 'failed', 'undoing', 'undone', 'discarded')),
  sheet_name  text not null default '',
  header_row  integer,
  columns     jsonb not null default '[]',
  mapping     jsonb not null default '{}',
  counts      jsonb not null default '{}',
  done_rows   integer not null default 0,
  total_rows  integer not null default 0,
  fault       text,
  imported_at timestamptz,
  undone_at   timestamptz,
  version     integer not null default 1,
  created_by  uuid not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
create index import_batches_recent on import_batches (tenant_id, org_path, id desc);
alter table import_batches add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('import_batches');

create table import_rows (
  tenant_id   uuid not null,
  batch_id    uuid not null,
  row_no      integer not null,
  cells       jsonb not null,
  tidied      jsonb not null,
  verdict     text not null,
  codes       text[] not null default '{}',
  other_row   integer,
  other_customer_id uuid,
  other_vehicle_id uuid,
  status      text not null check (status in ('ready', 'held', 'question', 'skipped', 'imported')),
  decision    text check (decision in ('asOne', 'separate', 'changeOwner', 'changePlate', 'skip', 'fixed')),
  customer_id uuid,
  vehicle_id  uuid,
  primary key (tenant_id, batch_id, row_no)
);
create index import_rows_status on import_rows (tenant_id, batch_id, status, row_no);
alter table import_rows add foreign key (tenant_id, batch_id) references import_batches (tenant_id, id);
select protect_tenant('import_rows');
