import { type Static, Type } from 'typebox';
import {
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  sumSpan,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { customerShown, nameOf, vehicleShown } from './contract-record.ts';
import { matterLifecycle } from './lifecycle.ts';
import { matterKinds, tellingWays } from './locales/vocabulary.ts';

const commitmentBrief = nullable(
  shape({
    dueAt: instant,
    warnAt: nullable(instant),
    settledAt: nullable(instant),
    source: text(200),
    spans: Type.Array(sumSpan, { maxItems: 400 }),
  }),
);

export const matter = shape(
  {
    id,
    kind: oneOf(matterKinds),
    content: text(4000),
    state: oneOf(matterLifecycle.states),
    solution: text(4000),
    dropReason: text(400),
    solvedAt: nullable(instant),
    toldAt: nullable(instant),
    toldHow: nullable(oneOf(tellingWays)),
    createdAt: instant,
    ownerId: id,
    ownerName: nameOf,
    callId: nullable(id),
    orderId: nullable(id),
    customer: customerShown,
    vehicle: vehicleShown,
    deadline: commitmentBrief,
    steps: Type.Array(stepShape, { maxItems: 10 }),
    version,
  },
  { $id: 'Matter' },
);
export type Matter = Static<typeof matter>;

const oneMatter = shape({ matterId: id });

export const matterRoutes = {
  list: route({
    id: 'matters.list',
    method: 'GET',
    path: '/matters',
    summary: 'Demands, hopes and questions of customers, the oldest first',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(matterLifecycle.states)),
      open: Type.Optional(Type.Boolean({ description: 'what still needs a hand' })),
      mine: Type.Optional(Type.Boolean()),
      customerId: Type.Optional(id),
    }),
    reply: listOf(matter),
  }),
  read: route({
    id: 'matters.read',
    method: 'GET',
    path: '/matters/:matterId',
    summary: 'One matter with its deadline',
    access: 'followUps.see',
    about: 'matter',
    personal: true,
    params: oneMatter,
    reply: matter,
  }),
  solve: route({
    id: 'matters.solve',
    method: 'POST',
    path: '/matters/:matterId/solve',
    summary: 'A solution is found: the customer is told the same day (FUP-05)',
    access: 'followUps.call',
    about: 'matter',
    params: oneMatter,
    body: shape({ solution: line(4000) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
  tell: route({
    id: 'matters.tell',
    method: 'POST',
    path: '/matters/:matterId/tell',
    summary: 'The customer has been told',
    access: 'followUps.call',
    about: 'matter',
    params: oneMatter,
    body: shape({ how: oneOf(['phone', 'message', 'inPerson']) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
  drop: route({
    id: 'matters.drop',
    method: 'POST',
    path: '/matters/:matterId/drop',
    summary: 'Not pursued, with the reason',
    access: 'followUps.supervise',
    about: 'matter',
    params: oneMatter,
    body: shape({ reason: line(400) }),
    reply: matter,
    problems: ['step_not_allowed', 'version_stale'],
  }),
};
