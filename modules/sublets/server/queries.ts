import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import type { PageAfter } from '#platform/page.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { ListedSublet } from '../contract.ts';

export type SubletRow = RowOf<'sublets'>;

const forChange = statement<SubletRow, { subletId: string }>(
  'sublets.lock',
  'select * from sublets where tenant_id = :tenant and id = :subletId and org_path ^@ any(:scopes) for update',
);
export const lockSublet = (work: Work, subletId: string) => work.first(forChange, { subletId });
export const insertSublet = (work: Work, row: Fresh<'sublets'>) => work.insert('sublets', row);
export const updateSublet = (work: Work, id: string, change: ChangeOf<'sublets'>) =>
  work.update('sublets', { id }, change);

const earlier = statement<{ total: number }, { lineId: string }>(
  'sublets.attempts',
  'select count(*) as total from sublets where tenant_id = :tenant and line_id = :lineId',
);
/** How often a job was given out before. */
export const attemptsOf = async (work: Work, lineId: string): Promise<number> =>
  (await work.first(earlier, { lineId }))!.total;

type Instants = 'givenAt' | 'dueAt' | 'backAt' | 'checkedAt';
export type ListedRow = Omit<ListedSublet, Instants | 'agreedFen' | 'bookedFen'> & {
  orgPath: string;
  givenAt: Date;
  dueAt: Date;
  backAt: Date | null;
  checkedAt: Date | null;
  agreedFen: number;
  bookedFen: number;
};
const nameOf = (column: string) =>
  `coalesce((select p.name from employees p where p.tenant_id = s.tenant_id and p.id = s.${column}), '')`;
/** Odd entries book, even ones take back: an odd number of them is a cost that stands. */
const booked = `cross join lateral (
    select count(*) % 2 = 1 as is_booked, coalesce(sum(k.cost_fen), 0)::int8 as booked_fen from sublet_costs k
     where k.tenant_id = s.tenant_id and k.sublet_id = s.id) c`;
const shown = `s.id, s.version, s.org_path, s.state, s.order_id, o.number as order_number, v.plate, v.model, s.line_id,
     l.description as job, s.partner_id, n.name as partner_name, s.attempt, s.asked, s.given_at,
     ${nameOf('given_by')} as given_by_name, s.due_at, s.back_at, ${nameOf('back_by')} as back_by_name, s.checked_at,
     ${nameOf('checked_by')} as checked_by_name, s.finding, s.reason, s.agreed_fen, c.is_booked, c.booked_fen`;
const joined = `join service_orders o on o.tenant_id = s.tenant_id and o.id = s.order_id
   join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
   join job_lines l on l.tenant_id = s.tenant_id and l.id = s.line_id
   join sublet_partners n on n.tenant_id = s.tenant_id and n.id = s.partner_id
   ${booked}`;

export interface SubletFilter {
  state: string | null;
  partnerId: string | null;
}
const matches = `s.tenant_id = :tenant and s.org_path ^@ any(:scopes)
   and (:state::text is null or s.state = :state)
   and (:partnerId::uuid is null or s.partner_id = :partnerId)`;
const page = statement<ListedRow, SubletFilter & PageAfter>(
  'sublets.page',
  `select ${shown} from (
     select * from sublets s where ${matches}
        and (:afterAt::timestamptz is null or (s.given_at, s.id) < (:afterAt, :afterId::uuid))
      order by s.given_at desc, s.id desc limit :size) s ${joined}
   order by s.given_at desc, s.id desc`,
);
export const pageOfSublets = (work: Work, given: SubletFilter & PageAfter) =>
  work.rows(page, given);
const counted = statement<{ total: number }, SubletFilter>(
  'sublets.count',
  `select count(*) as total from sublets s where ${matches}`,
);
export const countOfSublets = async (work: Work, given: SubletFilter): Promise<number> =>
  (await work.first(counted, given))!.total;

/** An entry of the books, its day and sums as JSON has them. */
export interface CostInRow {
  id: string;
  kind: 'booked' | 'reversed';
  costFen: number;
  priceFen: number;
  reference: string;
  reason: string;
  bookedOn: string;
  byName: string;
}
export type WholeRow = ListedRow & { costs: CostInRow[] };
const costs = `coalesce((select jsonb_agg(jsonb_build_object('id', k.id, 'kind', k.kind, 'costFen', k.cost_fen,
       'priceFen', k.price_fen, 'reference', k.reference, 'reason', k.reason, 'bookedOn', k.booked_on,
       'byName', coalesce(e.name, '')) order by k.entry)
     from sublet_costs k left join employees e on e.tenant_id = k.tenant_id and e.id = k.booked_by
    where k.tenant_id = s.tenant_id and k.sublet_id = s.id), '[]') as costs`;
const whole = (where: string) =>
  `select ${shown}, ${costs} from sublets s ${joined}
    where s.tenant_id = :tenant and s.org_path ^@ any(:scopes) and ${where} order by s.given_at, s.id limit 200`;
const one = statement<WholeRow, { subletId: string }>('sublets.one', whole('s.id = :subletId'));
export const subletById = (work: Work, subletId: string) => work.first(one, { subletId });
const ofOrder = statement<WholeRow, { orderId: string }>(
  'sublets.ofOrder',
  whole('s.order_id = :orderId'),
);
/** Everything of an order that was ever given out, in turn. */
export const subletsOfOrder = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

export interface OrderRow {
  id: string;
  orgPath: string;
  plate: string;
  givable: { lineId: string; description: string; priceFen: number; attempts: number }[];
}
const order = statement<OrderRow, { orderId: string }>(
  'sublets.order',
  `select o.id, o.org_path, v.plate,
          coalesce((select jsonb_agg(jsonb_build_object('lineId', l.id, 'description', l.description,
                      'priceFen', l.labour_fen + l.parts_fen, 'attempts', (select count(*) from sublets s
                         where s.tenant_id = l.tenant_id and s.line_id = l.id)) order by l.position, l.id)
                      from job_lines l
                     where l.tenant_id = o.tenant_id and l.order_id = o.id and o.state = 'inWork'
                       and l.answer = 'approved' and l.done_at is null and l.outside = ''), '[]') as givable
     from service_orders o join vehicles v on v.tenant_id = o.tenant_id and v.id = o.vehicle_id
    where o.tenant_id = :tenant and o.id = :orderId and o.org_path ^@ any(:scopes)`,
);
/** The order with those of its jobs that may be given out now. */
export const orderWithJobs = (work: Work, orderId: string) => work.first(order, { orderId });
