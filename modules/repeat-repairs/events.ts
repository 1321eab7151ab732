import { events } from '#shared/events.ts';
import { id, oneOf } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { causeKinds } from './lifecycle.ts';

const onRepeat = { repeatRepairId: id, orderId: id, earlierOrderId: id };

export const repeatRepairEvents = events('repeatRepair', {
  /** A car came back within its guarantee, or was received as a repeat repair. */
  recognised: shape(onRepeat),
  confirmed: shape(onRepeat),
  declined: shape(onRepeat),
  causeRecorded: shape({ ...onRepeat, causeKind: oneOf(causeKinds) }),
  otherCauseProved: shape({ ...onRepeat, causeKind: oneOf(causeKinds) }),
});
