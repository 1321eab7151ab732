import { events } from '#shared/events.ts';
import { id, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const onRecord = { healthRecordId: id, orderId: id };

export const healthRecordEvents = events('healthRecord', {
  queued: shape(onRecord),
  lacking: shape(onRecord),
  accepted: shape(onRecord),
  refused: shape(onRecord),
});

/** Nothing in it speaks of a customer. */
export const healthPlatformEvents = events(
  'healthPlatform',
  { setUp: shape({ orgPath: text(400) }), tried: shape({ orgPath: text(400) }) },
  { subject: null },
);
