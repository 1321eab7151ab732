import { events } from '#shared/events.ts';
import { count, date, id, line } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const report = { complaintReportId: id };
/** They speak of the house’s own work, of no person. */
const ofNobody = { subject: null } as const;

export const reportEvents = events(
  'complaintReport',
  {
    drafted: shape({ ...report, grain: line(10), fromOn: date }),
    written: shape(report),
    sent: shape({ ...report, orgUnitId: id, grain: line(10), fromOn: date, edition: count }),
  },
  ofNobody,
);

export const reportRuleEvents = events(
  'complaintReportRule',
  { set: shape({ orgUnitId: id }) },
  ofNobody,
);
