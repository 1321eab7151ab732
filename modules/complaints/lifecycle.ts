import { defineLifecycle } from '#shared/lifecycle.ts';

/** What a complaint is about (CMP-02). The first, second and third are the classes that S1 names. */
export const complaintKinds = [
  'productQuality',
  'serviceAttitude',
  'repairTechnique',
  'price',
  'timeliness',
  'parts',
  'other',
] as const;
export type ComplaintKind = (typeof complaintKinds)[number];
export type ClassOfS1 = 'productQuality' | 'serviceAttitude' | 'repairTechnique';

const classes: Record<ComplaintKind, ClassOfS1> = {
  productQuality: 'productQuality',
  parts: 'productQuality',
  repairTechnique: 'repairTechnique',
  serviceAttitude: 'serviceAttitude',
  price: 'serviceAttitude',
  timeliness: 'serviceAttitude',
  other: 'serviceAttitude',
};
/** One of the three classes of S1 (产品质量、服务态度、维修技术), for reports that know no finer ones. */
export const classOfS1 = (kind: ComplaintKind): ClassOfS1 => classes[kind];

/** 投诉处理流程 of S1: received once, answered within a day, closed with nothing missing, watched afterwards. */
export const complaintLifecycle = defineLifecycle({
  initial: 'received',
  states: [
    'received',
    'acknowledged',
    'investigating',
    'resolving',
    'feedback',
    'closed',
    'monitoring',
  ],
  steps: {
    acknowledge: { from: ['received'], to: 'acknowledged' },
    investigate: { from: ['acknowledged', 'investigating'], to: 'investigating' },
    propose: { from: ['investigating', 'resolving'], to: 'resolving' },
    reportBack: { from: ['resolving', 'feedback'], to: 'feedback' },
    close: { from: ['feedback'], to: 'closed' },
    closeByException: {
      from: ['received', 'acknowledged', 'investigating', 'resolving', 'feedback'],
      to: 'closed',
    },
    watch: { from: ['closed'], to: 'monitoring' },
    reopen: { from: ['feedback', 'closed', 'monitoring'], to: 'investigating' },
  },
});
export type ComplaintState = (typeof complaintLifecycle.states)[number];
export type MovingStep = keyof typeof complaintLifecycle.steps;

const open = ['received', 'acknowledged', 'investigating', 'resolving', 'feedback'] as const;
export const openStates: readonly ComplaintState[] = open;

/** Steps that add to the record and leave the state as it is. */
export const stayingSteps = {
  tellReceived: open,
  assess: open,
  assign: ['acknowledged', 'investigating', 'resolving', 'feedback'],
  askSatisfaction: ['feedback', 'closed', 'monitoring'],
  noteLesson: ['investigating', 'resolving', 'feedback', 'closed', 'monitoring'],
  note: complaintLifecycle.states,
} as const satisfies Record<string, readonly ComplaintState[]>;
export type StayingStep = keyof typeof stayingSteps;
export type ComplaintStep = MovingStep | StayingStep;

/** In the order of the work; screens and answers list them so. */
export const complaintSteps: readonly ComplaintStep[] = [
  'tellReceived',
  'acknowledge',
  'assess',
  'assign',
  'investigate',
  'propose',
  'reportBack',
  'askSatisfaction',
  'noteLesson',
  'close',
  'watch',
  'reopen',
  'note',
  'closeByException',
];

/** What has to be on record before a complaint is closed (CMP-11). */
export const gateParts = ['cause', 'measure', 'tasks', 'told', 'satisfaction', 'lesson'] as const;
export type GatePart = (typeof gateParts)[number];
export type Gate = Record<GatePart, boolean>;

/** How long the same fault of the same car counts as having come back (CMP-10), in days. */
export const watchDays = 90;

/** How it reached the house (CMP-01). */
export const channels = [
  'phone',
  'desk',
  'email',
  'portal',
  'wecom',
  'followUp',
  'social',
  'authority',
] as const;
/** How the customer wishes to be answered, and was (CMP-08). */
export const replyWays = ['phone', 'sms', 'email', 'wecom', 'letter', 'desk'] as const;
/** Channels on which somebody of the house speaks with the complainant: he hears at once that it is received. */
export const spokenChannels: readonly (typeof channels)[number][] = ['phone', 'desk', 'followUp'];
/** How he came to know that it was received (告知受理): by a person, by the page of his complaint, with the first answer. */
export const receiptWays = [...replyWays, 'link', 'answer'] as const;
export type ReceiptWay = (typeof receiptWays)[number];
/** `nobody`: anonymous; `beforehand`: received before the house kept this term. */
export const receiptStates = ['due', 'told', 'nobody', 'beforehand'] as const;
export const severities = ['ordinary', 'raised', 'major'] as const;
export const urgencies = ['normal', 'urgent'] as const;
export const causeKinds = [
  'design',
  'production',
  'serviceProcess',
  'repair',
  'parts',
  'customerHandling',
  'other',
] as const;
export const customerAnswers = ['accepted', 'undecided', 'refused'] as const;
export const satisfactions = ['satisfied', 'acceptable', 'unsatisfied', 'unreachable'] as const;
/** What the figures count; each is also a filter of the list, so that a number opens its records (CMP-17). */
export const figureKeys = ['received', 'answeredInTime', 'resolved', 'recurred'] as const;
