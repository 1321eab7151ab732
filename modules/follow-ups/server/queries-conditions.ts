import { isRestricted } from '#modules/customers/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { RuleConditions } from '../contract-rules.ts';

export interface ConditionFacts {
  orderKinds: readonly string[];
  payers: readonly string[];
  leastFen: number | null;
  customerKinds: readonly string[];
}
export const factsOf = (given: RuleConditions): ConditionFacts => ({
  orderKinds: given.orderKinds ?? [],
  payers: given.payers ?? [],
  leastFen: given.leastFen ?? null,
  customerKinds: given.customerKinds ?? [],
});
const asksNothing = ({ orderKinds, payers, leastFen, customerKinds }: ConditionFacts) =>
  orderKinds.length + payers.length + customerKinds.length === 0 && leastFen === null;

/**
 * Whether a rule takes a customer `c` with his visit in, as SQL; `orderId` names the visit, null where there is none.
 * The same words decide what is planned and what the preview shows.
 */
export const fits = (
  orderId: string,
): string => `(cardinality(:customerKinds::text[]) = 0 or c.kind = any(:customerKinds))
  and ((cardinality(:orderKinds::text[]) = 0 and cardinality(:payers::text[]) = 0 and :leastFen::bigint is null)
    or exists (select 1 from service_orders q where q.tenant_id = :tenant and q.id = ${orderId}
      and (cardinality(:orderKinds::text[]) = 0 or q.kind = any(:orderKinds))
      and (:leastFen::bigint is null or coalesce(q.settled_fen, q.approved_fen) >= :leastFen)
      and (cardinality(:payers::text[]) = 0 or exists (select 1 from job_lines j
        where j.tenant_id = :tenant and j.order_id = q.id and j.payer = any(:payers)))))`;

const oneFits = statement<
  { fits: boolean },
  ConditionFacts & { customerId: string; orderId: string | null }
>(
  'followUpRules.fits',
  `select ${fits(':orderId::uuid')} as fits from customers c where c.tenant_id = :tenant and c.id = :customerId`,
);
/** Whether a rule with these conditions takes this customer in. */
export async function takesIn(
  work: Work,
  conditions: RuleConditions,
  of: { customerId: string; orderId: string | null },
): Promise<boolean> {
  const facts = factsOf(conditions);
  if (asksNothing(facts)) return true;
  return (await work.first(oneFits, { ...facts, ...of }))?.fits ?? false;
}

const spared = statement<
  { isSpared: boolean },
  { customerId: string; earliestOn: string; latestOn: string }
>(
  'followUpRules.spared',
  `select (c.preferred_channel = 'none' or ${isRestricted('c.id')}
      or exists (select 1 from follow_ups f where f.tenant_id = :tenant and f.customer_id = c.id and f.state = 'planned'
           and f.earliest_on <= :latestOn::date and f.latest_on >= :earliestOn::date)) as is_spared
     from customers c where c.tenant_id = :tenant and c.id = :customerId`,
);
/**
 * Whether a customer is left in peace in these days: he wishes no calls, processing is restricted, or another call falls
 * into them. Nobody is called three times a day because three rules met.
 */
export const isSpared = async (
  work: Work,
  given: { customerId: string; earliestOn: string; latestOn: string },
) => (await work.first(spared, given))?.isSpared ?? true;
