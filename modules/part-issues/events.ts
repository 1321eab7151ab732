import { events } from '#shared/events.ts';
import { id } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const issue = { orderId: id, partIssueId: id };
export const partIssueEvents = events('partIssue', {
  issued: shape(issue),
  returned: shape(issue),
  confirmed: shape(issue),
  asked: shape(issue),
  answered: shape(issue),
  waived: shape({ orderId: id, lineId: id }),
});

/** Of colleagues and of things: nothing in them speaks of a customer. */
const ofNobody = { subject: null } as const;
export const partChargeEvents = events(
  'partCharge',
  {
    charged: shape({ orderId: id, partChargeId: id }),
    reversed: shape({ orderId: id, partChargeId: id }),
  },
  ofNobody,
);
export const partRuleEvents = events('partRule', { set: shape({ orgUnitId: id }) }, ofNobody);
export const partBarcodeEvents = events(
  'partBarcode',
  { bound: shape({ partBarcodeId: id }), unbound: shape({ partBarcodeId: id }) },
  ofNobody,
);
