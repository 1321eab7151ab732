import { randomInt } from 'node:crypto';
import { notify } from '#modules/commitments/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import { newId } from '#platform/ids.ts';
import { type JustTold, watch } from '#platform/reactions.ts';
import type { Work } from '#platform/work.ts';
import type { Delivery } from '../contract.ts';
import { published } from '../contract-published.ts';
import { webhookEvents } from '../events.ts';
import { deliveryLife, webhookLife } from '../lifecycle.ts';
import { lockWebhook, updateWebhook } from './queries.ts';
import {
  type DeliveryRow,
  insertDelivery,
  listeningTo,
  lockDelivery,
  noteArrival,
  noteStumble,
  readyDelivery,
  updateDelivery,
} from './queries-deliveries.ts';
import { activeSecrets, signatureOf } from './secrets.ts';

const minute = 60_000;
/** Until the next try; 69 hours and 38 minutes in all. */
const backOffMs = [
  5000,
  5 * minute,
  30 * minute,
  120 * minute,
  300 * minute,
  600 * minute,
  840 * minute,
  1080 * minute,
  1203 * minute,
];

type Outcome = Delivery['outcome'];
interface Sending {
  deliveryId: string;
  attempts: number;
  url: string;
  eventId: string;
  body: string;
  at: Date;
  sealedSecrets: string[];
}

const send: Errand<{ deliveryId: string }> = defineErrand<
  { deliveryId: string },
  Sending,
  Outcome | 'gone'
>('webhooks.send', {
  take: async (work, { deliveryId }) => {
    const ready = await readyDelivery(work, deliveryId);
    // What is disabled is not sent; its deliveries wait until it is enabled.
    if (ready?.state !== 'pending' || ready.webhookState !== 'enabled') return undefined;
    const { attempts, url, eventId, body } = ready;
    const sealedSecrets = activeSecrets(ready, work.now);
    return { deliveryId, attempts, url, eventId, body, at: work.now, sealedSecrets };
  },
  carry: async ({ url, eventId, body, at, sealedSecrets }, { egress, secrets }) => {
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Jingming-Webhooks/1',
      'webhook-id': eventId,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatureOf(
        sealedSecrets.map((sealed) => secrets.unseal(sealed)),
        eventId,
        at,
        body,
      ),
    };
    try {
      const { status } = await egress.fetchOut(url, { method: 'POST', headers, body });
      return status === 410 ? 'gone' : (`${String(status)[0]}xx` as Outcome);
    } catch (error) {
      if (error instanceof EgressRefused) return error.reason;
      throw error;
    }
  },
  note: async (work, { deliveryId, attempts }, outcome) => {
    const row = await lockDelivery(work, deliveryId);
    if (row?.state !== 'pending' || row.attempts !== attempts) return;
    if (outcome === '2xx') await arrived(work, row);
    else await inVain(work, row, outcome);
  },
});

/** Puts an event into the outbox of whoever listens to it, in the transaction of its cause (D-21). */
for (const { name, fields } of published) {
  watch(name, async (work: Work, told: JustTold) => {
    const given = told.data as Record<string, unknown>;
    const data = Object.fromEntries(fields.map((field) => [field, given[field] ?? null]));
    for (const { id: webhookId } of await listeningTo(work, name, told.orgPath)) {
      await putIntoOutbox(work, { webhookId, eventId: told.eventId, kind: name, data });
    }
  });
}

/** A delivery, written and on its way. */
export async function putIntoOutbox(
  work: Work,
  {
    webhookId,
    eventId,
    kind,
    data,
  }: { webhookId: string; eventId: string; kind: string; data: object },
): Promise<DeliveryRow> {
  const body = JSON.stringify({ type: kind, timestamp: work.now.toISOString(), data });
  const fresh = { id: newId(work.now), webhookId, eventId, kind, body, nextTryAt: work.now };
  const row = await insertDelivery(work, fresh);
  await sendNow(work, row.id);
  return row;
}

export const sendNow = (work: Work, deliveryId: string) =>
  work.later(send, { deliveryId }, work.now, deliveryId);

async function arrived(work: Work, row: DeliveryRow): Promise<void> {
  await updateDelivery(work, row.id, {
    state: deliveryLife.next('deliver', row.state),
    attempts: row.attempts + 1,
    outcome: '2xx',
    nextTryAt: null,
    deliveredAt: work.now,
  });
  await noteArrival(work, row.webhookId);
}

async function inVain(work: Work, row: DeliveryRow, said: Outcome | 'gone'): Promise<void> {
  const attempts = row.attempts + 1;
  const outcome: Outcome = said === 'gone' ? '4xx' : said;
  const delayMs = said === 'gone' ? undefined : backOffMs[attempts - 1];
  await noteStumble(work, row.webhookId);
  if (delayMs !== undefined) {
    // Up to a fifth sooner, so that what failed together does not come back together.
    const nextTryAt = new Date(work.now.getTime() + delayMs - randomInt(Math.ceil(delayMs / 5)));
    await updateDelivery(work, row.id, { attempts, outcome, nextTryAt });
    return work.later(send, { deliveryId: row.id }, nextTryAt);
  }
  const state = deliveryLife.next('fail', row.state);
  await updateDelivery(work, row.id, { state, attempts, outcome, nextTryAt: null });
  await giveUpOn(work, row, said === 'gone');
}

/** Nothing arrived for as long as this one was tried, or the receiver says that it is gone: nothing more is sent. */
async function giveUpOn(work: Work, row: DeliveryRow, isGone: boolean): Promise<void> {
  const webhook = await lockWebhook(work, row.webhookId);
  if (webhook?.state !== 'enabled') return;
  const arrivedSince = webhook.lastDeliveredAt !== null && webhook.lastDeliveredAt > row.createdAt;
  if (arrivedSince && !isGone) return;
  const { id, name, orgPath, createdBy } = webhook;
  const state = webhookLife.next('disable', webhook.state);
  await updateWebhook(work, id, { state, disabledReason: 'failing' });
  const about = { type: 'webhook', id, orgPath };
  await work.emit(webhookEvents.disabled, { webhookId: id, reason: 'failing' }, about);
  await notify(work, [createdBy], {
    kind: 'webhook.disabled',
    about: { type: 'webhook', id },
    facts: { name },
    key: `${id}:disabled:${row.id}`,
  });
}
