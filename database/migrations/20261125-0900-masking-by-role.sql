-- Plates, VINs and addresses are whole for whose work needs them (ARC-10). Roles of before keep what their work needs:
-- who receives, repairs, inspects or edits cars, and who calls customers or answers their complaints, sees which car it
-- is; who edits customers, receives, calls or may reveal telephones sees the address. A role that only looks on, takes
-- money or leads elsewhere sees both masked from now on.
do $$
declare
  house record;
begin
  for house in select id from tenants loop
    perform set_config('app.tenant_id', house.id::text, true);
    update roles set permissions = permissions || '{vehicles.seeIdentity}'
     where tenant_id = house.id and not 'vehicles.seeIdentity' = any(permissions)
       and permissions && '{vehicles.edit,serviceOrders.receive,serviceOrders.work,serviceOrders.inspect,followUps.call,followUps.supervise,complaints.handle,complaints.supervise,customers.import,customers.merge}';
    update roles set permissions = permissions || '{customers.seeAddress}'
     where tenant_id = house.id and not 'customers.seeAddress' = any(permissions)
       and permissions && '{customers.edit,customers.reveal,customers.import,customers.merge,serviceOrders.receive,followUps.call}';
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
