import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type TagRow = RowOf<'keyTags'>;
export interface OrderOfTag {
  id: string;
  version: number;
  orgUnitId: string;
  orgPath: string;
  number: string;
  state: RowOf<'serviceOrders'>['state'];
  promisedAt: Date | null;
  plate: string;
  shopName: string;
  tagId: string | null;
  linkId: string | null;
  sealedUrl: string | null;
  printedAt: Date | null;
  printedByName: string | null;
}

const one = statement<OrderOfTag, { orderId: string }>(
  'keyTags.ofOrder',
  `select o.id, o.version, o.org_unit_id, o.org_path, o.number, o.state, o.promised_at, v.plate,
          u.name as shop_name, t.id as tag_id, t.link_id, t.sealed_url, t.printed_at, e.name as printed_by_name
     from service_orders o
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join org_units u on u.tenant_id = o.tenant_id and u.id = o.org_unit_id
     left join key_tags t on t.tenant_id = o.tenant_id and t.order_id = o.id and t.ended_at is null
     left join employees e on e.tenant_id = t.tenant_id and e.id = t.printed_by
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** An order with the sticker of its key that holds. */
export const orderWithTag = (work: Work, orderId: string) => work.first(one, { orderId });

const held = statement<TagRow, { orderId: string }>(
  'keyTags.held',
  `select * from key_tags where tenant_id = :tenant and order_id = :orderId and ended_at is null for update`,
);
export const lockTag = (work: Work, orderId: string) => work.first(held, { orderId });

export const insertTag = (work: Work, row: Fresh<'keyTags'>) => work.insert('keyTags', row);
export const updateTag = (work: Work, id: string, change: ChangeOf<'keyTags'>) =>
  work.update('keyTags', { id }, change);
