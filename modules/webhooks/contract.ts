import { type Static, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  version,
} from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { publishedKinds, testKind } from './contract-published.ts';
import { deliveryLife, webhookLife } from './lifecycle.ts';

export {
  type InboundEndpoint,
  inboundRoutes,
  inboundSources,
  receivingRoutes,
} from './contract-inbound.ts';

export const disabledReasons = ['', 'by_hand', 'failing'] as const;
/** What came of the last try: the class of the answer, or why there was none. Never the answer itself (D-56). */
export const outcomes = [
  '',
  '2xx',
  '3xx',
  '4xx',
  '5xx',
  'off',
  'address',
  'scheme',
  'port',
  'host',
  'certificate',
  'too_slow',
  'too_large',
  'unreachable',
] as const;

const kinds = Type.Array(oneOf(publishedKinds), { minItems: 1, maxItems: 60, uniqueItems: true });
const name = line(60);
const url = line(500, 'https, a public host');
const secret = line(100, 'whsec_…, shown once');
const which = shape({ webhookId: id });

export const webhook = shape(
  {
    id,
    name,
    url,
    kinds: Type.Array(line(60), { maxItems: 60 }),
    state: oneOf(webhookLife.states),
    disabledReason: oneOf(disabledReasons),
    formerSecretUntil: nullable(instant),
    failingSince: nullable(instant),
    lastDeliveredAt: nullable(instant),
    waiting: count,
    createdAt: instant,
    version,
  },
  { $id: 'Webhook' },
);
export type Webhook = Static<typeof webhook>;

export const delivery = shape(
  {
    id,
    eventId: id,
    kind: oneOf([...publishedKinds, testKind]),
    state: oneOf(deliveryLife.states),
    attempts: Type.Integer({ minimum: 0, maximum: 1000 }),
    outcome: oneOf(outcomes),
    nextTryAt: nullable(instant),
    deliveredAt: nullable(instant),
    createdAt: instant,
  },
  { $id: 'WebhookDelivery' },
);
export type Delivery = Static<typeof delivery>;

const secretShown = { secretReply: true, stepUp: true } as const;
const manage = { access: 'apiKeys.manage' } as const;
const one = { ...manage, about: 'webhook', params: which } as const;

export const webhookRoutes = {
  kinds: route({
    ...manage,
    id: 'webhooks.kinds',
    method: 'GET',
    path: '/webhook-kinds',
    summary: 'What other programs may hear of, with the schema of each payload',
    reply: shape({
      items: Type.Array(shape({ kind: line(60), schema: Type.Unknown() }), { maxItems: 100 }),
    }),
  }),
  list: route({
    ...manage,
    id: 'webhooks.list',
    method: 'GET',
    path: '/webhooks',
    summary: 'Where other programs hear what happens here',
    query: shape({ ...pageFields }),
    reply: listOf(webhook),
  }),
  get: route({
    ...one,
    id: 'webhooks.get',
    method: 'GET',
    path: '/webhooks/:webhookId',
    summary: 'One webhook',
    reply: webhook,
  }),
  add: route({
    ...manage,
    ...secretShown,
    id: 'webhooks.add',
    method: 'POST',
    path: '/webhooks',
    summary: 'Let another program hear what happens; its secret is shown once',
    body: shape({ name, url, kinds }),
    reply: shape({ id, secret, webhook }),
    status: 201,
    problems: ['webhook_url_refused', 'webhooks_too_many'],
  }),
  change: route({
    ...one,
    id: 'webhooks.change',
    method: 'PATCH',
    path: '/webhooks/:webhookId',
    summary: 'Change its name, its address or what it hears',
    stepUp: true,
    body: shape({
      name: Type.Optional(name),
      url: Type.Optional(url),
      kinds: Type.Optional(kinds),
    }),
    reply: webhook,
    problems: ['webhook_url_refused'],
  }),
  enable: route({
    ...one,
    id: 'webhooks.enable',
    method: 'POST',
    path: '/webhooks/:webhookId/enable',
    summary: 'Send again; what waited goes out',
    reply: webhook,
  }),
  disable: route({
    ...one,
    id: 'webhooks.disable',
    method: 'POST',
    path: '/webhooks/:webhookId/disable',
    summary: 'Send nothing more, at once; what was not delivered waits',
    reply: webhook,
  }),
  rotate: route({
    ...one,
    ...secretShown,
    id: 'webhooks.rotate',
    method: 'POST',
    path: '/webhooks/:webhookId/rotate',
    summary: 'Make a new secret; for a day the former one signs too',
    reply: shape({ id, secret, webhook }),
  }),
  test: route({
    ...one,
    id: 'webhooks.test',
    method: 'POST',
    path: '/webhooks/:webhookId/test',
    summary: 'Send a test: seen among the deliveries',
    rate: 'heavy',
    reply: delivery,
    status: 202,
    problems: ['too_many'],
  }),
  remove: route({
    ...one,
    id: 'webhooks.remove',
    method: 'DELETE',
    path: '/webhooks/:webhookId',
    summary: 'Remove it with its deliveries',
    stepUp: true,
    reply: nothing,
    status: 204,
  }),
  deliveries: route({
    ...one,
    id: 'webhooks.deliveries',
    method: 'GET',
    path: '/webhooks/:webhookId/deliveries',
    summary: 'What was sent, the latest first',
    query: shape({ ...pageFields, state: Type.Optional(oneOf(deliveryLife.states)) }),
    reply: listOf(delivery),
  }),
  resend: route({
    ...manage,
    about: 'webhook',
    id: 'webhooks.resend',
    method: 'POST',
    path: '/webhooks/:webhookId/deliveries/:deliveryId/resend',
    summary: 'Send a delivery again, under the same event id',
    params: shape({ webhookId: id, deliveryId: id }),
    reply: delivery,
    status: 202,
  }),
};
