import type { Complaint } from '../contract.ts';
import { shippedNodes } from '../contract-trees-data.ts';
import type { causeKinds, channels, GatePart, ReceiptWay, replyWays } from '../lifecycle.ts';
import type { ComplaintWord } from './words.ts';

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

export const receiptWayWords = {
  ...wayWords,
  link: 'receiptLink',
  answer: 'receiptAnswer',
} as const satisfies Record<ReceiptWay, ComplaintWord>;

/** Whether he knows that it was received, on the screen and on paper. */
export function receiptInWords(
  { receipt: { state, toldAt, toldHow } }: Pick<Complaint, 'receipt'>,
  say: Say,
  at: (instant: string) => string,
): string {
  if (state === 'nobody') return say('receiptNobody');
  if (toldAt !== null && toldHow !== null)
    return `${at(toldAt)} · ${say(receiptWayWords[toldHow])}`;
  return say(state === 'due' ? 'receiptNotYet' : 'receiptBeforehand');
}

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
  tasks: 'partTasks',
  told: 'partTold',
  satisfaction: 'partSatisfaction',
  lesson: 'partLesson',
} as const satisfies Record<GatePart, ComplaintWord>;

/** Which promise a clock is, in the words of the shop. */
export const clockWords: Readonly<Record<string, ComplaintWord>> = {
  'complaints.receipt': 'receiptClock',
  'complaints.answer': 'answerClock',
  'complaints.solve': 'solveClock',
  'complaints.tell': 'tellClock',
  'complaints.close': 'closeClock',
  'complaints.reference': 'referenceClock',
};

/** The clocks that run now, late or not, the first due first. */
export const runningClocks = ({ commitments }: Complaint) =>
  commitments.filter(({ settledAt, state }) => settledAt === null && state !== 'cancelled');

type Say = (key: ComplaintWord) => string;
const plain = (value: string, say: Say) => say(value as ComplaintWord);
const asItIs = (value: string) => value;
/** The facts of an entry that are worth a word beside its own words, on the screen and on paper. */
const factWords: readonly [
  key: string,
  name: ComplaintWord,
  show: (value: string, say: Say) => string,
][] = [
  ['point', 'pointFact', asItIs],
  ['finding', 'pointOutcome', (value, say) => say(`pointOutcome_${value as 'founded'}`)],
  ['channel', 'channelLabel', (value, say) => say(channelWords[value as 'phone'])],
  ['receiptHow', 'receiptHow', (value, say) => say(receiptWayWords[value as 'phone'])],
  ['severity', 'severity', plain],
  ['urgency', 'urgency', plain],
  ['causeKind', 'causeKindLabel', (value, say) => say(causeWords[value as 'repair'])],
  ['cause', 'cause', asItIs],
  ['responsibility', 'responsibility', asItIs],
  ['solution', 'solution', asItIs],
  ['measure', 'measure', asItIs],
  ['customerAnswer', 'customerAnswerLabel', plain],
  ['how', 'how', (value, say) => say(wayWords[value as 'phone'])],
  ['answerHow', 'answerHow', (value, say) => say(`answerBy_${value as 'phone'}`)],
  ['satisfaction', 'satisfactionLabel', plain],
  ['what', 'taskWhat', asItIs],
  ['outcome', 'outcome', (value, say) => say(`outcome_${value as 'done'}`)],
  ['contentHash', 'contentHash', asItIs],
  ['until', 'watchUntilLabel', asItIs],
];

export const factsInWords = (facts: Readonly<Record<string, unknown>>, say: Say): string[] =>
  factWords.flatMap(([key, name, show]) => {
    const value = facts[key];
    return typeof value === 'string' && value !== '' ? [`${say(name)}：${show(value, say)}`] : [];
  });

/** What a node of a tree is called: one of the house's own by its name, a shipped one in the reader's language. */
export function nodeName(key: string | null, ownName: string, say: Say): string {
  if (ownName !== '') return ownName;
  const shipped = shippedNodes.find((node) => node.key === key);
  return shipped ? say(`node_${shipped.key}`) : '';
}
