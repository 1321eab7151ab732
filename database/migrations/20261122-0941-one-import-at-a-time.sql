-- Two lists at once would both find the archive empty and make every customer twice: a shop writes one at a time.
-- Of several that are under way, the first goes on; the others can be run again.
update import_batches b set state = 'judged'
 where state = 'importing' and exists (
   select from import_batches earlier
    where earlier.tenant_id = b.tenant_id and earlier.org_unit_id = b.org_unit_id
      and earlier.state = 'importing' and earlier.id < b.id);
create unique index import_batches_one_importing on import_batches (tenant_id, org_unit_id) where state = 'importing';
