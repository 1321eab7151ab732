import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { PartCharge } from '../contract.ts';

export type ChargeRow = Omit<PartCharge, 'at' | 'mayReverse'> & {
  orgPath: string;
  employeeId: string;
  at: Date;
};
const nameOf = (column: string) =>
  `coalesce((select e.name from employees e where e.tenant_id = c.tenant_id and e.id = c.${column}), '')`;
const shown = `select c.id, c.org_path, c.employee_id, c.order_id, o.number as order_number, c.cause, c.name,
     ${nameOf('employee_id')} as employee_name, c.amount_fen, c.reason, ${nameOf('charged_by')} as by_name, c.at,
     r.id is not null as is_reversed, coalesce(r.reason, '') as reversed_reason
   from part_charges c
   join service_orders o on o.tenant_id = c.tenant_id and o.id = c.order_id
   left join part_charges r on r.tenant_id = c.tenant_id and r.reverses_id = c.id`;
export interface ChargeFilter {
  orderId: string | null;
  /** Only what this person is charged with. */
  employeeId: string | null;
}
const matches = `c.tenant_id = :tenant and c.kind = 'charged' and c.org_path ^@ any(:scopes)
   and (:orderId::uuid is null or c.order_id = :orderId)
   and (:employeeId::uuid is null or c.employee_id = :employeeId)`;
export interface ChargePosition {
  afterAt: Date | null;
  afterId: string | null;
  size: number;
}
const page = statement<ChargeRow, ChargeFilter & ChargePosition>(
  'partCharges.page',
  `${shown} where ${matches} and (:afterAt::timestamptz is null or (c.at, c.id) < (:afterAt, :afterId::uuid))
    order by c.at desc, c.id desc limit :size`,
);
export const pageOfCharges = (work: Work, asked: ChargeFilter & ChargePosition) =>
  work.rows(page, asked);
const counted = statement<{ total: number }, ChargeFilter>(
  'partCharges.count',
  `select count(*) as total from part_charges c where ${matches}`,
);
export const countOfCharges = async (work: Work, asked: ChargeFilter): Promise<number> =>
  (await work.first(counted, asked))!.total;
const one = statement<ChargeRow, { chargeId: string }>(
  'partCharges.one',
  `${shown} where c.tenant_id = :tenant and c.id = :chargeId and c.kind = 'charged' and c.org_path ^@ any(:scopes)`,
);
export const chargeById = (work: Work, chargeId: string) => work.first(one, { chargeId });

const reversal = statement<{ id: string }, { chargeId: string }>(
  'partCharges.reversal',
  'select id from part_charges where tenant_id = :tenant and reverses_id = :chargeId',
);
export const reversalOf = (work: Work, chargeId: string) => work.first(reversal, { chargeId });
const colleague = statement<{ id: string }, { employeeId: string }>(
  'partCharges.colleague',
  'select id from employees where tenant_id = :tenant and id = :employeeId and org_path ^@ any(:scopes)',
);
/** Somebody of the caller's part of the tree, also who is away or has left. */
export const isColleague = async (work: Work, employeeId: string): Promise<boolean> =>
  (await work.first(colleague, { employeeId })) !== undefined;
export const insertCharge = (work: Work, row: Fresh<'partCharges'>) =>
  work.insert('partCharges', row);
