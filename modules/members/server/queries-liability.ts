import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export interface OwedRow {
  orgUnitId: string;
  age: 'upTo3Months' | 'upTo12Months' | 'upTo24Months' | 'older';
  principalFen: number;
  giftFen: number;
  packagesFen: number;
  /** Of all of it: what was taken over from another program. */
  openingFen: number;
}
const ageOf = (
  day: string,
) => `case when ${day} > :today::date - interval '3 months' then 'upTo3Months'
    when ${day} > :today::date - interval '12 months' then 'upTo12Months'
    when ${day} > :today::date - interval '24 months' then 'upTo24Months' else 'older' end`;
const owed = statement<OwedRow, { today: string }>(
  'members.owed',
  `select org_unit_id, age, coalesce(sum(principal), 0)::bigint as principal_fen,
          coalesce(sum(gift), 0)::bigint as gift_fen, coalesce(sum(packages), 0)::bigint as packages_fen,
          coalesce(sum(principal + gift + packages) filter (where method = 'opening'), 0)::bigint as opening_fen
     from (
       select t.org_unit_id, ${ageOf('t.paid_on')} as age, p.balance as principal, g.balance as gift, 0 as packages,
              t.method
         from top_ups t
         join ledger_accounts p on p.tenant_id = t.tenant_id and p.kind = 'members.principal'
          and p.owner_type = 'topUp' and p.owner_id = t.id
         join ledger_accounts g on g.tenant_id = t.tenant_id and g.kind = 'members.gift'
          and g.owner_type = 'topUp' and g.owner_id = t.id
        where t.tenant_id = :tenant and t.org_path ^@ any(:scopes) and (p.balance > 0 or g.balance > 0)
       union all
       select x.org_unit_id, ${ageOf('x.paid_on')}, 0, 0,
              round(x.paid_fen * sum(l.balance * i.unit_fen) / greatest(sum(i.uses * i.unit_fen), 1)),
              x.method
         from package_purchases x
         join package_items i on i.tenant_id = x.tenant_id and i.package_purchase_id = x.id
         join ledger_accounts l on l.tenant_id = i.tenant_id and l.kind = 'members.uses'
          and l.owner_type = 'packageItem' and l.owner_id = i.id
        where x.tenant_id = :tenant and x.org_path ^@ any(:scopes) and x.refunded_at is null
        group by x.tenant_id, x.id, x.org_unit_id, x.paid_on, x.paid_fen, x.method having sum(l.balance) > 0) as open
    group by org_unit_id, age`,
);
/** What is owed by shop and by how long ago it was paid: a package at what was paid for what is left of it. */
export const owedNow = (work: Work, today: string) => work.rows(owed, { today });

export interface ShopRow {
  orgUnitId: string;
  name: string;
  path: string;
  members: number;
  points: number;
}
const shops = statement<ShopRow, object>(
  'members.shops',
  `select u.id as org_unit_id, u.name, u.path, count(m.id) as members, coalesce(sum(a.balance), 0)::bigint as points
     from memberships m
     join org_units u on u.tenant_id = m.tenant_id and u.id = m.org_unit_id
     join ledger_accounts a on a.tenant_id = m.tenant_id and a.kind = 'members.points'
      and a.owner_type = 'membership' and a.owner_id = m.id
    where m.tenant_id = :tenant and m.org_path ^@ any(:scopes) and m.merged_into_id is null
    group by u.id, u.name, u.path order by u.path limit 500`,
);
export const shopsWithMembers = (work: Work) => work.rows(shops, {});

const gap = statement<{ isProved: boolean }, object>(
  'members.isProved',
  `select coalesce(bool_and(gap = 0), true) as is_proved from (
     select sum(balance) as gap from ledger_accounts
      where tenant_id = :tenant and org_path ^@ any(:scopes)
        and kind in ('members.principal', 'members.gift', 'members.owedPrincipal', 'members.owedGift')
      group by org_path, kind in ('members.principal', 'members.owedPrincipal')) as sums`,
);
/** Whether what members have and what the house owes is nothing together. */
export const isProvedNow = async (work: Work) => (await work.first(gap, {}))!.isProved;
