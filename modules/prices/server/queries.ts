import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { type Item, type ItemRow, pathsAbove } from './queries-list.ts';

/** A unit at which prices are looked at or written. */
export interface Place {
  orgUnitId: string;
  orgPath: string;
  name: string;
  code: string;
  address: string;
  phone: string;
  closedAt: Date | null;
}
const placeColumns =
  'id as org_unit_id, path as org_path, name, code, address, phone, closed_at from org_units';
const place = statement<Place, { unitId: string | null; homeId: string | null }>(
  'prices.place',
  `select ${placeColumns}
    where tenant_id = :tenant and path ^@ any(:scopes) and (:unitId::uuid is null or id = :unitId)
    order by (id = :homeId::uuid) desc, path limit 1`,
);
/** The unit asked for where the caller acts there; unasked, his own, else the first of his part of the tree. */
export const placeWithin = (work: Work, unitId: string | undefined) =>
  work.first(place, { unitId: unitId ?? null, homeId: work.actor.unitId || null });

const placeCalled = statement<Place, { code: string | null }>(
  'prices.placeCalled',
  `select ${placeColumns}
    where tenant_id = :tenant and closed_at is null and (:code::text is null or code = :code)
    order by path limit 1`,
);
export const placeByCode = (work: Work, code: string | undefined) =>
  work.first(placeCalled, { code: code || null });

const held = statement<{ id: string }, { unitId: string }>(
  'prices.placeHeld',
  'select id from org_units where tenant_id = :tenant and id = :unitId for no key update',
);
/** Who writes prices of one unit does so one after the other. */
export const holdPlace = (work: Work, unitId: string) => work.first(held, { unitId });

const item = statement<ItemRow, { priceItemId: string }>(
  'prices.item',
  `select * from price_items where tenant_id = :tenant and id = :priceItemId
      and (org_path ^@ any(:scopes) or exists (select from unnest(:scopes) s where s ^@ org_path))`,
);
/** An item of one’s own part of the tree, or of a unit above it: what those keep serves the ones below. */
export const itemById = (work: Work, priceItemId: string) => work.first(item, { priceItemId });

const editionsOf = statement<{ any: number }, Item & { above: readonly string[] }>(
  'prices.editionsOf',
  `select count(*) as any from (
     select from price_items where tenant_id = :tenant and kind = :kind and code = :code and model = :model
        and org_path = any(:above::text[]) limit 1) e`,
);
/** Whether an item ever stood on the list of a place. */
export const wasListed = async (work: Work, { kind, code, model }: Item, orgPath: string) =>
  (await work.first(editionsOf, { kind, code, model, above: pathsAbove(orgPath) }))!.any > 0;

export const insertItem = (work: Work, row: Fresh<'priceItems'>) => work.insert('priceItems', row);
export const insertItems = (work: Work, rows: readonly Fresh<'priceItems'>[]) =>
  work.insertAll('priceItems', rows);

export interface EditionRow extends ItemRow {
  orgUnitName: string;
  importBatchId: string | null;
  createdByName: string;
  createdAt: Date;
}
const history = statement<
  EditionRow,
  Item & { above: readonly string[]; beforeDay: string; beforeId: string; size: number }
>(
  'prices.history',
  `select h.*, u.name as org_unit_name, coalesce(e.name, '') as created_by_name
     from price_items h
     join org_units u on u.tenant_id = h.tenant_id and u.id = h.org_unit_id
     left join employees e on e.tenant_id = h.tenant_id and e.id = h.created_by
    where h.tenant_id = :tenant and h.kind = :kind and h.code = :code and h.model = :model
      and h.org_path = any(:above::text[]) and (h.valid_from, h.id) < (:beforeDay::date, :beforeId::uuid)
    order by h.valid_from desc, h.id desc limit :size`,
);
export const pageOfEditions = (
  work: Work,
  { kind, code, model }: Item,
  orgPath: string,
  after: unknown[] | null,
  size: number,
) =>
  work.rows(history, {
    ...{ kind, code, model, above: pathsAbove(orgPath), size },
    beforeDay: String(after?.[0] ?? 'infinity'),
    beforeId: String(after?.[1] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
  });

const house = statement<{ house: string; code: string }, object>(
  'prices.house',
  'select name as house, code from tenants where id = :tenant',
);
export const houseOf = async (work: Work) => (await work.first(house, {}))!;
