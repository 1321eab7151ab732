import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type MessageRow = RowOf<'messages'>;

const lock = statement<MessageRow, { messageId: string }>(
  'messages.lock',
  'select * from messages where tenant_id = :tenant and id = :messageId for update',
);
export const lockMessage = (work: Work, messageId: string) => work.first(lock, { messageId });

export interface ShownRow extends MessageRow {
  createdByName: string | null;
  attempts: number | null;
  nextTryAt: Date | null;
}
const shownColumns = `m.*, e.name as created_by_name, o.attempts,
          case when o.state = 'pending' then o.next_try_at end as next_try_at
     from messages m
     left join employees e on e.tenant_id = m.tenant_id and e.id = m.created_by
     left join outbox o on o.tenant_id = m.tenant_id and o.id = m.id`;
const ofCustomer = (customer: string) => `select ${shownColumns}
    where m.tenant_id = :tenant and m.customer_id = ${customer} and m.org_path ^@ any(:scopes)`;
const thread = statement<ShownRow, { customerId: string; afterId: string | null; size: number }>(
  'messages.thread',
  `${ofCustomer(':customerId')}
      and (:afterId::uuid is null or m.id < :afterId)
    order by m.id desc limit :size`,
);
/** The latest of a customer's thread, as SQL; so is who he is. */
export const latestOfThread = (customer: string, size: number): string =>
  `${ofCustomer(customer)} order by m.id desc limit ${size}`;
export const pageOfThread = (
  work: Work,
  customerId: string,
  afterId: string | null,
  size: number,
) => work.rows(thread, { customerId, afterId, size });

const one = statement<ShownRow, { messageId: string }>(
  'messages.one',
  `select ${shownColumns} where m.tenant_id = :tenant and m.id = :messageId`,
);
export const shownMessage = async (work: Work, messageId: string) =>
  (await work.first(one, { messageId }))!;

const ofMessage = statement<{ customerId: string; channel: string }, { messageId: string }>(
  'messages.customerOf',
  `select customer_id, channel from messages
    where tenant_id = :tenant and id = :messageId and customer_id is not null`,
);
export const customerOfMessage = (work: Work, messageId: string) =>
  work.first(ofMessage, { messageId });

export interface Allowance {
  preferredChannel: string;
  callFrom: string | null;
  callUntil: string | null;
  agreed: boolean | null;
}
const allowance = statement<Allowance, { customerId: string; channel: string; purpose: string }>(
  'messages.allowance',
  `select c.preferred_channel, to_char(c.call_from, 'HH24:MI') as call_from,
          to_char(c.call_until, 'HH24:MI') as call_until,
          (select s.given from consents s
            where s.tenant_id = c.tenant_id and s.customer_id = c.id and s.purpose = :purpose
              and s.channel in (:channel, 'any')
            order by s.at desc, s.id desc limit 1) as agreed
     from customers c where c.tenant_id = :tenant and c.id = :customerId`,
);
/** What a customer wishes, and the last word on whether such messages are agreed to. */
export const allowanceOf = (work: Work, customerId: string, channel: string, purpose: string) =>
  work.first(allowance, { customerId, channel, purpose });

interface Lately {
  many: number;
  oldestAt: Date | null;
}
// Of those that wait beside it, the one written first goes first: two at once never both count as the last.
const lately = statement<Lately, { customerId: string; messageId: string; since: Date }>(
  'messages.marketingLately',
  `select count(*) as many, min(coalesce(m.sent_at, m.created_at)) as oldest_at from messages m
    where m.tenant_id = :tenant and m.customer_id = :customerId and m.direction = 'out' and m.purpose = 'marketing'
      and ((m.state in ('sent', 'unknown') and m.sent_at > :since) or (m.state = 'queued' and m.id < :messageId::uuid))`,
);
const lastId = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
/** Advertisements to a customer since then, and those on their way before this one. */
export const marketingLately = async (
  work: Work,
  asked: { customerId: string; messageId: string | null; since: Date },
) => (await work.first(lately, { ...asked, messageId: asked.messageId ?? lastId }))!;

const held = statement<{ id: string }, { customerId: string; reason: string }>(
  'messages.heldFor',
  `select id from messages
    where tenant_id = :tenant and customer_id = :customerId and state = 'held'
      and held_reason = :reason order by id limit 200`,
);
export type HeldFor = 'reminder_off' | 'wishes_none' | 'no_consent' | 'restricted' | 'no_address';
/** What of a customer’s waits for one reason. */
export const heldFor = (work: Work, customerId: string, reason: HeldFor) =>
  work.rows(held, { customerId, reason });

export const insertMessage = (work: Work, row: Fresh<'messages'>) => work.insert('messages', row);
export const updateMessage = async (work: Work, messageId: string, change: ChangeOf<'messages'>) =>
  (await work.update('messages', { id: messageId }, change))!;
