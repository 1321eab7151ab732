import { events } from '#shared/events.ts';
import { date, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const brief = { briefId: id };
/** They speak of the house’s own work, of no person. */
export const briefEvents = events(
  'brief',
  {
    drafted: shape({ ...brief, grain: line(10), fromOn: date }),
    written: shape(brief),
    refreshed: shape(brief),
    signed: shape(brief),
  },
  { subject: null },
);
