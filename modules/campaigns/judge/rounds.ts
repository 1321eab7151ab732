import type { ReminderKind } from '#modules/customers/contract.ts';
import { type Calendar, isOpenOn } from '#shared/business-calendar.ts';
import { addDays } from '#shared/dates.ts';
import { birthday } from './occasions.ts';

export const campaignKinds = ['greeting', 'tip', 'offer', 'event'] as const;
export type CampaignKind = (typeof campaignKinds)[number];
export const campaignWays = ['message', 'call', 'letter'] as const;
export type CampaignWay = (typeof campaignWays)[number];

export interface Round {
  way: CampaignWay;
  fromOn: string;
  untilOn: string;
}

/**
 * What counts as commercial: nobody is written to or called about it without his consent, and never with words that
 * were approved for service (消费者权益保护法实施条例 24, in force since 2024-07-01).
 */
export const isCommercial: Readonly<Record<CampaignKind, boolean>> = {
  greeting: false,
  tip: false,
  offer: true,
  event: true,
};

/**
 * Whether a campaign needs his consent: an offer does, and so does a birthday greeting, since his birthday is not needed
 * for any order of his (个人信息保护法 13, 14; 消费者权益保护法实施条例 24).
 */
export const needsConsent = ({ kind, occasion }: { kind: CampaignKind; occasion: string }) =>
  isCommercial[kind] || occasion === birthday;

/** What a customer switches off to hear of such campaigns no more (CAR-04). */
export const remindsOf = {
  greeting: 'care',
  tip: 'care',
  offer: 'offer',
  event: 'event',
} as const satisfies Record<CampaignKind, ReminderKind>;

/**
 * Events and offers with a date: told by phone two weeks ahead, the letter goes out within two days after that
 * (FUP-08; 追踪服务工作规定, as handed down, checked 2026-11-20).
 */
export const eventRule = {
  callDaysBefore: 14,
  letterWithinDays: 2,
  source: 'FUP-08',
  since: '2026-11-20',
} as const;

/** Looked for no further than this: a house that is shut for longer is told the day itself. */
const mostShut = 30;

function openDay(calendar: Calendar, from: string, step: 1 | -1): string {
  for (let days = 0; days <= mostShut; days += 1) {
    const day = addDays(from, days * step);
    if (isOpenOn(calendar, day)) return day;
  }
  return from;
}

/**
 * The rounds before an event, worked back from its day on the days that the house is open: the call on the last open
 * day two weeks ahead, the letter by the last open day within two days after it. What is late already falls on today.
 * @param isAnswered by its words a guest answers on his telephone: a message goes after the letter, which it is not to
 * push out where few may be sent (CAR-04)
 */
export function roundsBefore(
  eventOn: string,
  calendar: Calendar,
  today: string,
  isAnswered = false,
): Round[] {
  const { callDaysBefore, letterWithinDays } = eventRule;
  const planned = openDay(calendar, addDays(eventOn, -callDaysBefore), -1);
  const callOn = planned < today ? openDay(calendar, today, 1) : planned;
  const latest = openDay(calendar, addDays(callOn, letterWithinDays), -1);
  const untilOn = latest < callOn ? callOn : latest;
  return [
    { way: 'call', fromOn: callOn, untilOn: callOn },
    { way: 'letter', fromOn: callOn, untilOn },
    ...(isAnswered ? [messageAfter(untilOn, { callOn, eventOn, calendar })] : []),
  ];
}

function messageAfter(
  letterBy: string,
  { callOn, eventOn, calendar }: { callOn: string; eventOn: string; calendar: Calendar },
): Round {
  const after = openDay(calendar, addDays(letterBy, 1), 1);
  const day = after < eventOn ? after : callOn;
  return { way: 'message', fromOn: day, untilOn: day };
}

/** Of everything else: one round, on the day that was chosen or the next one on which the house is open. */
export function roundOn(way: CampaignWay, onDate: string, calendar: Calendar): Round[] {
  const day = openDay(calendar, onDate, 1);
  return [{ way, fromOn: day, untilOn: day }];
}
