import { events } from '#shared/events.ts';
import { id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** The bytes themselves are told by their hash; what they show belongs to the record that links them. */
export const fileEvents = events(
  'file',
  { added: shape({ fileId: id, sha256: line(64) }) },
  { subject: null },
);
