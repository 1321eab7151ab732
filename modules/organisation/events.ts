import { events } from '#shared/events.ts';
import { id, instant, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** They speak of a company and its places, of no person. */
const ofNobody = { subject: null };

export const organisationEvents = events(
  'organisation',
  {
    founded: shape({ tenantId: id, name: line(80) }),
    unitAdded: shape({ orgUnitId: id, name: line(80) }),
    unitChanged: shape({ orgUnitId: id }),
    /** All data now comes from a backup: of the instant `at`, or of its end. */
    restored: shape({ backup: line(40), at: nullable(instant) }),
  },
  ofNobody,
);
