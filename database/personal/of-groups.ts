import { his, type MarksOf } from './marks.ts';

/** What is reckoned about a customer: what his cars need next, and where he stands. */
export const ofGroups = {
  serviceProposals: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: { dismissReason: 'words' },
    plain: 'vehicleId customerId kind sourceId dueOn showFrom why dismissedAt dismissedBy',
  },
  customerStandings: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: {},
    plain:
      'customerId lastVisitOn yearVisits yearSpendFen twoYearSpendFen intervalDays byMonths byInterval byVisits standing formula valueClass sinceOn',
  },
  standingChanges: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    onErasure: 'ledger',
    personal: {},
    plain: 'customerId fromStanding toStanding formula onDate',
  },
  campaigns: {
    of: 'nobody',
    plain:
      'kind name content segmentId templateId happensAt place capacity state reason examinedAt writtenBy approvedBy approvedAt isOwnApproval startedAt endedAt seatsTaken bring answerBy seatTemplateId resultDays heldBackPercent standingCampaignId occasion occasionYear occasionMonth',
  },
  standingCampaigns: {
    of: 'nobody',
    plain:
      'occasion seasonFrom name content segmentId templateId way state writtenBy approvedBy approvedAt isOwnApproval',
  },
  campaignRounds: { of: 'nobody', plain: 'campaignId way fromOn untilOn state planId' },
  campaignContacts: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    onErasure: 'row',
    personal: {},
    plain: 'campaignId roundId customerId vehicleId state reason messageId letterId sentAt',
  },
  campaignReplies: {
    of: 'customer',
    purpose: 'contact',
    keep: 'untilErased',
    reach: his,
    personal: { note: 'words' },
    plain:
      'campaignId customerId state seats waitingSince cameSeats cameAt takenBy answeredAt byLink movedUpAt toldWay toldMessageId',
  },
  standingCounts: {
    of: 'nobody',
    plain: 'byMonths byInterval byVisits valueClass recency customers countedAt',
  },
  ratingEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    onErasure: 'ledger',
    personal: {},
    plain: 'roundId rank customerId visits spendFen',
  },
} as const satisfies MarksOf<
  | 'serviceProposals'
  | 'customerStandings'
  | 'standingChanges'
  | 'standingCounts'
  | 'ratingEntries'
  | 'campaigns'
  | 'standingCampaigns'
  | 'campaignRounds'
  | 'campaignContacts'
  | 'campaignReplies'
>;
