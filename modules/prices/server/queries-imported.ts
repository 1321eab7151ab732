import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { Item, ItemRow } from './queries-list.ts';

/** An item at a place on a day of its own. */
export interface ItemThere extends Item {
  orgPath: string;
  day: string;
}
/** What holds of it there; `wasListed`: it stood on that list before, or will. */
export type Found = { at: number; wasListed: boolean } & (ItemRow | { id: null });

const found = statement<
  Found,
  { kinds: string[]; codes: string[]; models: string[]; paths: string[]; days: string[] }
>(
  'prices.foundAt',
  `select k.at::int, e.*,
          exists (select from price_items w
                   where w.tenant_id = :tenant and w.kind = k.kind and w.code = k.code and w.model = k.model
                     and k.path ^@ w.org_path) as was_listed
     from unnest(:kinds::text[], :codes::text[], :models::text[], :paths::text[], :days::date[])
            with ordinality as k (kind, code, model, path, day, at)
     left join lateral (
       select * from (
         select distinct on (p.org_path) p.* from price_items p
          where p.tenant_id = :tenant and p.kind = k.kind and p.code = k.code and p.model = k.model
            and k.path ^@ p.org_path and p.valid_from <= k.day
          order by p.org_path desc, p.valid_from desc, p.id desc) l
        where l.standing <> 'asAbove' order by l.org_path desc limit 1) e on true
    order by k.at limit 5000`,
);
/** What holds of each item where and when it is asked for, in their order. */
export const foundAt = (work: Work, items: readonly ItemThere[]) =>
  work.rows(found, {
    kinds: items.map(({ kind }) => kind),
    codes: items.map(({ code }) => code),
    models: items.map(({ model }) => model),
    paths: items.map(({ orgPath }) => orgPath),
    days: items.map(({ day }) => day),
  });

const held = statement<{ id: string }, { unitIds: readonly string[] }>(
  'prices.placesHeld',
  `select id from org_units where tenant_id = :tenant and id = any(:unitIds::uuid[])
    order by id limit 10000 for no key update`,
);
/** Nobody else writes prices of these units meanwhile. */
export const holdPlaces = (work: Work, unitIds: readonly string[]) => work.run(held, { unitIds });

const newer = `exists (select from price_items n
  where n.tenant_id = :tenant and n.kind = i.kind and n.code = i.code and n.model = i.model
    and n.org_unit_id = i.org_unit_id and n.id > i.id and n.import_batch_id is distinct from :batchId)`;
const stayed = statement<{ subject: string; isQuoted: boolean }, { batchId: string }>(
  'prices.newerOnes',
  `select i.org_unit_id || ' ' || i.kind || ' ' || i.code || ' ' || i.model as subject, i.quoted_at is not null as is_quoted
     from price_items i
    where i.tenant_id = :tenant and i.import_batch_id = :batchId and (${newer} or i.quoted_at is not null) limit 200000`,
);
/** What the batch wrote and cannot be taken out: a newer edition stands on it, or a customer was quoted it. */
export const changedSince = (work: Work, batchId: string) => work.rows(stayed, { batchId });

const gone = statement<never, { batchId: string }>(
  'prices.takeOut',
  `delete from price_items i
    where i.tenant_id = :tenant and i.import_batch_id = :batchId and i.quoted_at is null and not ${newer}`,
);
export const takeOutItems = (work: Work, batchId: string) => work.run(gone, { batchId });

const rows = statement<{ rowNo: number; subject: string }, { batchId: string }>(
  'prices.importedRows',
  `select row_no, subject from import_rows
    where tenant_id = :tenant and batch_id = :batchId and status = 'imported' order by row_no limit 200000`,
);
/** The rows of a list that came in, and which item each is about. */
export const importedRows = (work: Work, batchId: string) => work.rows(rows, { batchId });
