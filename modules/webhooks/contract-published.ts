import type { TSchema } from 'typebox';
import { commitmentEvents } from '#modules/commitments/events.ts';
import { complaintEvents } from '#modules/complaints/events.ts';
import { customerEvents } from '#modules/customers/events.ts';
import { followUpEvents, matterEvents } from '#modules/follow-ups/events.ts';
import { messageEvents } from '#modules/messages/events.ts';
import { serviceOrderEvents } from '#modules/service-orders/events.ts';
import { vehicleEvents } from '#modules/vehicles/events.ts';
import type { EventKind } from '#shared/events.ts';

interface Published {
  name: string;
  /** The fields that leave: ids, states, days. Whoever needs more asks for it, with rights of his own. */
  fields: readonly string[];
  data: TSchema;
}

const publish = <Data>(
  kind: EventKind<Data>,
  ...fields: readonly (keyof Data & string)[]
): Published => ({ name: kind.name, fields, data: kind.data });

/** What other programs may hear of. A kind or a field once published stays. */
export const published: readonly Published[] = [
  publish(serviceOrderEvents.received, 'orderId'),
  publish(serviceOrderEvents.stateChanged, 'orderId', 'from', 'to'),
  publish(
    serviceOrderEvents.delivered,
    'orderId',
    'customerId',
    'vehicleId',
    'orgUnitId',
    'deliveredOn',
  ),
  publish(
    serviceOrderEvents.leftUnrepaired,
    'orderId',
    'customerId',
    'vehicleId',
    'orgUnitId',
    'leftOn',
  ),
  publish(complaintEvents.received, 'complaintId', 'customerId', 'vehicleId', 'orderId'),
  publish(complaintEvents.acknowledged, 'complaintId', 'customerId'),
  publish(complaintEvents.closed, 'complaintId', 'customerId'),
  publish(customerEvents.added, 'customerId'),
  publish(customerEvents.changed, 'customerId'),
  publish(customerEvents.consentRecorded, 'customerId', 'purpose', 'channel', 'given'),
  publish(vehicleEvents.added, 'vehicleId', 'ownerId'),
  publish(vehicleEvents.changed, 'vehicleId', 'ownerId'),
  publish(vehicleEvents.ownerChanged, 'vehicleId', 'ownerId', 'formerOwnerId'),
  publish(followUpEvents.done, 'followUpId', 'customerId'),
  publish(followUpEvents.unreachable, 'followUpId', 'customerId'),
  publish(matterEvents.received, 'matterId', 'customerId'),
  publish(matterEvents.solved, 'matterId', 'customerId'),
  publish(messageEvents.sent, 'messageId', 'customerId', 'channel'),
  publish(messageEvents.failed, 'messageId', 'customerId', 'channel'),
  publish(commitmentEvents.broken, 'commitmentId', 'aboutType', 'aboutId', 'level'),
];

export const publishedKinds: readonly string[] = published.map(({ name }) => name);
export const testKind = 'webhook.test';

/** The body of what is sent, as JSON Schema: `type`, `timestamp` and the published fields in `data`. */
export function payloadSchema({ name, fields, data }: Published): object {
  const { properties } = data as unknown as { properties: Record<string, object> };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    required: ['type', 'timestamp', 'data'],
    properties: {
      type: { const: name },
      timestamp: { type: 'string', format: 'date-time' },
      data: {
        type: 'object',
        required: [...fields],
        properties: Object.fromEntries(fields.map((field) => [field, properties[field]])),
      },
    },
  };
}
