import { events } from '#shared/events.ts';
import { date, fen, id, nullable, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const item = { priceItemId: id, code: text(40), name: text(120), validFrom: date };

/** Nothing in them speaks of a customer: prices are the house's own word. */
export const priceEvents = events(
  'price',
  { added: shape(item), changed: shape(item), ended: shape(item) },
  { subject: null },
);
const jobPackage = { jobPackageId: id, code: text(40), name: text(120), validFrom: date };
export const jobPackageEvents = events(
  'jobPackage',
  { added: shape(jobPackage), changed: shape(jobPackage), ended: shape(jobPackage) },
  { subject: null },
);
export const labourRateEvents = events(
  'labourRate',
  { set: shape({ grade: text(20), rateFen: nullable(fen), validFrom: date }) },
  { subject: null },
);
export const priceListEvents = events(
  'priceList',
  { opened: shape({ orgUnitId: id }), closed: shape({ orgUnitId: id }) },
  { subject: null },
);
