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
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { lacks, recordStates } from './lifecycle.ts';

const see = 'serviceOrders.see';
const till = 'serviceOrders.settle';
const manage = 'organisation.manage';

const listedFields = {
  id,
  version,
  state: oneOf(recordStates),
  orderId: id,
  orderNumber: line(40),
  vehicleId: id,
  plate: plateText,
  model: text(120),
  missing: Type.Array(oneOf(lacks), { maxItems: lacks.length }),
  attempts: count,
  nextTryAt: nullable(instant),
  said: personalText('words', 500, 'the platform’s last words, or why none came'),
  settledAt: nullable(instant),
  acceptedAt: nullable(instant),
};
export const listedRecord = shape(listedFields, { $id: 'ListedHealthRecord' });
export type ListedRecord = Static<typeof listedRecord>;

export const healthRecord = shape(
  {
    ...listedFields,
    answers: Type.Array(
      shape({
        at: instant,
        outcome: oneOf(['accepted', 'refused', 'noAnswer']),
        code: text(40),
        said: personalText('words', 500),
        sha256: text(64, 'of what was sent'),
      }),
      { maxItems: 50 },
    ),
    maySend: Type.Boolean(),
  },
  { $id: 'HealthRecord' },
);
export type HealthRecord = Static<typeof healthRecord>;

export const messageForms = ['flat', 'enveloped'] as const;
const settings = {
  isOn: Type.Boolean(),
  form: oneOf(messageForms, 'how the platform wants its messages'),
  tokenUrl: line(400),
  recordUrl: line(400),
  companyName: line(120, 'as registered at the platform'),
  companyCode: line(60, 'the shop’s code there'),
  successCode: line(20, 'what the platform answers when it took the record'),
  duplicateCode: text(20, 'what it answers when it has it already; empty: it tells it as success'),
};
const platform = shape({ ...settings, hasSecret: Type.Boolean() });
export type Platform = Static<typeof platform>;

const ofOrder = {
  about: 'serviceOrder',
  personal: true,
  params: shape({ orderId: id }),
} as const;

export const healthRecordRoutes = {
  list: route({
    id: 'healthRecords.list',
    method: 'GET',
    path: '/health-records',
    summary: 'What was told to the health archive and what could not be, the latest first',
    access: see,
    personal: true,
    query: shape({ ...pageFields, state: Type.Optional(oneOf(recordStates)) }),
    reply: listOf(listedRecord),
  }),
  ofOrder: route({
    ...ofOrder,
    id: 'healthRecords.ofOrder',
    method: 'GET',
    path: '/service-orders/:orderId/health-record',
    summary: 'Whether the health archive knows of this visit, what is lacking, what it said',
    access: see,
    reply: shape({
      healthRecord: nullable(healthRecord),
      mayPrepare: Type.Boolean({ description: 'settled before the platform was set up' }),
    }),
  }),
  send: route({
    ...ofOrder,
    id: 'healthRecords.send',
    method: 'POST',
    path: '/service-orders/:orderId/health-record',
    summary: 'Examine it anew, and send it if nothing is lacking',
    access: till,
    reply: shape({ healthRecord }),
    problems: ['health_off', 'health_not_settled', 'step_not_allowed'],
  }),
  platform: route({
    id: 'healthRecords.platform',
    method: 'GET',
    path: '/health-record-platform',
    summary: 'Where records are sent, without the password',
    access: manage,
    reply: shape({ platform: nullable(platform) }),
  }),
  setUp: route({
    id: 'healthRecords.setUp',
    method: 'POST',
    path: '/health-record-platform',
    summary: 'Say where records are sent and as whom; what waited for it goes out',
    access: manage,
    body: shape({
      ...settings,
      secret: Type.Optional(Type.String({ maxLength: 200, description: 'kept when left out' })),
    }),
    reply: shape({ platform }),
    problems: ['health_address'],
  }),
  test: route({
    id: 'healthRecords.test',
    method: 'POST',
    path: '/health-record-platform/test',
    summary: 'Sign in at the platform as it is set up; nothing of a car is sent',
    access: manage,
    rate: 'heavy',
    writesItself: true,
    reply: shape({ isHeard: Type.Boolean() }),
    problems: ['health_off', 'health_not_allowed', 'health_refused'],
  }),
};
