import type { Complaint } from '../contract.ts';
import type { causeKinds, channels, GatePart, replyWays } from '../lifecycle.ts';
import type { ComplaintWord } from '../locales/words.ts';

/** The words of values whose bare name is taken by something else. */
export const channelWords = {
  phone: 'channelPhone',
  desk: 'channelDesk',
  email: 'channelEmail',
  portal: 'channelPortal',
  wecom: 'channelWecom',
  followUp: 'channelFollowUp',
  social: 'channelSocial',
  authority: 'channelAuthority',
} as const satisfies Record<(typeof channels)[number], ComplaintWord>;

export const wayWords = {
  phone: 'wayPhone',
  sms: 'waySms',
  email: 'wayEmail',
  wecom: 'wayWecom',
  letter: 'wayLetter',
  desk: 'wayDesk',
} as const satisfies Record<(typeof replyWays)[number], ComplaintWord>;

export const causeWords = {
  design: 'causeDesign',
  production: 'causeProduction',
  serviceProcess: 'causeServiceProcess',
  repair: 'causeRepair',
  parts: 'causeParts',
  customerHandling: 'causeCustomerHandling',
  other: 'causeOther',
} as const satisfies Record<(typeof causeKinds)[number], ComplaintWord>;

export const partWords = {
  cause: 'partCause',
  measure: 'partMeasure',
  told: 'partTold',
  satisfaction: 'partSatisfaction',
  lesson: 'partLesson',
} as const satisfies Record<GatePart, ComplaintWord>;

/** Which promise a clock is, in the words of the shop. */
export const clockWords: Readonly<Record<string, ComplaintWord>> = {
  'complaints.answer': 'answerClock',
  'complaints.solve': 'solveClock',
  'complaints.tell': 'tellClock',
  'complaints.close': 'closeClock',
};

/** The clock that runs now, late or not. */
export const runningClock = ({ commitments }: Complaint) =>
  commitments.find(({ settledAt, state }) => settledAt === null && state !== 'cancelled');
