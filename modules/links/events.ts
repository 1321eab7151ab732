import { events } from '#shared/events.ts';
import { id, line, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const which = shape({ linkId: id, aboutType: line(40), aboutId: id });

export const linkEvents = events(
  'link',
  {
    made: shape({ linkId: id, purpose: line(40), aboutType: line(40), aboutId: id }),
    withdrawn: shape({ linkId: id, aboutType: line(40), aboutId: id, reason: line(20) }),
    /** Somebody who had the address came by it. */
    opened: shape({ linkId: id, aboutType: line(40), aboutId: id, userAgent: text(200) }),
    proved: which,
    codeWrong: which,
    /** A code left for the telephone on file. */
    codeSent: which,
    confirmed: which,
  },
  { subject: null },
);
