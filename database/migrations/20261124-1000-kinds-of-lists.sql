-- Lists of several kinds come in (ARC-09); what was there so far are customer lists.
alter table import_batches add column kind text not null default 'customers'
  check (kind in ('customers', 'vehicles'));

-- What undoing puts back knows two columns more: what was kept before takes them as they stand.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update import_changes i
       set before = jsonb_set(i.before, '{vehicle}', (i.before -> 'vehicle') || jsonb_build_object(
             'firstRegisteredOn', v.first_registered_on, 'insuranceUntil', v.insurance_until))
      from vehicles v
     where v.tenant_id = i.tenant_id and v.id = i.vehicle_id and i.tenant_id = house.id;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
