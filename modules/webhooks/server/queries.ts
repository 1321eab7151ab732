import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type WebhookRow = RowOf<'webhooks'>;
export type ShownWebhook = WebhookRow & { waiting: number };

const shown = `w.*, (select count(*) from webhook_deliveries d
    where d.tenant_id = w.tenant_id and d.webhook_id = w.id and d.state = 'pending') as waiting`;

const page = statement<ShownWebhook, { afterId: string | null; size: number }>(
  'webhooks.page',
  `select ${shown} from webhooks w
    where w.tenant_id = :tenant and w.org_path ^@ any(:scopes)
      and (:afterId::uuid is null or w.id < :afterId)
    order by w.id desc limit :size`,
);
export const pageOfWebhooks = (work: Work, afterId: string | null, size: number) =>
  work.rows(page, { afterId, size });

const one = statement<ShownWebhook, { webhookId: string }>(
  'webhooks.one',
  `select ${shown} from webhooks w
    where w.tenant_id = :tenant and w.id = :webhookId and w.org_path ^@ any(:scopes)`,
);
export const webhookById = (work: Work, webhookId: string) => work.first(one, { webhookId });

const lock = statement<WebhookRow, { webhookId: string }>(
  'webhooks.lock',
  `select * from webhooks
    where tenant_id = :tenant and id = :webhookId and org_path ^@ any(:scopes) for update`,
);
export const lockWebhook = (work: Work, webhookId: string) => work.first(lock, { webhookId });

const howMany = statement<{ count: number }, object>(
  'webhooks.howMany',
  'select count(*)::int as count from webhooks where tenant_id = :tenant',
);
export const countOfWebhooks = async (work: Work) => (await work.first(howMany, {}))!.count;

export const insertWebhook = (work: Work, row: Fresh<'webhooks'>) => work.insert('webhooks', row);
export const updateWebhook = async (work: Work, id: string, change: ChangeOf<'webhooks'>) =>
  (await work.update('webhooks', { id }, change))!;

const removeDeliveries = statement<never, { webhookId: string }>(
  'webhooks.removeDeliveries',
  'delete from webhook_deliveries where tenant_id = :tenant and webhook_id = :webhookId',
);
const remove = statement<never, { webhookId: string }>(
  'webhooks.remove',
  'delete from webhooks where tenant_id = :tenant and id = :webhookId',
);
export async function removeWebhook(work: Work, webhookId: string): Promise<void> {
  await work.run(removeDeliveries, { webhookId });
  await work.run(remove, { webhookId });
}
