import type { Tables } from '../types.generated.ts';
import { his, hisComplaints, type MarksOf, third } from './marks.ts';

const onlyPublished = (column: string) =>
  `case when state = 'published' then ${column} else '' end`;

/** What somebody complained of, what was found, and what was done. */
export const ofComplaints = {
  complaints: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: his,
    personal: {
      complainantName: third('name'),
      complainantPhone: third('phone'),
      aboutWhom: 'words',
      referenceNumber: 'words',
      content: 'words',
      cause: 'words',
      responsibility: 'words',
      solution: 'words',
      measure: 'words',
      lesson: 'words',
      exceptionReason: 'words',
    },
    plain:
      'number customerId vehicleId orderId sourceType sourceId channel kind replyBy severity urgency state handlerId causeKind customerAnswer costFen isAnonymous receiptDueAt receiptToldAt receiptToldHow toldAt toldHow satisfaction askedAt exceptionBy repeatOfId timesReopened openTasks openPoints referenceDueOn watchUntil receivedAt answerDueAt dueAt acknowledgedAt closedAt',
  },
  complaintEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    onErasure: 'ledger',
    personal: { words: 'words', facts: 'mixed' },
    plain: 'complaintId position step byId at',
  },
  complaintTalks: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { words: 'words' },
    plain: 'complaintId byCustomer fileId',
  },
  complaintEvidence: {
    of: 'customer',
    purpose: 'proof',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { caption: 'words' },
    plain: 'complaintId fileId contentHash filedBy at',
  },
  complaintLevels: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: {},
    plain: 'complaintId levelUnitId state sinceAt dueAt fromId timesPassed',
  },
  complaintLevelEntries: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { words: 'words' },
    plain: 'complaintId position step unitId toUnitId facts byId at',
  },
  complaintPoints: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { what: 'words', cause: 'words', responsibility: 'words' },
    plain: 'complaintId position kind classKey outcome causeKind causeKey judgedBy judgedAt',
  },
  // Written without persons; what is not published yet may still hold some, and goes with the way to the complaint.
  trainingCases: {
    of: 'customer',
    purpose: 'operation',
    keep: 'untilErased',
    reach: hisComplaints,
    isCopy: true,
    personal: {},
    alsoSet: {
      complaintId: 'null',
      title: onlyPublished('title'),
      story: onlyPublished('story'),
      cause: onlyPublished('cause'),
      actions: onlyPublished('actions'),
      remedy: onlyPublished('remedy'),
      outcome: onlyPublished('outcome'),
      lesson: onlyPublished('lesson'),
      questions: onlyPublished('questions'),
      withdrawnWhy: onlyPublished('withdrawn_why'),
      state: `case when state = 'draft' then 'withdrawn' else state end`,
    },
    plain:
      'complaintId kind causeKind state title story cause actions remedy outcome lesson questions writtenBy publishedBy publishedAt withdrawnWhy',
  },
  complaintSolutions: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { words: 'words', decision: 'words', answer: 'words' },
    plain: 'complaintId edition state amountFen askedBy decidedBy decidedAt answeredAt answerHow',
  },
  complaintTasks: {
    of: 'customer',
    purpose: 'service',
    keep: 'untilErased',
    reach: hisComplaints,
    personal: { what: 'words', result: 'words' },
    plain:
      'complaintId purpose solutionId position remedyKind amountFen ownerId dueAt state endedAt endedBy',
  },
} as const satisfies Partial<MarksOf<keyof Tables>>;
