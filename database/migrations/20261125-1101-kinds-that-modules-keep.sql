-- Lists whose rows a module below the imports keeps: members' balances, prices (ARC-09).
alter table import_batches drop constraint import_batches_kind_check,
  add constraint import_batches_kind_check check (kind in ('customers', 'vehicles', 'employees', 'balances', 'prices'));
alter table import_maps drop constraint import_maps_kind_check,
  add constraint import_maps_kind_check check (kind in ('customers', 'vehicles', 'employees', 'balances', 'prices'));

alter table import_rows add column subject text;
comment on column import_rows.subject is 'Whom or what a row is about, as the module says that keeps it: rows of one subject are compared.';
create index import_rows_subject on import_rows (tenant_id, batch_id, subject, row_no) where subject is not null;
