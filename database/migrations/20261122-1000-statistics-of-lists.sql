-- A list of twenty thousand rows that has just come in is unknown to the planner until autovacuum looks at it: taken for
-- a single row, it would be joined row by row, in the square of its length. The application may have these tables, and
-- nothing else, looked at.
create function look_at_imported_rows() returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze import_rows (tenant_id, batch_id, row_no, status, phone, plate, vin, customer_id, vehicle_id);
end $$;
create function look_at_archive() returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  analyze customers (tenant_id, id, import_batch_id), vehicles (tenant_id, id, owner_id, import_batch_id),
          vehicle_owners (tenant_id, vehicle_id, customer_id), mileage_readings (tenant_id, vehicle_id, source_id);
end $$;
revoke all on function look_at_imported_rows(), look_at_archive() from public;
grant execute on function look_at_imported_rows(), look_at_archive() to jingming_app;
