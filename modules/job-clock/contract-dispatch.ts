import { type Static, Type } from 'typebox';
import { plateColours, waitingReasons } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { conflicted } from './contract-clock.ts';
import { itemHolders } from './contract-vocabulary.ts';

const dispatch = 'serviceOrders.dispatch';
const share = Type.Integer({
  minimum: 1,
  maximum: 100,
  description: 'percent of the standard hours',
});

const dispatchLine = shape(
  {
    id,
    orderId: id,
    number: line(40),
    plate: plateText,
    plateColour: oneOf(plateColours),
    model: text(120),
    state: oneOf(orderStates),
    waitingFor: oneOf(waitingReasons),
    promisedAt: nullable(instant),
    description: line(300),
    standardMinutes: count,
    workedMinutes: count,
    certificate: text(80),
    assigned: Type.Array(
      shape({
        employeeId: id,
        name: text(80),
        sharePercent: nullable(share),
        isRunning: Type.Boolean(),
      }),
      { maxItems: 20 },
    ),
  },
  { $id: 'DispatchLine' },
);
export type DispatchLine = Static<typeof dispatchLine>;

const technician = shape({
  id,
  name: text(80),
  posts: Type.Array(line(40), { maxItems: 20 }),
  certificates: Type.Array(line(80), { maxItems: 50, description: 'those that hold today' }),
  isPresent: Type.Boolean(),
  isOnBreak: Type.Boolean(),
  runningJob: text(300),
  loadMinutes: Type.Integer({
    ...count,
    description: 'standard minutes of open jobs, less what was worked',
  }),
  workedMinutes: count,
});
export type Technician = Static<typeof technician>;

const lateOrder = shape({
  orderId: id,
  number: line(40),
  plate: plateText,
  customerId: id,
  advisorName: text(80),
  promisedAt: instant,
  expectedAt: instant,
  remainingMinutes: count,
  runningClocks: count,
});
export type LateOrder = Static<typeof lateOrder>;

const item = shape({
  lineId: id,
  description: line(300),
  holder: oneOf(itemHolders),
  since: instant,
  steps: Type.Array(
    shape({ holder: oneOf(itemHolders), from: instant, until: nullable(instant) }),
    {
      maxItems: 10,
    },
  ),
});
export type ItemLoop = Static<typeof item>;

const wallCard = shape({
  id,
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(120),
  state: oneOf(orderStates),
  waitingFor: oneOf(waitingReasons),
  stateSince: instant,
  promisedAt: nullable(instant),
  bay: text(40),
  jobs: count,
  jobsDone: count,
  openItems: count,
  working: Type.Array(text(80), { maxItems: 20 }),
});
export type WallCard = Static<typeof wallCard>;

const hoursRow = shape({
  id,
  period: date,
  name: text(80),
  unitName: text(80),
  attendedMinutes: count,
  workedMinutes: count,
  soldMinutes: count,
  utilisation: nullable(
    Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'worked ÷ attended, per mille' }),
  ),
  efficiency: nullable(
    Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'sold ÷ worked, per mille' }),
  ),
  productivity: nullable(
    Type.Integer({ minimum: 0, maximum: 1_000_000, description: 'sold ÷ attended, per mille' }),
  ),
});
export type HoursRow = Static<typeof hoursRow>;

export const dispatchRoutes = {
  board: route({
    id: 'jobClocks.dispatch',
    method: 'GET',
    path: '/job-clocks/dispatch',
    summary: 'Open jobs beside technicians: post, papers, presence, load (派工)',
    access: dispatch,
    personal: true,
    reply: shape({
      lines: Type.Array(dispatchLine, { maxItems: 500 }),
      technicians: Type.Array(technician, { maxItems: 200 }),
      late: Type.Array(lateOrder, { maxItems: 100 }),
      conflicts: Type.Array(conflicted, { maxItems: 50 }),
    }),
  }),
  assign: route({
    id: 'jobClocks.assign',
    method: 'POST',
    path: '/job-clocks/assignments',
    summary: 'Who works on a job from now on, and with which share; who did before stays on record',
    access: dispatch,
    body: shape({
      lineId: id,
      technicians: Type.Array(shape({ technicianId: id, sharePercent: Type.Optional(share) }), {
        maxItems: 6,
      }),
    }),
    reply: shape({ lineId: id, technicianIds: Type.Array(id, { maxItems: 6 }) }),
    problems: [
      'clock_line_unknown',
      'clock_line_closed',
      'technician_unknown',
      'clock_shares_wrong',
      'clock_certificate_missing',
    ],
  }),
  wall: route({
    id: 'jobClocks.wall',
    method: 'GET',
    path: '/job-clocks/wall',
    summary:
      'What hangs on the wall of the workshop: cars by state, nothing of a person but the plate',
    access: 'serviceOrders.see',
    personal: true,
    reply: shape({ now: instant, items: Type.Array(wallCard, { maxItems: 200 }) }),
  }),
  items: route({
    id: 'jobClocks.items',
    method: 'GET',
    path: '/job-clocks/orders/:orderId/items',
    summary:
      'Additional items of an order, step by step: who has each now, and since when (WSH-05)',
    access: 'serviceOrders.see',
    about: 'serviceOrder',
    params: shape({ orderId: id }),
    reply: shape({ items: Type.Array(item, { maxItems: 100 }) }),
  }),
  hours: route({
    id: 'jobClocks.hours',
    method: 'GET',
    path: '/job-clocks/hours',
    summary: 'Hours sold against hours worked, by technician or shop and day or month (WSH-11)',
    access: dispatch,
    query: shape({
      ...pageFields,
      from: Type.Optional(date),
      until: Type.Optional(date),
      by: Type.Optional(oneOf(['day', 'month'])),
      of: Type.Optional(oneOf(['technician', 'shop'])),
    }),
    reply: listOf(hoursRow),
  }),
};

const guideFields = {
  jobWords: line(80, 'words that stand in the description of such a job'),
  operation: text(4000),
  safety: text(4000),
  certificate: text(80),
};
const guide = shape({ id, ...guideFields, version }, { $id: 'JobGuide' });
export type JobGuide = Static<typeof guide>;
const one = shape({ jobGuideId: id });
const houseWide = { access: dispatch, isHouseWide: true } as const;

export const guideRoutes = {
  guides: route({
    id: 'jobGuides.all',
    method: 'GET',
    path: '/job-guides',
    summary: 'What kinds of jobs ask for: standard operation, safety rule, certificate',
    access: 'serviceOrders.work',
    reply: shape({ items: Type.Array(guide, { maxItems: 200 }) }),
  }),
  addGuide: route({
    ...houseWide,
    id: 'jobGuides.add',
    method: 'POST',
    path: '/job-guides',
    summary: 'Say what a kind of job asks for',
    body: shape(guideFields),
    reply: guide,
    status: 201,
    problems: ['job_guide_taken', 'job_guides_full'],
  }),
  changeGuide: route({
    ...houseWide,
    id: 'jobGuides.change',
    method: 'PATCH',
    path: '/job-guides/:jobGuideId',
    summary: 'Change what a kind of job asks for',
    about: 'jobGuide',
    params: one,
    body: shape({
      operation: Type.Optional(text(4000)),
      safety: Type.Optional(text(4000)),
      certificate: Type.Optional(text(80)),
    }),
    reply: guide,
  }),
};
