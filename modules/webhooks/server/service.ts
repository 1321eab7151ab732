import { type Egress, EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import type { Work } from '#platform/work.ts';
import type { EventKind } from '#shared/events.ts';
import type { BodyOf } from '#shared/route.ts';
import type { webhookRoutes } from '../contract.ts';
import { testKind } from '../contract-published.ts';
import { webhookEvents } from '../events.ts';
import { deliveryLife, webhookLife } from '../lifecycle.ts';
import { putIntoOutbox, sendNow } from './delivery.ts';
import {
  countOfWebhooks,
  insertWebhook,
  lockWebhook,
  removeWebhook as removeRows,
  updateWebhook,
  type WebhookRow,
} from './queries.ts';
import {
  type DeliveryRow,
  lockDelivery,
  updateDelivery,
  waitingDeliveries,
} from './queries-deliveries.ts';
import { newSigningSecret, rotated } from './secrets.ts';

export const mostWebhooks = 20;
const testsAMinute = 5;

/** Which webhook, and the version that the caller has seen (`If-Match`). */
export interface Meant {
  webhookId: string;
  expectedVersion: number | undefined;
}

/** Throws 422 for an address that may not be spoken to (D-56) and for more webhooks than a house needs. */
export async function addWebhook(
  work: Work,
  host: Host,
  { name, url, kinds }: BodyOf<typeof webhookRoutes.add>,
) {
  refuseAddress(host.egress, url);
  if ((await countOfWebhooks(work)) >= mostWebhooks) {
    throw new Problem(422, 'webhooks_too_many', { most: mostWebhooks });
  }
  const secret = newSigningSecret();
  const sealed = host.secrets.seal(secret);
  const row = await insertWebhook(work, { name: name.trim(), url, kinds, secret: sealed });
  await tell(work, row, webhookEvents.added, { webhookId: row.id, url });
  return { row, secret };
}

export async function changeWebhook(
  work: Work,
  host: Host,
  meant: Meant,
  change: BodyOf<typeof webhookRoutes.change>,
): Promise<void> {
  const before = await taken(work, meant);
  if (change.url !== undefined) refuseAddress(host.egress, change.url);
  const after = await updateWebhook(work, before.id, change);
  await tell(work, after, webhookEvents.changed, { webhookId: after.id, url: after.url });
}

/** What waited goes out; the count of failing begins anew. */
export async function enableWebhook(work: Work, meant: Meant): Promise<void> {
  const row = await taken(work, meant);
  const state = webhookLife.next('enable', row.state);
  await updateWebhook(work, row.id, { state, disabledReason: '', failingSince: null });
  for (const { id } of await waitingDeliveries(work, row.id)) await sendNow(work, id);
  await tell(work, row, webhookEvents.enabled, { webhookId: row.id });
}

export async function disableWebhook(work: Work, meant: Meant): Promise<void> {
  const row = await taken(work, meant);
  const state = webhookLife.next('disable', row.state);
  await updateWebhook(work, row.id, { state, disabledReason: 'by_hand' });
  await tell(work, row, webhookEvents.disabled, { webhookId: row.id, reason: 'by_hand' });
}

export async function rotateSecret(work: Work, host: Host, meant: Meant): Promise<string> {
  const row = await taken(work, meant);
  const { secret, sealed } = rotated(host.secrets, row, work.now);
  await updateWebhook(work, row.id, { ...sealed });
  await tell(work, row, webhookEvents.secretRotated, { webhookId: row.id });
  return secret;
}

/** Throws 429 for the sixth within a minute, 409 while nothing is sent. */
export async function testWebhook(work: Work, host: Host, meant: Meant): Promise<DeliveryRow> {
  const row = await taken(work, meant);
  // A test is a step of an enabled webhook: the refusal names the way out.
  if (row.state === 'disabled') webhookLife.next('disable', row.state);
  const key = `webhook-test:${work.actor.tenantId}:${row.id}`;
  await countOrRefuse(host.database, work.now, [{ key, most: testsAMinute, windowMinutes: 1 }]);
  await tell(work, row, webhookEvents.tested, { webhookId: row.id });
  const event = { webhookId: row.id, eventId: newId(work.now), kind: testKind };
  return putIntoOutbox(work, { ...event, data: { webhookId: row.id } });
}

export async function removeWebhook(work: Work, meant: Meant): Promise<void> {
  const row = await taken(work, meant);
  await removeRows(work, row.id);
  await tell(work, row, webhookEvents.removed, { webhookId: row.id });
}

/** Under the same event id: a receiver that had it already changes nothing. */
export async function resend(work: Work, meant: Meant, deliveryId: string): Promise<DeliveryRow> {
  const webhook = await taken(work, meant);
  const row = await lockDelivery(work, deliveryId, webhook.id);
  if (!row) throw notFound();
  const state = deliveryLife.next('resend', row.state);
  const change = { state, attempts: 0, outcome: '', nextTryAt: work.now, deliveredAt: null };
  const after = await updateDelivery(work, row.id, change);
  await sendNow(work, row.id);
  await tell(work, webhook, webhookEvents.resent, { webhookId: webhook.id, deliveryId });
  return after;
}

async function taken(work: Work, { webhookId, expectedVersion }: Meant): Promise<WebhookRow> {
  const row = await lockWebhook(work, webhookId);
  if (!row) throw notFound();
  if (expectedVersion !== undefined && expectedVersion !== row.version) {
    throw new Problem(412, 'version_stale');
  }
  return row;
}

function refuseAddress(egress: Egress, url: string): void {
  try {
    egress.checkedUrl(url);
  } catch (error) {
    if (!(error instanceof EgressRefused)) throw error;
    throw ruleBroken('/url', 'webhook_url_refused', { reason: error.reason });
  }
}

const tell = <Data>(work: Work, row: WebhookRow, kind: EventKind<Data>, data: Data) =>
  work.emit(kind, data, { type: 'webhook', id: row.id, orgPath: row.orgPath });
