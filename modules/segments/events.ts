import { events } from '#shared/events.ts';
import { count, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const standingEvents = events('standing', {
  formulaChosen: shape({ formula: line(20) }),
});
const segment = shape({ segmentId: id, name: line(60) });
export const segmentEvents = events('segment', {
  saved: segment,
  changed: segment,
  removed: segment,
  callsPlanned: shape({ segmentId: id, planId: id, planned: count }),
});
const round = shape({ roundId: id, name: line(60) });
export const ratingEvents = events('ratingRound', { opened: round, frozen: round });
