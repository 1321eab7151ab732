import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type DiscountRow = RowOf<'orderDiscounts'>;

const ofOrder = statement<DiscountRow, { orderId: string }>(
  'serviceOrders.discountsOf',
  `select * from order_discounts where tenant_id = :tenant and order_id = :orderId
    order by created_at desc, id desc limit 50`,
);
/**
 * What a settlement comes to, as SQL: what the customer agreed to less the latest discount that was granted, which
 * shrinks with the sum that it was granted for (`discountIn`). @param order the alias of `service_orders`
 */
export const dueFenOf = (order: string): string =>
  `(${order}.approved_fen - coalesce((
      select case when ${order}.approved_fen >= d.base_fen then d.amount_fen
                  else trunc(d.amount_fen::numeric * ${order}.approved_fen / d.base_fen)::bigint end
        from order_discounts d
       where d.tenant_id = ${order}.tenant_id and d.order_id = ${order}.id and d.state = 'granted'
       order by d.created_at desc, d.id desc limit 1), 0))`;

/** The discounts of an order, the latest first. */
export const discountsOf = (work: Work, orderId: string) => work.rows(ofOrder, { orderId });

export const insertDiscount = (work: Work, row: Fresh<'orderDiscounts'>) =>
  work.insert('orderDiscounts', row);
export const updateDiscount = (work: Work, id: string, change: ChangeOf<'orderDiscounts'>) =>
  work.update('orderDiscounts', { id }, change);

const withdrawn = statement<never, { orderId: string }>(
  'serviceOrders.discountsWithdrawn',
  `update order_discounts set state = 'withdrawn', version = version + 1, updated_at = :now
    where tenant_id = :tenant and order_id = :orderId and state = 'asked'`,
);
/** What waited for a decision waits no more. */
export const withdrawDiscounts = (work: Work, orderId: string) => work.run(withdrawn, { orderId });

/** The keys of the roles that an employee holds at a place, as SQL; so are both. */
export const roleKeysAt = (employeeId: string, orgPath: string): string =>
  `array(select distinct r.key from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
     where g.tenant_id = :tenant and g.employee_id = ${employeeId} and ${orgPath} ^@ g.scope_path)`;
const mine = statement<{ keys: string[] }, { orgPath: string }>(
  'serviceOrders.myRoleKeys',
  `select ${roleKeysAt(':me', ':orgPath::text')} as keys`,
);
export const myRoleKeys = async (work: Work, orgPath: string) =>
  (await work.first(mine, { orgPath }))!.keys;

const deciders = statement<
  { id: string },
  { roleKeys: readonly string[]; orgPath: string; butId: string }
>(
  'serviceOrders.discountDeciders',
  `select e.id from employees e
    where e.tenant_id = :tenant and e.state = 'active' and e.id <> :butId and exists (
      select 1 from role_grants g join roles r on r.tenant_id = g.tenant_id and r.id = g.role_id
       where g.tenant_id = e.tenant_id and g.employee_id = e.id and r.key = any(:roleKeys::text[])
         and 'serviceOrders.see' = any(r.permissions) and :orgPath ^@ g.scope_path offset 0)
    order by e.id limit 50`,
);
/** Who holds one of these roles at a place. */
export const holdersOfRoles = async (
  work: Work,
  roleKeys: readonly string[],
  orgPath: string,
  butId: string,
) => (await work.rows(deciders, { roleKeys, orgPath, butId })).map(({ id }) => id);

const roles = statement<{ key: string; name: string }, object>(
  'serviceOrders.rolesOfHouse',
  'select key, name from roles where tenant_id = :tenant order by name, key limit 200',
);
export const rolesOfHouse = (work: Work) => work.rows(roles, {});
