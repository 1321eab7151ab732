import { events } from '#shared/events.ts';
import { count, id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const anInvitation = shape({ surveyInvitationId: id, customerId: id, occasion: line(20) });
const ofTheCustomer = { subject: { type: 'customer', by: 'customerId' } };

export const invitationEvents = events(
  'surveyInvitation',
  {
    planned: anInvitation,
    sent: anInvitation,
    withheld: anInvitation,
    expired: anInvitation,
    answered: shape({
      surveyInvitationId: id,
      customerId: id,
      occasion: line(20),
      matterId: nullable(id),
    }),
  },
  ofTheCustomer,
);

/** How a house runs its surveys. */
export const surveyRuleEvents = events(
  'surveyRules',
  { set: shape({ version: count }) },
  { subject: null },
);

/** Nothing in it speaks of a customer: what is asked of all of them. */
export const questionnaireEvents = events(
  'questionnaire',
  { published: shape({ questionnaireId: id, occasion: line(20), edition: count }) },
  { subject: null },
);

export const sampleEvents = events(
  'surveySample',
  {
    drawn: shape({ surveySampleId: id, count }),
    checked: shape({ surveySampleId: id, surveyAnswerId: id, outcome: line(20) }),
  },
  { subject: null },
);
