import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import type { MessageRow } from './queries.ts';

const idPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const reported = statement<MessageRow, { providerId: string; orgPath: string }>(
  'messages.ofProvider',
  `select * from messages where tenant_id = :tenant and provider_id = :providerId and provider_id <> ''
      and direction = 'out' and org_path ^@ :orgPath order by id limit 1 for update`,
);
const ownId = statement<MessageRow, { messageId: string; orgPath: string }>(
  'messages.reportedById',
  `select * from messages where tenant_id = :tenant and id = :messageId and direction = 'out'
      and channel = 'sms' and org_path ^@ :orgPath for update`,
);
/** The message that a report is about: by our own id where it is given back, else by the provider's number. */
export async function ofProvider(
  work: Work,
  { messageId, providerId }: { messageId: string; providerId: string },
  orgPath: string,
): Promise<MessageRow | undefined> {
  const own = idPattern.test(messageId) && (await work.first(ownId, { messageId, orgPath }));
  return own || work.first(reported, { providerId, orgPath });
}

const incoming = statement<{ id: string }, { providerId: string }>(
  'messages.incoming',
  `select id from messages where tenant_id = :tenant and direction = 'in'
      and provider_id = :providerId and provider_id <> ''`,
);
const lockIncoming = statement<never, { providerId: string }>(
  'messages.lockIncoming',
  'select pg_advisory_xact_lock(7410071, hashtext(:tenant::text || :providerId::text))',
);
/**
 * Whether what came in with this number is on file. Whoever asks has it to himself until his transaction ends: in a house
 * whose messages lie by month no index could keep the number unique.
 */
export async function isHere(work: Work, providerId: string): Promise<boolean> {
  await work.run(lockIncoming, { providerId });
  return (await work.first(incoming, { providerId })) !== undefined;
}

const lastTo = statement<MessageRow, { address: string; orgPath: string }>(
  'messages.lastSentTo',
  `select * from messages
    where tenant_id = :tenant and channel = 'sms' and address = :address and direction = 'out'
      and org_path ^@ :orgPath and customer_id is not null
    order by id desc limit 1`,
);
/** What was last written to a telephone, from a part of the tree. */
export const lastSentTo = (work: Work, address: string, orgPath: string) =>
  work.first(lastTo, { address, orgPath });
