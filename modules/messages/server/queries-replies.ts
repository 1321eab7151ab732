import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { MessageRow } from './queries.ts';

interface Answered {
  customerId: string;
  orgUnitId: string;
  orgPath: string;
  purpose: MessageRow['purpose'];
}
const answered = statement<Answered, { ids: readonly string[]; fromAddress: string }>(
  'messages.mailAnswered',
  `select m.customer_id, m.org_unit_id, m.org_path, m.purpose from messages m
    where m.tenant_id = :tenant and m.id = any(:ids::uuid[]) and m.direction = 'out' and m.channel = 'email'
      and lower(m.address) = :fromAddress and m.customer_id is not null
    order by m.id desc limit 1`,
);
/** Which of our mails to this address a letter answers, of those that it names. */
export const mailAnswered = (work: Work, of: { ids: readonly string[]; fromAddress: string }) =>
  work.first(answered, of);

const one = statement<Pick<MessageRow, 'channel' | 'orgPath'>, { messageId: string }>(
  'messages.replyById',
  'select channel, org_path from messages where tenant_id = :tenant and id = :messageId',
);
export const messageOf = (work: Work, messageId: string) => work.first(one, { messageId });

const writtenBy = statement<{ employeeId: string }, { customerId: string; channel: string }>(
  'messages.lastWrittenBy',
  `select e.id as employee_id from (
     select created_by from messages
      where tenant_id = :tenant and customer_id = :customerId and direction = 'out' and channel = :channel
      order by id desc limit 1) m
     join employees e on e.tenant_id = :tenant and e.id = m.created_by and e.state = 'active'`,
);
/** Who wrote the last message to a customer on a channel, where it was a person who still works here. */
export const lastWrittenBy = (work: Work, of: { customerId: string; channel: string }) =>
  work.first(writtenBy, of);
