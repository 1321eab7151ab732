import { events } from '#shared/events.ts';
import { count, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

/** The bytes themselves are told by their hash; what they show belongs to the record that links them. */
export const fileEvents = events(
  'file',
  {
    added: shape({ fileId: id, sha256: line(64) }),
    /** Bytes that no row spoke of, from a program that died between both. */
    straysRemoved: shape({ count }),
    /** A row whose bytes are not there: only a backup brings them back. */
    lost: shape({ fileId: id }),
  },
  { subject: null },
);
