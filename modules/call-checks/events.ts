import { events } from '#shared/events.ts';
import { count, date, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const check = shape({ callCheckId: id, agentId: id });
/** They speak of colleagues and of the house’s own work, of no customer. */
const ofNobody = { subject: null } as const;

export const callCheckEvents = events(
  'callCheck',
  {
    checked: check,
    agreed: check,
    disagreed: check,
    decided: check,
    looked: check,
  },
  ofNobody,
);

export const callCheckDrawEvents = events(
  'callCheckDraw',
  { drawn: shape({ drawId: id, weekOn: date, count, seed: line(60) }) },
  ofNobody,
);

export const callCheckRuleEvents = events(
  'callCheckRule',
  { set: shape({ orgUnitId: id }), formSet: shape({ orgUnitId: id, edition: count }) },
  ofNobody,
);
