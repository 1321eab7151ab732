import { events } from '#shared/events.ts';
import { id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const moved = shape({ complaintId: id, customerId: nullable(id), fromUnitId: id, toUnitId: id });

/** One complaint on its way through the tree (CMP-16). */
export const levelEvents = events('complaintLevel', {
  passedUp: moved,
  takenOver: moved,
  handedDown: moved,
  settled: moved,
  resumed: moved,
  revealed: shape({ complaintId: id, customerId: nullable(id), reason: line(20) }),
});

/** How long a level has speaks of no person. */
export const levelTermEvents = events(
  'complaintLevelTerms',
  { set: shape({ orgUnitId: id }) },
  { subject: null },
);
