-- Lists of several kinds come in (ARC-09); what was there so far are customer lists.
alter table import_batches add column kind text not null default 'customers'
  check (kind in ('customers', 'vehicles', 'employees'));
