import { statement } from '#platform/sql.ts';
import type { TestShop } from '#test/tenant.ts';

/** Everything of the archive that an import may touch, row by row. */
const archiveOf = statement<{ content: string }, object>(
  'imports.test.archive',
  `select md5(coalesce((select string_agg(c::text, '' order by c.id) from customers c where c.tenant_id = :tenant), '')
       || coalesce((select string_agg(v::text, '' order by v.id) from vehicles v where v.tenant_id = :tenant), '')
       || coalesce((select string_agg(o::text, '' order by o.id) from vehicle_owners o where o.tenant_id = :tenant), '')
       || coalesce((select string_agg(f::text, '' order by f.id) from former_plates f where f.tenant_id = :tenant), '')
       || coalesce((select string_agg(m::text, '' order by m.id) from mileage_readings m where m.tenant_id = :tenant), ''))
     as content`,
);
/** One word for the archive as it stands, to be compared. */
export const archive = async (shop: TestShop) => (await shop.reading.first(archiveOf, {}))!.content;
