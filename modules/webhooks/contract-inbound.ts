import { type Static, Type } from 'typebox';
import { id, instant, line, listOf, nullable, oneOf, pageFields, version } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { webhookLife } from './lifecycle.ts';

/** What may be handed in. Each is defined by the module that takes it. */
export const inboundSources = ['complaints', 'phoneCalls'] as const;

const secret = line(100, 'whsec_…, shown once');
const which = shape({ endpointId: id });

export const inboundEndpoint = shape(
  {
    id,
    name: line(60),
    source: oneOf(inboundSources),
    url: line(500, 'where the other program sends to'),
    state: oneOf(webhookLife.states),
    formerSecretUntil: nullable(instant),
    lastReceivedAt: nullable(instant),
    createdAt: instant,
    version,
  },
  { $id: 'InboundEndpoint' },
);
export type InboundEndpoint = Static<typeof inboundEndpoint>;

const manage = { access: 'apiKeys.manage' } as const;
const one = { ...manage, about: 'inboundEndpoint', params: which } as const;
const secretShown = { secretReply: true, stepUp: true } as const;

export const inboundRoutes = {
  list: route({
    ...manage,
    id: 'inbound.list',
    method: 'GET',
    path: '/inbound-endpoints',
    summary: 'Where other programs hand something in',
    query: shape({ ...pageFields }),
    reply: listOf(inboundEndpoint),
  }),
  add: route({
    ...manage,
    ...secretShown,
    id: 'inbound.add',
    method: 'POST',
    path: '/inbound-endpoints',
    summary: 'Let another program hand something in; its secret is shown once',
    body: shape({ name: line(60), source: oneOf(inboundSources) }),
    reply: shape({ id, secret, endpoint: inboundEndpoint }),
    status: 201,
    problems: ['webhooks_too_many'],
  }),
  rotate: route({
    ...one,
    ...secretShown,
    id: 'inbound.rotate',
    method: 'POST',
    path: '/inbound-endpoints/:endpointId/rotate',
    summary: 'Make a new secret; for a day the former one is good too',
    reply: shape({ id, secret, endpoint: inboundEndpoint }),
  }),
  enable: route({
    ...one,
    id: 'inbound.enable',
    method: 'POST',
    path: '/inbound-endpoints/:endpointId/enable',
    summary: 'Take in again',
    reply: inboundEndpoint,
  }),
  disable: route({
    ...one,
    id: 'inbound.disable',
    method: 'POST',
    path: '/inbound-endpoints/:endpointId/disable',
    summary: 'Take in nothing more, at once',
    reply: inboundEndpoint,
  }),
};

/** For other programs: no login, a signature over the bytes. */
export const receivingRoutes = {
  receive: route({
    id: 'inbound.receive',
    method: 'POST',
    path: '/inbound/:source/:tenantId/:endpointId',
    summary:
      'Hand something in, signed as Standard Webhooks say; the same webhook-id again changes nothing',
    access: 'public',
    rate: 'secret',
    kind: 'signed',
    params: shape({ source: oneOf(inboundSources), tenantId: id, endpointId: id }),
    body: Type.Unknown({ description: 'as its source defines it' }),
    reply: shape({ isNew: Type.Boolean(), aboutType: nullable(line(40)), aboutId: nullable(id) }),
    problems: ['signature_wrong', 'too_many'],
  }),
};
