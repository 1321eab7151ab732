import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type BasisRow = RowOf<'sharingBases'>;
export interface BasisShown extends BasisRow {
  toUnitName: string;
  recordedByName: string | null;
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
  withdrawnReason: string | null;
  holds: boolean;
}

const today = `(select (:now::timestamptz at time zone z.time_zone)::date from tenants z where z.id = :tenant)`;
const of = statement<BasisShown, { unitId: string }>(
  'organisation.sharingBases',
  `select b.*, u.name as to_unit_name, e.name as recorded_by_name, w.created_at as withdrawn_at,
          x.name as withdrawn_by_name, w.reason as withdrawn_reason,
          w.basis_id is null and b.valid_from <= ${today} and coalesce(b.valid_until >= ${today}, true) as holds
     from sharing_bases b
     join org_units u on u.tenant_id = b.tenant_id and u.id = b.to_unit_id
     left join employees e on e.tenant_id = b.tenant_id and e.id = b.created_by
     left join sharing_withdrawals w on w.tenant_id = b.tenant_id and w.basis_id = b.id
     left join employees x on x.tenant_id = w.tenant_id and x.id = w.created_by
    where b.tenant_id = :tenant and b.org_unit_id = :unitId and b.org_path ^@ any(:scopes)
    order by b.id desc limit 200`,
);
/** What a unit's customers' data go up by, the latest first, withdrawn ones too. */
export const sharingBasesOf = (work: Work, unitId: string) => work.rows(of, { unitId });

const at = statement<{ id: string; name: string }, { paths: readonly string[] }>(
  'organisation.unitsAt',
  `select id, name from org_units
    where tenant_id = :tenant and path = any(:paths::text[]) and path ^@ any(:scopes) order by path limit 20`,
);
/** The units above a place, from the top, as far as the caller sees them. */
export function unitsAbove(work: Work, path: string) {
  const steps = path.split('.').slice(0, -2);
  const paths = steps.map((_, depth) => `${steps.slice(0, depth + 1).join('.')}.`);
  return work.rows(at, { paths });
}

const forWithdrawal = statement<BasisRow & { isWithdrawn: boolean }, { basisId: string }>(
  'organisation.sharingBasis',
  `select b.*, exists (select from sharing_withdrawals w where w.tenant_id = b.tenant_id and w.basis_id = b.id)
            as is_withdrawn
     from sharing_bases b where b.tenant_id = :tenant and b.id = :basisId and b.org_path ^@ any(:scopes)`,
);
export const sharingBasis = (work: Work, basisId: string) => work.first(forWithdrawal, { basisId });

export const insertBasis = (work: Work, row: Fresh<'sharingBases'>) =>
  work.insert('sharingBases', row);
export const insertWithdrawal = (work: Work, row: Fresh<'sharingWithdrawals'>) =>
  work.insert('sharingWithdrawals', row);

/**
 * The units, by their paths, whose customers are not shared with somebody, as SQL for the statement that tells who asks:
 * controllers of their own that lie below one of his places (`reach`, rows of one `scope`; `further`, a place lent to
 * him) without a basis to that place, where he does not work himself. More than can be told one by one: all of his places.
 */
export const notShared = (tenant: string, reach: string, further: string) => `(
  select case when count(*) > 500 then (select array_agg(r.scope) from (${reach}) r)
              else coalesce(array_agg(c.path order by c.path), '{}') end
    from org_units c
   where c.tenant_id = ${tenant} and c.is_own_controller
     and (exists (select from (${reach}) r where c.path ^@ r.scope and c.path <> r.scope)
          or exists (select from (${further}) f where c.path ^@ f.scope or f.scope ^@ c.path))
     and not exists (select from (${reach}) r where r.scope ^@ c.path)
     and not exists (
       select from sharing_bases b
         join org_units o on o.tenant_id = b.tenant_id and o.id = b.to_unit_id
         join (${reach}) r on r.scope = o.path
         join tenants z on z.id = b.tenant_id
        where b.tenant_id = ${tenant} and b.org_unit_id = c.id
          and b.valid_from <= (:now::timestamptz at time zone z.time_zone)::date
          and coalesce(b.valid_until >= (:now::timestamptz at time zone z.time_zone)::date, true)
          and not exists (select from sharing_withdrawals w where w.tenant_id = b.tenant_id and w.basis_id = b.id)))`;
