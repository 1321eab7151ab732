import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const peopleEvents = events('people', {
  signedIn: shape({ employeeId: id, sessionId: id }),
  signedOut: shape({ employeeId: id, sessionId: id }),
  passwordChanged: shape({ employeeId: id }),
  employeeAdded: shape({ employeeId: id, name: line(80) }),
  apiKeyAdded: shape({ apiKeyId: id, name: line(60) }),
  apiKeyRevoked: shape({ apiKeyId: id }),
});
