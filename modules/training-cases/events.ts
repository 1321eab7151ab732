import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ trainingCaseId: id });
/** They speak of the house’s own teaching, of no person. */
export const trainingCaseEvents = events(
  'trainingCase',
  {
    made: which,
    written: which,
    published: which,
    withdrawn: which,
    revised: which,
    read: which,
  },
  { subject: null },
);
