import type { Tables } from '../types.generated.ts';
import { his, type MarksOf } from './marks.ts';

const hisInvitations =
  'select i.id from survey_invitations i where i.tenant_id = :tenant and i.customer_id = :customerId';
const hisAnswers = `select a.id from survey_answers a
   where a.tenant_id = :tenant and a.survey_invitation_id in (${hisInvitations})`;
const isOpen = "state in ('planned', 'sent')";

/** What a customer was asked, and what he answered. */
export const ofSurveys = {
  questionnaires: { of: 'nobody', plain: 'occasion edition content source' },
  surveyInvitations: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    alsoSet: {
      state: `case when ${isOpen} then 'withheld' else state end`,
      withheldReason: `case when ${isOpen} then 'customer_gone' else withheld_reason end`,
    },
    personal: { phoneBefore: 'phone' },
    plain:
      'questionnaireId occasion customerId vehicleId orderId complaintId advisorId technicianId anchoredAt state drawnAt way sentAt callAt expiresAt withheldReason isPhoneChanged',
  },
  surveyAnswers: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: `survey_invitation_id in (${hisInvitations})`,
    personal: { answers: 'mixed', deviceMark: 'device' },
    plain: 'surveyInvitationId overall overallOf recommend isLow way takenBy matterId opensAt at',
  },
  surveySamples: { of: 'nobody', plain: 'seed fromOn untilOn size' },
  surveyChecks: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: `survey_answer_id in (${hisAnswers})`,
    personal: { words: 'words' },
    plain: 'surveySampleId surveyAnswerId position outcome checkedBy checkedAt',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
