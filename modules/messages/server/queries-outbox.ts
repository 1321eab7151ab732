import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

export type OutboxRow = RowOf<'outbox'>;

const put = statement<never, { id: string; channel: string }>(
  'outbox.put',
  `insert into outbox (tenant_id, id, channel, payload, next_try_at, created_at)
   values (:tenant, :id::uuid, :channel, jsonb_build_object('messageId', :id::uuid), :now, :now)
   on conflict (tenant_id, id) do update
     set state = 'pending', attempts = 0, next_try_at = excluded.next_try_at, last_error = null`,
);
/** What has to leave the house, under the id of its message: sent again it is the same one. */
export const putIntoOutbox = (work: Work, id: string, channel: string) =>
  work.run(put, { id, channel });

const pending = statement<OutboxRow, { id: string }>(
  'outbox.pending',
  `select * from outbox where tenant_id = :tenant and id = :id and state = 'pending' for update`,
);
export const lockPending = (work: Work, id: string) => work.first(pending, { id });

const waiting = statement<{ id: string }, { channel: string; orgPath: string; size: number }>(
  'outbox.waiting',
  `select o.id from outbox o join messages m on m.tenant_id = o.tenant_id and m.id = o.id
    where o.tenant_id = :tenant and o.state = 'pending' and o.channel = :channel
      and m.org_path ^@ :orgPath and m.held_reason = 'no_channel'
    order by o.next_try_at, o.id limit :size`,
);
/** What waits because its channel was not set up. */
export const waitingForChannel = (work: Work, channel: string, orgPath: string, size: number) =>
  work.rows(waiting, { channel, orgPath, size });

export const markDelivered = (work: Work, id: string) =>
  work.update('outbox', { id }, { state: 'delivered', deliveredAt: work.now });
export const markTried = (
  work: Work,
  id: string,
  change: { state: 'pending' | 'failed'; attempts: number; nextTryAt: Date; lastError: string },
) => work.update('outbox', { id }, change);
