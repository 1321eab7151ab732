import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const aFollowUp = shape({ followUpId: id, customerId: id, rule: line(40) });
const aMatter = shape({ matterId: id, customerId: id });

export const followUpEvents = events('followUp', {
  planned: aFollowUp,
  locked: shape({ followUpId: id }),
  assigned: shape({ followUpId: id, agentId: nullable(id) }),
  tried: aFollowUp,
  done: aFollowUp,
  unreachable: aFollowUp,
  expired: aFollowUp,
  cancelled: aFollowUp,
  listPlanned: shape({ rule: line(40), count, planId: nullable(id) }),
  listLapsed: shape({ count }),
  shared: shape({ fromId: nullable(id), count }),
});

/** Nothing in it speaks of a customer: how the house follows up. */
export const followUpRuleEvents = events(
  'followUpRule',
  {
    set: shape({
      occasion: line(40),
      edition: count,
      isOn: Type.Boolean(),
      isWithdrawn: Type.Boolean(),
      earliestDays: count,
      latestDays: count,
    }),
  },
  { subject: null },
);

export const callEvents = events('followUpCall', {
  recorded: shape({ callId: id, customerId: id, followUpId: nullable(id) }),
});

export const matterEvents = events('matter', {
  received: aMatter,
  escalated: aMatter,
  solved: aMatter,
  told: aMatter,
  dropped: aMatter,
});
