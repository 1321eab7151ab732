import { type Static, Type } from 'typebox';
import { outsideStates, plateColours, waitingReasons } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import {
  clocks,
  conflicts,
  endings,
  outcomes,
  pauseReasons,
  presses,
} from './contract-vocabulary.ts';

const work = 'serviceOrders.work';
const dispatch = 'serviceOrders.dispatch';

/** What was pressed on a device, with the time that its clock showed. */
const stamp = shape({
  key: Type.String({
    minLength: 8,
    maxLength: 64,
    pattern: '^[\\w-]+$',
    description: 'made by the device, once',
  }),
  press: oneOf(presses),
  lineId: Type.Optional(id),
  plateEnding: Type.Optional(text(10, 'the last four signs of the plate, typed or scanned')),
  pauseReason: Type.Optional(oneOf(pauseReasons)),
  pressedAt: instant,
});
export type Stamp = Static<typeof stamp>;

const guide = shape({
  operation: text(4000),
  safety: text(4000),
  certificate: text(80, 'the certificate that this job needs; empty: none'),
});

const onLine = shape({ employeeId: id, name: text(80), startedAt: instant });
const clockLine = shape({
  id,
  description: line(300),
  finding: text(500),
  standardMinutes: count,
  workedMinutes: Type.Integer({
    ...count,
    description: 'by everybody, the running clocks included',
  }),
  origin: oneOf(['estimate', 'additional']),
  answer: oneOf(['open', 'approved', 'refused']),
  isMine: Type.Boolean(),
  doneAt: nullable(instant),
  doneByName: text(80),
  outside: oneOf(outsideStates),
  running: Type.Array(onLine, { maxItems: 20 }),
  guide: nullable(guide),
});
export type ClockLine = Static<typeof clockLine>;

const clockJob = shape({
  id,
  number: line(40),
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(120),
  customerWords: line(2000),
  state: oneOf(orderStates),
  waitingFor: oneOf(waitingReasons),
  bay: text(40),
  promisedAt: nullable(instant),
  version,
  lines: Type.Array(clockLine, { maxItems: 500 }),
});
export type ClockJob = Static<typeof clockJob>;

/** A stamp that something stood against, beside what stands. */
export const conflicted = shape({
  id,
  employeeId: id,
  employeeName: text(80),
  press: oneOf(presses),
  conflict: oneOf(conflicts),
  outcome: oneOf(outcomes),
  pressedAt: instant,
  arrivedAt: instant,
  happenedAt: instant,
  plate: nullable(plateText),
  job: text(300),
  doneAt: nullable(instant),
  doneByName: text(80),
  standing: nullable(shape({ startedAt: instant, endedAt: nullable(instant), job: text(300) })),
});
export type Conflicted = Static<typeof conflicted>;

export const spell = shape(
  {
    id,
    employeeId: id,
    clock: oneOf(clocks),
    job: text(300),
    plate: nullable(plateText),
    startedAt: instant,
    endedAt: nullable(instant),
    endedHow: oneOf(endings),
    pauseReason: oneOf(pauseReasons),
    isSuperseded: Type.Boolean(),
    correctsId: nullable(id),
    reason: text(300),
    byName: text(80),
  },
  { $id: 'ClockSpell' },
);
export type Spell = Static<typeof spell>;

export const myClock = shape(
  {
    now: instant,
    shiftSince: nullable(instant),
    breakSince: nullable(instant),
    attendedMinutes: count,
    workedMinutes: count,
    running: nullable(shape({ lineId: id, orderId: id, startedAt: instant })),
    jobs: Type.Array(clockJob, { maxItems: 100 }),
    conflicts: Type.Array(conflicted, { maxItems: 50 }),
  },
  { $id: 'MyClock' },
);
export type MyClock = Static<typeof myClock>;

export const clockRoutes = {
  mine: route({
    id: 'jobClocks.mine',
    method: 'GET',
    path: '/job-clocks/mine',
    summary: 'One’s own clocks and jobs, in one answer for the hand (WSH-05, WSH-11)',
    access: work,
    personal: true,
    reply: myClock,
  }),
  stamp: route({
    id: 'jobClocks.stamp',
    method: 'POST',
    path: '/job-clocks/stamps',
    summary:
      'What was pressed on a device, also long ago without a network; each stamp counts once',
    access: work,
    body: shape({
      sentAt: instant,
      stamps: Type.Array(stamp, { minItems: 1, maxItems: 50 }),
    }),
    reply: shape({
      outcomes: Type.Array(
        shape({ key: line(64), outcome: oneOf(outcomes), conflict: oneOf(conflicts) }),
        { maxItems: 50 },
      ),
    }),
    problems: [
      'clock_line_unknown',
      'clock_line_needed',
      'clock_person_needed',
      'clock_device_time',
    ],
  }),
  spells: route({
    id: 'jobClocks.spells',
    method: 'GET',
    path: '/job-clocks/spells',
    summary: 'What stands on a person’s clocks of one day, with corrections and their originals',
    access: dispatch,
    personal: true,
    query: shape({ employeeId: id, on: date }),
    reply: shape({ items: Type.Array(spell, { maxItems: 200 }) }),
  }),
  correct: route({
    id: 'jobClocks.correct',
    method: 'POST',
    path: '/job-clocks/spells/:spellId/correct',
    summary: 'Other times for a stretch; the original is kept',
    access: dispatch,
    about: 'clockSpell',
    personal: true,
    params: shape({ spellId: id }),
    body: shape({ startedAt: instant, endedAt: instant, reason: line(300) }),
    reply: spell,
    status: 201,
    problems: ['clock_times_wrong', 'clock_corrected_already', 'clock_overlaps'],
  }),
  settle: route({
    id: 'jobClocks.settle',
    method: 'POST',
    path: '/job-clocks/stamps/:stampId/settle',
    summary: 'Settle a stamp that something stood against: counted with these times, or left',
    access: dispatch,
    about: 'clockStamp',
    params: shape({ stampId: id }),
    body: shape({
      counted: Type.Optional(shape({ startedAt: instant, endedAt: instant })),
      reason: line(300),
    }),
    reply: shape({ stampId: id, decision: oneOf(['left', 'counted']) }),
    status: 201,
    problems: [
      'clock_times_wrong',
      'clock_overlaps',
      'clock_settled_already',
      'clock_nothing_to_count',
      'clock_line_closed',
    ],
  }),
};
