import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id, instant, line, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { employmentLife } from './lifecycle.ts';

export const peopleEvents = events('people', {
  signedIn: shape({ employeeId: id, sessionId: id }),
  signedOut: shape({ employeeId: id, sessionId: id }),
  passwordChanged: shape({ employeeId: id }),
  employeeAdded: shape({ employeeId: id, name: line(80) }),
  employeeChanged: shape({ employeeId: id, fields: Type.Array(line(40), { maxItems: 20 }) }),
  rolesChanged: shape({
    employeeId: id,
    from: Type.Array(line(40), { maxItems: 20 }),
    to: Type.Array(line(40), { maxItems: 20 }),
  }),
  employmentChanged: shape({
    employeeId: id,
    from: oneOf(employmentLife.states),
    to: oneOf(employmentLife.states),
  }),
  passwordReset: shape({ employeeId: id }),
  standInNamed: shape({ absentId: id, standInId: id, fromAt: instant, untilAt: instant }),
  standInEnded: shape({ absentId: id, standInId: id }),
  apiKeyAdded: shape({ apiKeyId: id, name: line(60) }),
  apiKeyRevoked: shape({ apiKeyId: id }),
});
