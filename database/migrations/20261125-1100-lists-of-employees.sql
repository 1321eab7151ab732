-- Lists of employees come in as well (ARC-09, ORG-04).
alter table import_batches drop constraint import_batches_kind_check,
  add constraint import_batches_kind_check check (kind in ('customers', 'vehicles', 'employees'));
alter table import_maps drop constraint import_maps_kind_check,
  add constraint import_maps_kind_check check (kind in ('customers', 'vehicles', 'employees'));

alter table import_rows add column employee_id uuid, add column other_employee_id uuid;
comment on column import_rows.employee_id is 'The employee that the row became.';
comment on column import_rows.other_employee_id is 'The employee on file that the row may be.';
create index import_rows_colleague on import_rows (tenant_id, batch_id, (tidied ->> 'employeeName'), row_no)
  where tidied ->> 'employeeName' is not null;

alter table employees add column import_batch_id uuid;
comment on column employees.import_batch_id is 'The list that brought the person in; empty for who was put on file by hand.';
create index employees_batch on employees (tenant_id, import_batch_id) where import_batch_id is not null;
-- Whether somebody of a list is on file: a number is typed with dashes and blanks, a name of two characters with a blank.
create index employees_by_phone on employees (tenant_id, (regexp_replace(phone, '[^0-9]', '', 'g'))) where phone <> '';
create index employees_by_name on employees (tenant_id, (replace(name, ' ', '')));
create index org_units_named on org_units (tenant_id, name);
