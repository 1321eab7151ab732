import { type Given, giftOf, type Held } from '#modules/people/server/index.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const held = statement<Held, { employeeId: string }>(
  'phoneCalls.heldBy',
  `select p.id, coalesce(c.name, nullif(p.caller_name, ''), right(p.number, 4)) as label, p.org_path
     from phone_calls p
     left join customers c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    where p.tenant_id = :tenant and p.owner_id = :employeeId and p.state in ('talking', 'ended', 'taken')
    order by p.id limit 10000`,
);
const given = statement<never, ReturnType<typeof giftOf> & { fromId: string }>(
  'phoneCalls.give',
  `update phone_calls p set owner_id = g.to_id, version = p.version + 1, updated_at = :now
     from unnest(:ids::uuid[], :toIds::uuid[]) as g (id, to_id)
    where p.tenant_id = :tenant and p.id = g.id and p.owner_id = :fromId`,
);

/** Calls that one who leaves was to call back, or to put on record, are another's (ORG-07). */
export const callsHeldBy = (work: Work, employeeId: string) => work.rows(held, { employeeId });
export const giveCalls = (work: Work, fromId: string, gifts: readonly Given[]) =>
  work.run(given, { fromId, ...giftOf(gifts) });
