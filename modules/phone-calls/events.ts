import { events } from '#shared/events.ts';
import { id, line, nullable } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const aCall = shape({ phoneCallId: id, customerId: nullable(id) });

export const phoneCallEvents = events('phoneCall', {
  begun: aCall,
  answered: aCall,
  ended: aCall,
  missed: aCall,
  identified: aCall,
  recorded: aCall,
  taken: aCall,
  putBack: aCall,
  settled: aCall,
  dialled: aCall,
  /** In the hours of rest, by a device of one’s own, because he asked for it: nothing else is left of such a call. */
  dialledAtRest: shape({ customerId: id, why: line(40) }),
  recordingKept: aCall,
});

/** Nothing in it speaks of a customer: whose telephone rings, and how the system is spoken to. */
export const telephonyEvents = events(
  'telephony',
  {
    setUp: shape({ orgPath: line(400) }),
    tried: shape({ orgPath: line(400) }),
    extensionSet: shape({ extension: line(20), employeeId: id }),
    extensionRemoved: shape({ extension: line(20), employeeId: id }),
  },
  { subject: null },
);
