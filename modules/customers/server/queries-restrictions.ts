import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

type RestrictionRow = RowOf<'processingRestrictions'>;

/**
 * Whether the processing of a customer is restricted, as a condition in SQL: the one rule that everybody asks who plans
 * a call, sends a message or makes an offer. @param customer what holds his id, such as `c.id`
 */
export const isRestricted = (customer: string): string =>
  `exists (select from processing_restrictions z where z.tenant_id = :tenant
      and z.customer_id = ${customer} and z.ended_at is null)`;

const running = statement<RestrictionRow, { customerId: string }>(
  'customers.restrictions',
  `select * from processing_restrictions
    where tenant_id = :tenant and customer_id = :customerId and ended_at is null
    order by id limit 20`,
);
/** What restricts a customer now. */
export const restrictionsOn = (work: Work, customerId: string) =>
  work.rows(running, { customerId });

const restricted = statement<{ isRestricted: boolean }, { customerId: string }>(
  'customers.isRestricted',
  `select ${isRestricted(':customerId::uuid')} as is_restricted from tenants where id = :tenant`,
);
/** Whether the customer is only to be kept on file: asked before anybody contacts him. */
export const mayNotBeContacted = async (work: Work, customerId: string): Promise<boolean> =>
  (await work.first(restricted, { customerId }))!.isRestricted;

export const insertRestriction = (work: Work, row: Fresh<'processingRestrictions'>) =>
  work.insert('processingRestrictions', row);

const ended = statement<never, { customerId: string; reason: string }>(
  'customers.endRestrictions',
  `update processing_restrictions
      set ended_at = :now, ended_by = :me::uuid, end_reason = :reason, updated_at = :now, version = version + 1
    where tenant_id = :tenant and customer_id = :customerId and ended_at is null`,
);
/** All that restricts a customer ends now: after a merge there may be two. */
export const endRestrictions = (work: Work, customerId: string, reason: string) =>
  work.run(ended, { customerId, reason });
