import { events } from '#shared/events.ts';
import { count, date, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const proposalEvents = events('serviceProposal', {
  dismissed: shape({ proposalId: id, customerId: id, kind: line(20), dueOn: date }),
});

export const reminderEvents = events('reminder', {
  settingsSaved: shape({ quietDays: count, perDay: count }),
  extracted: shape({ orgUnitId: id, on: date, planned: count }),
});

const offer = shape({ offerId: id, name: line(60) });
export const offerEvents = events('serviceOffer', { announced: offer, withdrawn: offer });
