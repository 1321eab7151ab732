import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { globalStatement, statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export type UnitRow = RowOf<'orgUnits'>;

export const tenantByCode = globalStatement<
  { id: string; code: string; name: string },
  { code: string | null }
>(
  'organisation.tenantByCode',
  `select id, code, name from tenants where :code::text is null or code = :code order by id limit 2`,
);
export const insertTenant = globalStatement<
  never,
  { id: string; code: string; name: string; isSample: boolean; now: Date }
>(
  'organisation.insertTenant',
  'insert into tenants (id, code, name, is_sample, created_at) values (:id, :code, :name, :isSample, :now)',
);
export const everyTenant = globalStatement<{ id: string }, object>(
  'organisation.everyTenant',
  'select id from tenants order by id',
);
const unitsPage = statement<UnitRow, { tier: string | null; afterPath: string; size: number }>(
  'organisation.unitsPage',
  `select * from org_units
    where tenant_id = :tenant and path ^@ any(:scopes) and (:tier::text is null or tier = :tier)
      and path > :afterPath
    order by path limit :size`,
);
export const pageOfUnits = (
  work: Work,
  tier: string | undefined,
  afterPath: string,
  size: number,
) => work.rows(unitsPage, { tier: tier ?? null, afterPath, size });

const unitForChange = statement<UnitRow, { unitId: string }>(
  'organisation.unitForChange',
  'select * from org_units where tenant_id = :tenant and id = :unitId for update',
);
export const lockUnit = (work: Work, unitId: string) => work.first(unitForChange, { unitId });

const unit = statement<UnitRow, { unitId: string }>(
  'organisation.unitById',
  'select * from org_units where tenant_id = :tenant and id = :unitId',
);
export const unitById = (work: Work, unitId: string) => work.first(unit, { unitId });

const tiersAround = statement<{ tier: UnitRow['tier']; isParent: boolean }, { unitId: string }>(
  'organisation.tiersAround',
  `select p.tier, p.id = c.parent_id as is_parent from org_units c
     join org_units p on p.tenant_id = c.tenant_id and (p.id = c.parent_id or p.parent_id = c.id)
    where c.tenant_id = :tenant and c.id = :unitId limit 10000`,
);
/** The tiers of a unit's parent and of its children. */
export const tiersAroundUnit = (work: Work, unitId: string) => work.rows(tiersAround, { unitId });

export const insertUnit = (work: Work, row: Parameters<typeof work.insert<'orgUnits'>>[1]) =>
  work.insert('orgUnits', row);
export const updateUnit = (work: Work, unitId: string, change: ChangeOf<'orgUnits'>) =>
  work.update('orgUnits', { id: unitId }, change);

const nextValue = statement<
  { value: number },
  { unitId: string; kind: string; period: string; amount: number }
>(
  'organisation.nextValue',
  `insert into counters (tenant_id, org_unit_id, kind, period, value)
   values (:tenant, :unitId, :kind, :period, :amount)
   on conflict (tenant_id, org_unit_id, kind, period) do update set value = counters.value + excluded.value
   returning value`,
);
export const nextCounter = async (
  work: Work,
  unitId: string,
  kind: string,
  period: string,
  amount = 1,
) => (await work.first(nextValue, { unitId, kind, period, amount }))!.value;

const added = statement<never, { unitId: string; kind: string; period: string; amount: number }>(
  'organisation.addToCounter',
  `insert into counters (tenant_id, org_unit_id, kind, period, value)
   values (:tenant, :unitId, :kind, :period, :amount)
   on conflict (tenant_id, org_unit_id, kind, period) do update set value = counters.value + excluded.value`,
);
/** Adds to what a unit has used up in a period. */
export const addToCounter = (
  work: Work,
  unitId: string,
  kind: string,
  period: string,
  amount: number,
) => work.run(added, { unitId, kind, period, amount });

const counted = statement<{ value: number }, { unitId: string; kind: string; period: string }>(
  'organisation.counted',
  `select value from counters
    where tenant_id = :tenant and org_unit_id = :unitId and kind = :kind and period = :period`,
);
export const counterOf = async (work: Work, unitId: string, kind: string, period: string) =>
  (await work.first(counted, { unitId, kind, period }))?.value ?? 0;

const settingRows = statement<
  { value: unknown; orgPath: string; version: number },
  { key: string; orgPath: string }
>(
  'organisation.setting',
  `select value, org_path, version from settings where tenant_id = :tenant and key = :key and :orgPath ^@ org_path
    order by length(org_path) desc limit 1`,
);
/** The value of a setting at a place, as an expression of SQL; `orgPath` is one too. */
export const settingAt = (key: string, orgPath: string): string =>
  `(select w.value from settings w where w.tenant_id = :tenant and w.key = '${key}' and ${orgPath} ^@ w.org_path
     order by length(w.org_path) desc limit 1)`;
export const settingRow = (work: Work, key: string, orgPath: string) =>
  work.first(settingRows, { key, orgPath });
const settingSaved = statement<never, { key: string; orgPath: string; value: string }>(
  'organisation.settingSaved',
  `insert into settings (tenant_id, org_path, key, value, updated_at) values (:tenant, :orgPath, :key, :value, :now)
   on conflict (tenant_id, org_path, key) do update set value = excluded.value, updated_at = excluded.updated_at,
                                                               version = settings.version + 1`,
);
const settingChanged = statement<
  { version: number },
  { key: string; orgPath: string; value: string; seen: number }
>(
  'organisation.settingChanged',
  `with changed as (
     update settings set value = :value::jsonb, version = version + 1, updated_at = :now
      where tenant_id = :tenant and org_path = :orgPath and key = :key and version = :seen returning version),
   made as (
     insert into settings (tenant_id, org_path, key, value, updated_at)
     select :tenant, :orgPath, :key, :value::jsonb, :now where :seen = 0
     on conflict do nothing returning version)
   select version from changed union all select version from made`,
);
/** Sets it where it still stands as it was seen; 0 stands for what nobody has set yet. */
export const changeSettingRow = (
  work: Work,
  given: { key: string; orgPath: string; value: unknown; seen: number },
) => work.first(settingChanged, { ...given, value: JSON.stringify(given.value) });
export const saveSettingRow = (work: Work, key: string, orgPath: string, value: unknown) =>
  work.run(settingSaved, { key, orgPath, value: JSON.stringify(value) });
