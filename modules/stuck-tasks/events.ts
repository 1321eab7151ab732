import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const stuckTaskEvents = events(
  'task',
  {
    retried: shape({ taskId: id, name: line(80) }),
    dropped: shape({ taskId: id, name: line(80), reason: line(300) }),
  },
  { subject: null },
);
