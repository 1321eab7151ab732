import { events } from '#shared/events.ts';
import { id, line, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { sheetKinds } from './contract-template.ts';

/** Nothing in it speaks of a customer: what the house asks at an inspection. */
export const inspectionTemplateEvents = events(
  'inspectionTemplate',
  {
    drafted: shape({ inspectionTemplateId: id }),
    changed: shape({ inspectionTemplateId: id }),
    published: shape({ inspectionTemplateId: id }),
  },
  { subject: null },
);

const sheet = { inspectionSheetId: id, orderId: id };
export const inspectionSheetEvents = events('inspectionSheet', {
  begun: shape({ ...sheet, kind: oneOf(sheetKinds) }),
  /** Something was written down; what, not its words. */
  changed: shape({ ...sheet, what: line(40) }),
  asked: shape({ ...sheet, inspectionQuestionId: id }),
  answered: shape({ ...sheet, inspectionQuestionId: id }),
  offered: shape({ ...sheet, itemKey: line(40) }),
  signed: shape({ ...sheet, kind: oneOf(sheetKinds) }),
});
