import { events } from '#shared/events.ts';
import { id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { incomingMailId: id, customerId: nullable(id) };
const told = shape(which);

export const incomingMailEvents = events('incomingMail', {
  arrived: told,
  opened: shape({ ...which, complaintId: id }),
  added: shape({ ...which, complaintId: id }),
  filed: shape({ ...which, filedAs: line(20) }),
  putBack: told,
  senderConfirmed: told,
  acknowledged: shape({ ...which, complaintId: id }),
});

/** Nothing in it speaks of a customer: where the house has its mail. */
export const mailboxEvents = events(
  'mailbox',
  {
    setUp: shape({ orgPath: line(400) }),
    tried: shape({ orgPath: line(400) }),
    failed: shape({ orgPath: line(400), fault: line(20) }),
    recovered: shape({ orgPath: line(400) }),
  },
  { subject: null },
);
