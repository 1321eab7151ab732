import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type DeliveryRow = RowOf<'webhookDeliveries'>;

interface Listener {
  id: string;
  kinds: string[];
  orgPath: string;
}
const listening = statement<Listener, object>(
  'webhooks.listening',
  `select id, kinds, org_path from webhooks where tenant_id = :tenant and state = 'enabled'`,
);
const known = new WeakMap<Work, Promise<Listener[]>>();

/** Who hears of an event at a place in the tree. Asked once a transaction: most tenants have nobody who listens. */
export async function listeningTo(work: Work, kind: string, orgPath: string): Promise<Listener[]> {
  const asked = known.get(work) ?? work.rows(listening, {});
  known.set(work, asked);
  return (await asked).filter((one) => one.kinds.includes(kind) && orgPath.startsWith(one.orgPath));
}

export const insertDelivery = (work: Work, row: Fresh<'webhookDeliveries'>) =>
  work.insert('webhookDeliveries', row);
export const updateDelivery = async (
  work: Work,
  id: string,
  change: ChangeOf<'webhookDeliveries'>,
) => (await work.update('webhookDeliveries', { id }, change))!;

interface Ready extends DeliveryRow {
  url: string;
  webhookState: string;
  secret: string;
  formerSecret: string | null;
  formerUntil: Date | null;
}
const ready = statement<Ready, { deliveryId: string }>(
  'webhooks.readyDelivery',
  `select d.*, w.url, w.state as webhook_state, w.secret, w.former_secret, w.former_until
     from webhook_deliveries d join webhooks w on w.tenant_id = d.tenant_id and w.id = d.webhook_id
    where d.tenant_id = :tenant and d.id = :deliveryId`,
);
/** A delivery with all that is needed to send it. */
export const readyDelivery = (work: Work, deliveryId: string) => work.first(ready, { deliveryId });

const lock = statement<DeliveryRow, { deliveryId: string; webhookId: string | null }>(
  'webhooks.lockDelivery',
  `select * from webhook_deliveries
    where tenant_id = :tenant and id = :deliveryId
      and (:webhookId::uuid is null or webhook_id = :webhookId) for update`,
);
export const lockDelivery = (work: Work, deliveryId: string, webhookId: string | null = null) =>
  work.first(lock, { deliveryId, webhookId });

const page = statement<
  DeliveryRow,
  { webhookId: string; state: string | null; afterId: string | null; size: number }
>(
  'webhooks.pageOfDeliveries',
  `select * from webhook_deliveries
    where tenant_id = :tenant and webhook_id = :webhookId
      and (:state::text is null or state = :state) and (:afterId::uuid is null or id < :afterId)
    order by id desc limit :size`,
);
export const pageOfDeliveries = (
  work: Work,
  asked: { webhookId: string; state: string | null; afterId: string | null; size: number },
) => work.rows(page, asked);

const waiting = statement<{ id: string }, { webhookId: string }>(
  'webhooks.waitingDeliveries',
  `select id from webhook_deliveries
    where tenant_id = :tenant and webhook_id = :webhookId and state = 'pending' order by id`,
);
export const waitingDeliveries = (work: Work, webhookId: string) =>
  work.rows(waiting, { webhookId });

const arrived = statement<never, { webhookId: string }>(
  'webhooks.arrived',
  `update webhooks set last_delivered_at = :now, failing_since = null
    where tenant_id = :tenant and id = :webhookId`,
);
/** Beside the version: who edits the webhook is not disturbed by what is sent meanwhile. */
export const noteArrival = (work: Work, webhookId: string) => work.run(arrived, { webhookId });

const stumbled = statement<never, { webhookId: string }>(
  'webhooks.stumbled',
  `update webhooks set failing_since = :now
    where tenant_id = :tenant and id = :webhookId and failing_since is null`,
);
export const noteStumble = (work: Work, webhookId: string) => work.run(stumbled, { webhookId });

const sweep = statement<never, { before: Date }>(
  'webhooks.sweep',
  `delete from webhook_deliveries
    where tenant_id = :tenant and created_at < :before and state <> 'pending'`,
);
const sweepReceived = statement<never, { before: Date }>(
  'inbound.sweep',
  'delete from inbound_deliveries where tenant_id = :tenant and created_at < :before',
);
const keptDays = 30;

/** What was sent and taken in is listed for thirty days; nobody repeats an id after that. */
export async function sweepWebhooks(work: Work): Promise<void> {
  const before = new Date(work.now.getTime() - keptDays * 24 * 3_600_000);
  await work.run(sweep, { before });
  await work.run(sweepReceived, { before });
}
