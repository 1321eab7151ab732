import { defineLifecycle } from '#shared/lifecycle.ts';

/** By telephone in or out, or in person (走访, FUP-10). */
export const callDirections = ['in', 'out', 'visit'] as const;
export type CallDirection = (typeof callDirections)[number];

/**
 * A call rings until it is answered or missed; a missed one is owed until it was called back or nothing is to be done;
 * a talk is over when it is on record. What a telephone system tells late finds its place: a missed call that was
 * answered after all has ended.
 */
export const phoneCallLife = defineLifecycle({
  initial: 'ringing',
  states: ['ringing', 'talking', 'ended', 'missed', 'taken', 'settled', 'recorded'],
  steps: {
    answer: { from: ['ringing'], to: 'talking' },
    end: { from: ['ringing', 'talking', 'missed', 'taken'], to: 'ended' },
    miss: { from: ['ringing'], to: 'missed' },
    take: { from: ['missed'], to: 'taken' },
    putBack: { from: ['taken'], to: 'missed' },
    settle: { from: ['missed', 'taken'], to: 'settled' },
    record: { from: ['ringing', 'talking', 'ended'], to: 'recorded' },
  },
});
export type PhoneCallState = (typeof phoneCallLife.states)[number];
export type PhoneCallStep = keyof typeof phoneCallLife.steps;

/** What a call can have come to, by its direction; the order is that of the number keys. */
export const resultsOf = {
  in: ['talked', 'wrongNumber', 'nuisance'],
  out: ['talked', 'noAnswer', 'busy', 'wrongNumber'],
  visit: ['talked'],
} as const satisfies Record<CallDirection, readonly string[]>;
export const phoneResults = ['talked', 'noAnswer', 'busy', 'wrongNumber', 'nuisance'] as const;
export type PhoneResult = (typeof phoneResults)[number];

/** What a telephone system tells us, in any order and as often as it likes. */
export const exchangeEvents = ['ringing', 'answered', 'ended', 'missed', 'recording'] as const;
export type ExchangeEvent = (typeof exchangeEvents)[number];

/**
 * Within so many working minutes a missed call is called back. No rule of the trade counts it; half an hour is practice,
 * and a shop sets its own.
 */
export const usualCallBackMinutes = 30;
