import { events } from '#shared/events.ts';
import { count, id, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = { templateId: id, edition: count };

export const templateEvents = events('messageTemplate', {
  written: shape(which),
  changed: shape(which),
  asked: shape(which),
  approved: shape(which),
  refused: shape({ ...which, reason: text(200) }),
  retired: shape(which),
});
