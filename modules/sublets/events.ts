import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const onSublet = { subletId: id, orderId: id, partnerId: id };

export const subletEvents = events('sublet', {
  given: shape(onSublet),
  postponed: shape(onSublet),
  takenBack: shape(onSublet),
  passed: shape(onSublet),
  failed: shape(onSublet),
  calledOff: shape(onSublet),
  costBooked: shape(onSublet),
  costReversed: shape(onSublet),
});

/** Nothing in it speaks of a customer. */
export const subletPartnerEvents = events(
  'subletPartner',
  { added: shape({ partnerId: id }), changed: shape({ partnerId: id }) },
  { subject: null },
);
