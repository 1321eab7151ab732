import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { SubletCost, SubletGroup } from '../contract.ts';

const latest = statement<RowOf<'subletCosts'>, { subletId: string }>(
  'sublets.latestCost',
  `select * from sublet_costs where tenant_id = :tenant and sublet_id = :subletId
    order by entry desc limit 1`,
);
/** The last entry of a sublet; the sublet is held for the change. */
export const latestCostOf = (work: Work, subletId: string) => work.first(latest, { subletId });
export const insertCost = (work: Work, row: Fresh<'subletCosts'>) =>
  work.insert('subletCosts', row);

export interface Period {
  from: string;
  until: string;
}
export interface SumRow {
  key: string;
  name: string;
  jobs: number;
  priceFen: number;
  costFen: number;
}
const isCounted = `k.tenant_id = :tenant and k.org_path ^@ any(:scopes) and k.booked_on between :from::date and :until::date`;
/** A contrary entry takes its job off again. */
const sums = `sum(case k.kind when 'booked' then 1 else -1 end)::int8 as jobs,
     sum(k.price_fen)::int8 as price_fen, sum(k.cost_fen)::int8 as cost_fen`;
const groups: Readonly<Record<SubletGroup, string>> = {
  partner: `select k.partner_id::text as key, max(p.name) as name, ${sums} from sublet_costs k
      join sublet_partners p on p.tenant_id = k.tenant_id and p.id = k.partner_id
     where ${isCounted} group by k.partner_id order by sum(k.price_fen) desc, 1 limit 200`,
  month: `select to_char(k.booked_on, 'YYYY-MM') as key, to_char(k.booked_on, 'YYYY-MM') as name, ${sums}
      from sublet_costs k where ${isCounted} group by 1 order by 1 limit 200`,
};
const counts = {
  partner: statement<SumRow, Period>('sublets.figures.partner', groups.partner),
  month: statement<SumRow, Period>('sublets.figures.month', groups.month),
};
export const figuresOf = (work: Work, by: SubletGroup, period: Period) =>
  work.rows(counts[by], period);
const total = statement<Omit<SumRow, 'key' | 'name'>, Period>(
  'sublets.figures.total',
  `select coalesce(t.jobs, 0)::int8 as jobs, coalesce(t.price_fen, 0)::int8 as price_fen, coalesce(t.cost_fen, 0)::int8 as cost_fen
     from (select ${sums} from sublet_costs k where ${isCounted}) t`,
);
export const totalOf = async (work: Work, period: Period) => (await work.first(total, period))!;

export type CostRow = SubletCost & { orgPath: string; at: Date };
type Filter = Period & { partnerId: string | null };
const matches = `${isCounted} and (:partnerId::uuid is null or k.partner_id = :partnerId)`;
interface After {
  afterOn: string | null;
  afterId: string | null;
  size: number;
}
const page = statement<CostRow, Filter & After>(
  'sublets.costs',
  `select k.id, k.org_path, k.kind, k.cost_fen, k.price_fen, k.reference, k.reason, k.booked_on, k.at,
          coalesce(e.name, '') as by_name, k.sublet_id, s.order_id, o.number as order_number, v.plate,
          l.description as job, p.name as partner_name
     from sublet_costs k
     join sublets s on s.tenant_id = k.tenant_id and s.id = k.sublet_id
     join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
     join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
     join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
     join sublet_partners p on p.tenant_id = k.tenant_id and p.id = k.partner_id
     left join employees e on e.tenant_id = k.tenant_id and e.id = k.booked_by
    where ${matches}
      and (:afterOn::date is null or (k.booked_on, k.id) < (:afterOn::date, :afterId::uuid))
    order by k.booked_on desc, k.id desc limit :size`,
);
export const pageOfCosts = (work: Work, given: Filter & After) => work.rows(page, given);
const counted = statement<{ total: number }, Filter>(
  'sublets.countCosts',
  `select count(*) as total from sublet_costs k where ${matches}`,
);
export const countOfCosts = async (work: Work, given: Filter): Promise<number> =>
  (await work.first(counted, given))!.total;
