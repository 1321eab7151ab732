import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, date, id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const review = { reviewId: id };
/** They speak of the house’s own work, of no person. */
export const reviewEvents = events(
  'complaintReview',
  {
    made: shape({ ...review, grain: line(10), fromOn: date }),
    minuted: shape(review),
    invited: shape({ ...review, employeeIds: Type.Array(id, { maxItems: 50 }) }),
    held: shape(review),
    unproved: shape({ month: date, units: count }),
    lawTicked: shape({ complaintId: id, item: line(40) }),
  },
  { subject: null },
);

const measure = { measureId: id, reviewId: nullable(id) };
export const measureEvents = events(
  'complaintMeasure',
  {
    agreed: shape({ ...measure, ownerId: id, dueOn: date }),
    changed: shape(measure),
    finished: shape(measure),
    dropped: shape(measure),
  },
  { subject: null },
);
