import { type MarksOf, machinery } from './personal/marks.ts';
import { ofAppointments } from './personal/of-appointments.ts';
import { ofBriefs } from './personal/of-briefs.ts';
import { ofCallChecks } from './personal/of-call-checks.ts';
import { ofCheckIns } from './personal/of-check-ins.ts';
import { ofComplaints } from './personal/of-complaints.ts';
import { ofCustomers } from './personal/of-customers.ts';
import { ofDeliveries } from './personal/of-deliveries.ts';
import { ofGroups } from './personal/of-groups.ts';
import { ofHealthRecords } from './personal/of-health-records.ts';
import { ofInspections } from './personal/of-inspections.ts';
import { ofLists } from './personal/of-lists.ts';
import { ofMembers } from './personal/of-members.ts';
import { ofMobility } from './personal/of-mobility.ts';
import { ofPartIssues } from './personal/of-part-issues.ts';
import { ofRepeatRepairs } from './personal/of-repeat-repairs.ts';
import { ofRights } from './personal/of-rights.ts';
import { ofStaffing } from './personal/of-staffing.ts';
import { ofSublets } from './personal/of-sublets.ts';
import { ofSurveys } from './personal/of-surveys.ts';
import { ofTheHouse } from './personal/of-the-house.ts';
import { ofThePortal } from './personal/of-the-portal.ts';
import { ofVisits } from './personal/of-visits.ts';
import { ofWishes } from './personal/of-wishes.ts';
import type { Tables } from './types.generated.ts';

/**
 * What every column holds of persons (D-71): of whom, what it is, what for, how long, and how it is shown. A table that
 * is missing does not compile, a column that is missing fails `tools/personal.test.ts`. The copy that a person gets
 * (PIPL art. 45) and erasure (art. 47) are made from it, so what is marked here is in both.
 */
export const personal: MarksOf<keyof Tables> = {
  ...ofAppointments,
  ...ofBriefs,
  ...ofCheckIns,
  ...ofComplaints,
  ...ofCustomers,
  ...ofDeliveries,
  ...ofInspections,
  ...ofLists,
  ...ofGroups,
  ...ofMembers,
  ...ofMobility,
  ...ofRepeatRepairs,
  ...ofRights,
  ...ofStaffing,
  ...ofHealthRecords,
  ...ofPartIssues,
  ...ofCallChecks,
  ...ofSublets,
  ...ofSurveys,
  ...ofTheHouse,
  ...ofThePortal,
  ...ofVisits,
  ...ofWishes,
};

/** The names of columns that say nothing of a person: the table's own and those of the machinery. */
export const plainColumns = (table: keyof Tables): readonly string[] => [
  ...personal[table].plain.split(' '),
  ...machinery.split(' '),
];

export { classes, type Keep, type Mark, type PersonalClass } from './personal/marks.ts';
