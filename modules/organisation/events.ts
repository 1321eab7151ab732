import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { count, id, instant, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** They speak of a company and its places, of no person. */
const ofNobody = { subject: null };

const moved = shape({
  orgUnitId: id,
  fromId: id,
  toId: id,
  fromName: line(80),
  toName: line(80),
  units: count,
  records: count,
});

export const organisationEvents = events(
  'organisation',
  {
    founded: shape({ tenantId: id, name: line(80) }),
    unitAdded: shape({ orgUnitId: id, name: line(80) }),
    unitChanged: shape({ orgUnitId: id }),
    unitOrdered: shape({ orgUnitId: id }),
    /** Told where it stood. */
    unitLeft: moved,
    /** Told where it stands now. */
    unitMoved: moved,
    unitClosed: shape({ orgUnitId: id, name: line(80), reason: line(200) }),
    controllerMarked: shape({ orgUnitId: id, isOwnController: Type.Boolean() }),
    sharingRecorded: shape({ orgUnitId: id, sharingBasisId: id, toUnitId: id, kind: line(20) }),
    sharingWithdrawn: shape({ orgUnitId: id, sharingBasisId: id, reason: line(300) }),
    regionAdded: shape({ regionId: id, name: line(40) }),
    regionRenamed: shape({ regionId: id, from: line(40), to: line(40), units: count }),
    regionRemoved: shape({ regionId: id, name: line(40) }),
    unitReopened: shape({ orgUnitId: id, name: line(80) }),
    /** All data now comes from a backup: of the instant `at`, or of its end. */
    restored: shape({ backup: line(40), at: nullable(instant) }),
  },
  ofNobody,
);
