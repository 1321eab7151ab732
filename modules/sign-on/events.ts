import { Type } from 'typebox';
import { events, personal } from '#shared/events.ts';
import { id, line, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { turnedAwayFor } from './contract.ts';

const which = shape({ providerId: id, label: line(40) });
const linked = shape({ employeeId: id, providerId: id, shownAs: personal(text(200)) });

export const signOnEvents = events('signOn', {
  providerAdded: which,
  providerChanged: which,
  providerRemoved: which,
  rulesChanged: shape({ requiredRoles: Type.Array(line(40), { maxItems: 50 }) }),
  linked,
  unlinked: linked,
  turnedAway: shape({ providerId: id, reason: oneOf(turnedAwayFor) }),
});
