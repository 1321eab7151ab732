import { type Static, Type } from 'typebox';
import { count, id, instant, line, listOf, nullable, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** The one that runs in this session: what the banner says. */
export const runningEmergency = shape({
  id,
  /** The shop that was opened; the whole house is named by its top. */
  unitName: line(80),
  reason: text(500),
  untilAt: instant,
});

const emergencyAccess = shape(
  {
    id,
    employeeId: id,
    employeeName: line(80),
    unitName: line(80),
    reason: text(500),
    createdAt: instant,
    untilAt: instant,
    endedAt: nullable(instant),
    reads: count,
    changes: count,
    isRunning: Type.Boolean(),
    /** It runs in the session of who asks. */
    isOwn: Type.Boolean(),
  },
  { $id: 'EmergencyAccess' },
);
export type EmergencyAccess = Static<typeof emergencyAccess>;

/** The longest that one may last; a new one asks for a new reason. */
export const longestMinutes = 60;

/** Break-glass (trust 2): beyond one's own scope, for an hour at most, in the sight of everybody whose house it is. */
export const emergencyRoutes = {
  list: route({
    id: 'people.listEmergencies',
    method: 'GET',
    path: '/emergency-accesses',
    summary: 'Who went beyond his scope here: why, when, how much was read and changed',
    access: 'audit.see',
    query: shape({ ...pageFields }),
    reply: listOf(emergencyAccess),
  }),
  open: route({
    id: 'people.openEmergency',
    method: 'POST',
    path: '/emergency-accesses',
    summary: 'Open a shop, or the whole house, beyond one’s own scope for a while',
    access: 'emergency.open',
    stepUp: true,
    body: shape({
      unitCode: nullable(line(30, 'the code of the shop; null: the whole house')),
      reason: line(500),
      minutes: Type.Integer({ minimum: 5, maximum: longestMinutes }),
    }),
    reply: runningEmergency,
    status: 201,
    problems: [
      'emergency_place_unknown',
      'emergency_needless',
      'emergency_running',
      'emergency_reason_short',
      'emergency_same_reason',
      'emergency_by_program',
    ],
  }),
  end: route({
    id: 'people.endEmergency',
    method: 'POST',
    path: '/emergency-accesses/end',
    summary: 'End the emergency access of this session now',
    access: 'signedIn',
    reply: shape({ ended: count }),
  }),
};
