/** The fixed words of a follow-up, as data: server, screen and forms read the same lists. */

export const followUpRuleKeys = [
  'first',
  'second',
  'refusedWork',
  'missed',
  'complaintClosed',
  'firstService',
  'longUnseen',
  'reminder',
  'segment',
] as const;
export type FollowUpRuleKey = (typeof followUpRuleKeys)[number];

/** What a customer is called for. A visit with a question only is its own occasion; its call is a first one all the same. */
export const occasions = [
  'first',
  'question',
  'second',
  'refusedWork',
  'missed',
  'complaintClosed',
  'firstService',
  'longUnseen',
  'reminder',
  'segment',
] as const satisfies readonly (FollowUpRuleKey | 'question')[];
export type Occasion = (typeof occasions)[number];

/** What a rule may ask for, by occasion: of the visit where there is one, of the customer always. */
export const conditionKeys = ['orderKinds', 'payers', 'leastFen', 'customerKinds'] as const;
type ConditionKey = (typeof conditionKeys)[number];
const ofVisit: readonly ConditionKey[] = conditionKeys;
const ofCustomer: readonly ConditionKey[] = ['customerKinds'];
/** The second call follows the first, and lists are drawn by their own conditions: nothing is asked again there. */
export const conditionsOf: Readonly<Record<Occasion, readonly ConditionKey[]>> = {
  first: ofVisit,
  question: ['orderKinds', 'customerKinds'],
  second: [],
  refusedWork: ofVisit,
  missed: ofCustomer,
  complaintClosed: ofCustomer,
  firstService: ofCustomer,
  longUnseen: ofCustomer,
  reminder: [],
  segment: [],
};
export const customerKinds = ['person', 'company'] as const;
export const ruleChannels = ['phone', 'visit'] as const;
export const waysToBeDone = ['reached', 'triesUsedUp'] as const;

/** The kinds of calls by what is lost if they wait, the most first; why stands in the words (`lost_…`). */
export const byWhatIsLost = [
  'complaintClosed',
  'missed',
  'first',
  'second',
  'firstService',
  'reminder',
  'refusedWork',
  'longUnseen',
  'segment',
] as const satisfies readonly FollowUpRuleKey[];

/** Why a customer stands on a list of calls: what is due for his car, or a plan for a segment. */
export const reasonKinds = [
  'maintenance',
  'inspection',
  'insurance',
  'guarantee',
  'offer',
  'segment',
] as const;

export const directions = ['out', 'in', 'visit'] as const;

/** 接通、未接通、无效 and, under each, why; the order is that of the number keys. */
export const reasonsOf = {
  connected: ['talked', 'callLater'],
  notConnected: ['noAnswer', 'busy', 'switchedOff', 'hungUp'],
  invalid: ['wrongNumber', 'notInUse', 'soldCar', 'refusesCalls'],
} as const;
export type CallResult = keyof typeof reasonsOf;
export type CallReason = (typeof reasonsOf)[CallResult][number];
export const callResults = Object.keys(reasonsOf) as CallResult[];
export const callReasons: readonly CallReason[] = Object.values(reasonsOf).flat();

/**
 * What to talk about (FUP-03, 4S店客服部规章制度 二). `needsConsent`: commercial information, only for those who agreed
 * to it (消费者权益保护法实施条例 第24条) or ask for it themselves.
 */
export const topics = [
  { key: 'usage', needsConsent: false },
  { key: 'serviceFeeling', needsConsent: false },
  { key: 'newNeeds', needsConsent: false },
  { key: 'driving', needsConsent: false },
  { key: 'services', needsConsent: true },
  { key: 'offers', needsConsent: true },
] as const;
export type TopicKey = (typeof topics)[number]['key'];
export const topicKeys: readonly TopicKey[] = topics.map(({ key }) => key);

/** The guided form (追踪服务记录表): each question with its answers, the good one first. */
export const questions = {
  carState: ['good', 'small', 'bad'],
  repaired: ['yes', 'partly', 'no'],
  attitude: ['good', 'fair', 'poor'],
  explained: ['yes', 'partly', 'no'],
  onTime: ['yes', 'late'],
  cleaned: ['yes', 'no'],
} as const;
export type QuestionKey = keyof typeof questions;
export const questionKeys = Object.keys(questions) as QuestionKey[];

export const matterKinds = ['demand', 'hope', 'question'] as const;
export const tellingWays = ['call', 'phone', 'message', 'inPerson'] as const;
export const complaintKinds = [
  'productQuality',
  'serviceAttitude',
  'repairTechnique',
  'price',
  'timeliness',
  'parts',
  'other',
] as const;
