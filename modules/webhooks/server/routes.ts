import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import {
  type Delivery,
  type InboundEndpoint,
  inboundRoutes,
  receivingRoutes,
  type Webhook,
  webhookRoutes,
} from '../contract.ts';
import { payloadSchema, published } from '../contract-published.ts';
import { addEndpoint, receive, rotateEndpoint, turnEndpoint } from './inbound.ts';
import { pageOfWebhooks, type ShownWebhook, webhookById } from './queries.ts';
import { type DeliveryRow, pageOfDeliveries } from './queries-deliveries.ts';
import { type EndpointRow, pageOfEndpoints } from './queries-inbound.ts';
import {
  addWebhook,
  changeWebhook,
  disableWebhook,
  enableWebhook,
  removeWebhook,
  resend,
  rotateSecret,
  testWebhook,
} from './service.ts';

export function webhooksModule(app: FastifyInstance, host: Host): void {
  serve(app, host, webhookRoutes, {
    kinds: async () => ({
      items: published.map((each) => ({ kind: each.name, schema: payloadSchema(each) })),
    }),
    list: async (work, { query }) => {
      const rows = await pageOfWebhooks(work, after(host, 'webhooks', query), sizeOf(query) + 1);
      return pageOf(host.cursors, 'webhooks', query, rows, ({ id }) => [id], shown);
    },
    get: (work, { params }) => one(work, params.webhookId),
    add: async (work, { body }) => {
      const { row, secret } = await addWebhook(work, host, body);
      return { id: row.id, secret, webhook: shown({ ...row, waiting: 0 }) };
    },
    change: async (work, { params, body }, call) => {
      await changeWebhook(work, host, meant(params, call), body);
      return one(work, params.webhookId);
    },
    enable: async (work, { params }, call) => {
      await enableWebhook(work, meant(params, call));
      return one(work, params.webhookId);
    },
    disable: async (work, { params }, call) => {
      await disableWebhook(work, meant(params, call));
      return one(work, params.webhookId);
    },
    rotate: async (work, { params }, call) => {
      const secret = await rotateSecret(work, host, meant(params, call));
      return { id: params.webhookId, secret, webhook: await one(work, params.webhookId) };
    },
    test: async (work, { params }, call) =>
      presented(await testWebhook(work, host, meant(params, call))),
    remove: async (work, { params }, call) => {
      await removeWebhook(work, meant(params, call));
      return {};
    },
    deliveries: async (work, { params, query }) => {
      if (!(await webhookById(work, params.webhookId))) throw notFound();
      const rows = await pageOfDeliveries(work, {
        webhookId: params.webhookId,
        state: query.state ?? null,
        afterId: after(host, 'webhook-deliveries', query),
        size: sizeOf(query) + 1,
      });
      const key = ({ id }: DeliveryRow) => [id];
      return pageOf(host.cursors, 'webhook-deliveries', query, rows, key, presented);
    },
    resend: async (work, { params }, call) =>
      presented(await resend(work, meant(params, call), params.deliveryId)),
  });
  serve(app, host, inboundRoutes, {
    list: async (work, { query }) => {
      const rows = await pageOfEndpoints(work, after(host, 'inbound', query), sizeOf(query) + 1);
      const present = (row: EndpointRow) => endpointShown(host, work, row);
      return pageOf(host.cursors, 'inbound', query, rows, ({ id }) => [id], present);
    },
    add: async (work, { body }) => {
      const { row, secret } = await addEndpoint(work, host, body);
      return { id: row.id, secret, endpoint: endpointShown(host, work, row) };
    },
    rotate: async (work, { params: { endpointId } }) => {
      const { row, secret } = await rotateEndpoint(work, host, endpointId);
      return { id: endpointId, secret, endpoint: endpointShown(host, work, row) };
    },
    enable: async (work, { params }) =>
      endpointShown(host, work, await turnEndpoint(work, params.endpointId, 'enable')),
    disable: async (work, { params }) =>
      endpointShown(host, work, await turnEndpoint(work, params.endpointId, 'disable')),
  });
  servePublic(app, host, receivingRoutes, {
    receive: ({ request }, { params }) => receive(host, request, params),
  });
}

const after = (host: Host, list: string, { cursor }: { cursor?: string }): string | null => {
  const key = host.cursors.open(list, cursor)?.[0];
  return key === undefined ? null : String(key);
};
const meant = ({ webhookId }: { webhookId: string }, { expectedVersion }: Call) => ({
  webhookId,
  expectedVersion,
});

async function one(work: Work, webhookId: string): Promise<Webhook> {
  const row = await webhookById(work, webhookId);
  if (!row) throw notFound();
  return shown(row);
}

function shown(row: ShownWebhook): Webhook {
  const { id, name, url, kinds, state, disabledReason, formerUntil, waiting, version } = row;
  const { failingSince, lastDeliveredAt, createdAt } = wire(row);
  const formerSecretUntil = formerUntil?.toISOString() ?? null;
  const times = { formerSecretUntil, failingSince, lastDeliveredAt, createdAt };
  return { id, name, url, kinds, state, disabledReason, waiting, version, ...times };
}

function presented(row: DeliveryRow): Delivery {
  const { id, eventId, kind, state, attempts, outcome } = row;
  const { nextTryAt, deliveredAt, createdAt } = wire(row);
  const said = outcome as Delivery['outcome'];
  return { id, eventId, kind, state, attempts, outcome: said, nextTryAt, deliveredAt, createdAt };
}

function endpointShown(host: Host, work: Work, row: EndpointRow): InboundEndpoint {
  const { id, name, source, state, formerUntil, version } = row;
  const { lastReceivedAt, createdAt } = wire(row);
  return {
    id,
    name,
    source: source as InboundEndpoint['source'],
    url: `${host.publicUrl}/api/v1/inbound/${source}/${work.actor.tenantId}/${id}`,
    state,
    formerSecretUntil: formerUntil?.toISOString() ?? null,
    lastReceivedAt,
    createdAt,
    version,
  };
}
