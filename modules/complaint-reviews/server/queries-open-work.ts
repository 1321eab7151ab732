import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'complaintReviews.heldBy',
  `select m.id, left(m.words, 120) as label, m.org_path from complaint_measures m
    where m.tenant_id = :tenant and m.owner_id = :employeeId and m.state = 'agreed'
    order by m.due_on, m.id limit 10000`,
);
/** What was agreed on with a person and is not done when he leaves (ORG-07). */
export const measuresHeldBy = (work: Work, employeeId: string) => work.rows(held, { employeeId });

const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'complaintReviews.give',
  `update complaint_measures m set owner_id = g.to_id, version = m.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where m.tenant_id = :tenant and m.id = g.id and m.owner_id = :fromId`,
);
export const giveMeasures = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });
