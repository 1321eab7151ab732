import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export type RegionRow = RowOf<'regions'> & { units: number };

const all = statement<RegionRow, object>(
  'organisation.regions',
  `select r.*, (select count(*) from org_units u where u.tenant_id = r.tenant_id and u.region = r.name
             and u.path ^@ any(:scopes)) as units
     from regions r where r.tenant_id = :tenant order by r.name limit 200`,
);
export const regionsOfHouse = (work: Work) => work.rows(all, {});

const forChange = statement<RowOf<'regions'>, { regionId: string }>(
  'organisation.lockRegion',
  'select * from regions where tenant_id = :tenant and id = :regionId for update',
);
export const lockRegion = (work: Work, regionId: string) => work.first(forChange, { regionId });

const named = statement<RowOf<'regions'>, { name: string }>(
  'organisation.regionNamed',
  'select * from regions where tenant_id = :tenant and name = :name for share',
);
/** Held, so that nobody renames it while a unit takes it. */
export const regionNamed = (work: Work, name: string) => work.first(named, { name });

const atUnits = statement<never, { from: string; to: string }>(
  'organisation.renameAtUnits',
  'update org_units set region = :to, updated_at = :now where tenant_id = :tenant and region = :from',
);
export const renameAtUnits = (work: Work, from: string, to: string) =>
  work.run(atUnits, { from, to });

const inUse = statement<{ id: string }, { name: string }>(
  'organisation.regionInUse',
  'select id from org_units where tenant_id = :tenant and region = :name limit 1',
);
export const isRegionInUse = async (work: Work, name: string) =>
  (await work.first(inUse, { name })) !== undefined;

const gone = statement<never, { regionId: string }>(
  'organisation.removeRegion',
  'delete from regions where tenant_id = :tenant and id = :regionId',
);
export const deleteRegion = (work: Work, regionId: string) => work.run(gone, { regionId });

export const insertRegion = (work: Work, name: string) => work.insert('regions', { name });
export const insertRegions = (work: Work, rows: readonly { name: string }[]) =>
  work.insertAll('regions', rows);
export const updateRegion = (work: Work, regionId: string, name: string) =>
  work.update('regions', { id: regionId }, { name });
