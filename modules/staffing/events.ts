import { Type } from 'typebox';
import { events } from '#shared/events.ts';
import { id, line, oneOf, version } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { postKeys, shopClasses } from './contract.ts';

const whose = { employeeId: id };
const postKey = oneOf(postKeys);

export const staffingEvents = events('staffing', {
  postTaken: shape({ ...whose, postKey, isDedicated: Type.Boolean() }),
  postGivenUp: shape({ ...whose, postKey }),
  assessed: shape({ ...whose, postKey }),
  certificateAdded: shape({ ...whose, certificateId: id }),
  certificateChanged: shape({ ...whose, certificateId: id }),
  certificateRenewed: shape({ ...whose, certificateId: id, formerId: id }),
  certificateWithdrawn: shape({ ...whose, certificateId: id }),
});

/** They speak of the house, of no person. */
export const standardEvents = events(
  'staffing',
  {
    postWorded: shape({ postKey, version }),
    standardChanged: shape({ classes: Type.Array(line(10), { maxItems: 10 }) }),
    classified: shape({ orgUnitId: id, shopClass: oneOf(shopClasses) }),
  },
  { subject: null },
);
