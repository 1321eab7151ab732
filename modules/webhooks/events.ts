import { events } from '#shared/events.ts';
import { id, line, nullable, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ webhookId: id });
const endpoint = shape({ endpointId: id });

export const webhookEvents = events(
  'webhook',
  {
    added: shape({ webhookId: id, url: text(500) }),
    changed: shape({ webhookId: id, url: text(500) }),
    secretRotated: which,
    enabled: which,
    disabled: shape({ webhookId: id, reason: line(20) }),
    tested: which,
    resent: shape({ webhookId: id, deliveryId: id }),
    removed: which,
  },
  { subject: null },
);

export const inboundEvents = events(
  'inbound',
  {
    added: shape({ endpointId: id, source: line(40) }),
    secretRotated: endpoint,
    enabled: endpoint,
    disabled: endpoint,
    received: shape({ endpointId: id, aboutType: nullable(line(40)), aboutId: nullable(id) }),
  },
  { subject: null },
);
