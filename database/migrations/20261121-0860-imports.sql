-- An old archive brought in (ARC-09): the file, what each row is judged to be, what the person decided, what it became.
create table import_batches (
  tenant_id   uuid not null,
  id          uuid not null,
  org_unit_id uuid not null,
  org_path    text not null collate "C",
  file_id     uuid not null,
  file_name   text not null,
  state       text not null default 'reading' check (state in (
                'reading', 'judging', 'judged', 'importing', 'imported', 'failed', 'undoing', 'undone', 'discarded')),
  sheet_name  text not null default '',
  sheets      text[] not null default '{}',
  header_row  integer,
  columns     jsonb not null default '[]',
  mapping     jsonb not null default '{}',
  counts      jsonb not null default '{}',
  made        jsonb not null default '{}',
  done_rows   integer not null default 0,
  total_rows  integer not null default 0,
  last_row    integer not null default 0,
  fault       text,
  imported_at timestamptz,
  undone_at   timestamptz,
  version     integer not null default 1,
  created_by  uuid not null,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on column import_batches.last_row is 'Up to which row of the sheet the present work is done: after a crash it goes on from here.';
comment on column import_batches.made is 'How many customers and vehicles the batch made, and how many vehicles on file it changed.';
create index import_batches_recent on import_batches (tenant_id, org_path, id desc);
alter table import_batches add foreign key (tenant_id, file_id) references files (tenant_id, id);
select protect_tenant('import_batches');

create table import_rows (
  tenant_id   uuid not null,
  batch_id    uuid not null,
  row_no      integer not null,
  cells       jsonb not null,
  fixes       jsonb not null default '{}',
  tidied      jsonb not null default '{}',
  findings    jsonb not null default '{}',
  phone       text generated always as (tidied ->> 'phone') stored,
  plate       text generated always as (tidied ->> 'plate') stored,
  vin         text generated always as (tidied ->> 'vin') stored,
  verdict     text not null default '',
  codes       text[] not null default '{}',
  other_row   integer,
  other_customer_id uuid,
  other_vehicle_id uuid,
  status      text not null default 'unread' check (status in (
                'unread', 'aside', 'ready', 'held', 'question', 'skipped', 'imported')),
  decision    text check (decision in ('asOne', 'separate', 'changeOwner', 'changePlate', 'skip')),
  customer_id uuid,
  vehicle_id  uuid,
  staged      jsonb,
  version     integer not null default 1,
  primary key (tenant_id, batch_id, row_no)
);
comment on column import_rows.cells is 'As the sheet has them, never changed.';
comment on column import_rows.fixes is 'What a person typed over a cell, by field.';
comment on column import_rows.staged is 'What is written into the archive besides the tidied values: pinyin, grams, what is due next.';
create index import_rows_status on import_rows (tenant_id, batch_id, status, row_no);
create index import_rows_phone on import_rows (tenant_id, batch_id, phone, row_no) where phone is not null;
create index import_rows_plate on import_rows (tenant_id, batch_id, plate, row_no) where plate is not null;
create index import_rows_vin on import_rows (tenant_id, batch_id, vin, row_no) where vin is not null;
create index import_rows_customer on import_rows (tenant_id, batch_id, customer_id) where customer_id is not null;
create index import_rows_vehicle on import_rows (tenant_id, batch_id, vehicle_id) where vehicle_id is not null;
alter table import_rows add foreign key (tenant_id, batch_id) references import_batches (tenant_id, id);
select protect_tenant('import_rows');

-- Vehicles on file that a batch changed, as they were before: undoing puts them back.
create table import_changes (
  tenant_id     uuid not null,
  batch_id      uuid not null,
  vehicle_id    uuid not null,
  before        jsonb not null,
  version_after integer not null,
  primary key (tenant_id, batch_id, vehicle_id)
);
alter table import_changes add foreign key (tenant_id, batch_id) references import_batches (tenant_id, id);
select protect_tenant('import_changes');
