import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const organisationEvents = events('organisation', {
  founded: shape({ tenantId: id, name: line(80) }),
  unitAdded: shape({ orgUnitId: id, name: line(80) }),
  unitChanged: shape({ orgUnitId: id }),
});
