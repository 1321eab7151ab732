import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const ofOrder = { orderId: id };

/** What came and went by the customer's page. */
export const portalEvents = events('portal', {
  photoReleased: shape({ ...ofOrder, fileId: id }),
  photoTakenBack: shape({ ...ofOrder, fileId: id }),
  asked: shape({ ...ofOrder, questionId: id }),
  replied: shape({ ...ofOrder, questionId: id }),
  /** The customer signed his answer: which, for how much stands in the signing. */
  signed: shape({ ...ofOrder, signingId: id, kind: line(20) }),
});
