import { appointmentsWeb } from '#modules/appointments/web/index.ts';
import { archiveWeb } from '#modules/archive/web/index.ts';
import { auditWeb } from '#modules/audit/web/index.ts';
import { briefsWeb } from '#modules/briefs/web/index.ts';
import { callChecksWeb } from '#modules/call-checks/web/index.ts';
import { campaignsWeb } from '#modules/campaigns/web/index.ts';
import { cashierWeb } from '#modules/cashier/web/index.ts';
import { checkInsWeb } from '#modules/check-ins/web/index.ts';
import { commitmentsWeb } from '#modules/commitments/web/index.ts';
import { complaintLevelsWeb } from '#modules/complaint-levels/web/index.ts';
import { complaintPageWeb } from '#modules/complaint-page/web/index.ts';
import { complaintReportsWeb } from '#modules/complaint-reports/web/index.ts';
import { complaintReviewsWeb } from '#modules/complaint-reviews/web/index.ts';
import { complaintsWeb } from '#modules/complaints/web/index.ts';
import { deliveriesWeb } from '#modules/deliveries/web/index.ts';
import { documentHoldsWeb } from '#modules/document-holds/web/index.ts';
import { duplicatesWeb } from '#modules/duplicates/web/index.ts';
import { exportsWeb } from '#modules/exports/web/index.ts';
import { followUpsWeb } from '#modules/follow-ups/web/index.ts';
import { genuineWeb } from '#modules/genuine-check/web/index.ts';
import { healthRecordsWeb } from '#modules/health-records/web/index.ts';
import { importsWeb } from '#modules/imports/web/index.ts';
import { incomingMailsWeb } from '#modules/incoming-mails/web/index.ts';
import { inspectionsWeb } from '#modules/inspections/web/index.ts';
import { jobClockWeb } from '#modules/job-clock/web/index.ts';
import { keyTagsWeb } from '#modules/key-tags/web/index.ts';
import { lettersWeb } from '#modules/letters/web/index.ts';
import { membersWeb } from '#modules/members/web/index.ts';
import { messageTemplatesWeb } from '#modules/message-templates/web/index.ts';
import { messagesWeb } from '#modules/messages/web/index.ts';
import { mobilityWeb } from '#modules/mobility/web/index.ts';
import { organisationWeb } from '#modules/organisation/web/index.ts';
import { partIssuesWeb } from '#modules/part-issues/web/index.ts';
import { peopleWeb } from '#modules/people/web/index.ts';
import { phoneCallsWeb } from '#modules/phone-calls/web/index.ts';
import { portalWeb } from '#modules/portal/web/index.ts';
import { pricesWeb } from '#modules/prices/web/index.ts';
import { privacyWeb } from '#modules/privacy/web/index.ts';
import { receptionWeb } from '#modules/reception/web/index.ts';
import { remindersWeb } from '#modules/reminders/web/index.ts';
import { repeatRepairsWeb } from '#modules/repeat-repairs/web/index.ts';
import { segmentsWeb } from '#modules/segments/web/index.ts';
import { serviceOrdersWeb } from '#modules/service-orders/web/index.ts';
import { shopPageWeb } from '#modules/shop-page/web/index.ts';
import { signOnWeb } from '#modules/sign-on/web/index.ts';
import { staffingWeb } from '#modules/staffing/web/index.ts';
import { stuckTasksWeb } from '#modules/stuck-tasks/web/index.ts';
import { subletsWeb } from '#modules/sublets/web/index.ts';
import { surveysWeb } from '#modules/surveys/web/index.ts';
import { trainingCasesWeb } from '#modules/training-cases/web/index.ts';
import { webhooksWeb } from '#modules/webhooks/web/index.ts';
import type { WebModule } from '#web/module.ts';

/** The screens of all modules, in the order in which their search answers stand. */
export const webModules: readonly WebModule[] = [
  archiveWeb,
  serviceOrdersWeb,
  appointmentsWeb,
  checkInsWeb,
  subletsWeb,
  repeatRepairsWeb,
  mobilityWeb,
  inspectionsWeb,
  deliveriesWeb,
  jobClockWeb,
  partIssuesWeb,
  membersWeb,
  healthRecordsWeb,
  cashierWeb,
  portalWeb,
  keyTagsWeb,
  complaintPageWeb,
  complaintsWeb,
  complaintLevelsWeb,
  documentHoldsWeb,
  complaintReviewsWeb,
  trainingCasesWeb,
  complaintReportsWeb,
  followUpsWeb,
  surveysWeb,
  briefsWeb,
  remindersWeb,
  shopPageWeb,
  segmentsWeb,
  campaignsWeb,
  importsWeb,
  pricesWeb,
  duplicatesWeb,
  privacyWeb,
  receptionWeb,
  commitmentsWeb,
  organisationWeb,
  peopleWeb,
  staffingWeb,
  signOnWeb,
  messagesWeb,
  messageTemplatesWeb,
  lettersWeb,
  webhooksWeb,
  phoneCallsWeb,
  callChecksWeb,
  incomingMailsWeb,
  stuckTasksWeb,
  auditWeb,
  exportsWeb,
  genuineWeb,
];
