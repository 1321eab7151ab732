import { events } from '#shared/events.ts';
import { id, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { clocks, conflicts } from './contract-vocabulary.ts';

const onClock = { employeeId: id, clock: oneOf(clocks) };

/** Of the people who work here and their clocks; nothing in them speaks of a customer. */
export const jobClockEvents = events(
  'jobClock',
  {
    started: shape({ ...onClock, spellId: id }),
    stopped: shape({ ...onClock, spellId: id }),
    conflicted: shape({ employeeId: id, stampId: id, conflict: oneOf(conflicts) }),
    settled: shape({ stampId: id }),
    corrected: shape({ employeeId: id, spellId: id, originalId: id }),
    assigned: shape({ orderId: id, lineId: id }),
  },
  { subject: null },
);
export const jobGuideEvents = events(
  'jobGuide',
  { added: shape({ jobGuideId: id }), changed: shape({ jobGuideId: id }) },
  { subject: null },
);
