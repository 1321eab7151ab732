import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const talk = shape({ complaintId: id, talkId: id });

/** What came and went by the customer's page of his complaint. */
export const complaintPageEvents = events('complaintPage', {
  said: talk,
  replied: talk,
  /** A complaint that its customer wrote himself, from his page of an order. */
  complained: shape({ complaintId: id, orderId: id }),
});
