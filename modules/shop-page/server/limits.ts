import type { BookedKind } from '../contract-vocabulary.ts';

/** How much one address and one telephone may ask of a shop's page: a family that books, no robot. No outside service. */
export const limits = {
  readsAMinute: 60,
  readsADay: 1_500,
  /** Forms sent from one address. */
  bookingsAnHour: 6,
  bookingsADay: 15,
  /** From one telephone; a robot changes addresses, and fills in numbers that are not his. */
  perPhoneADay: 8,
  /** Of one telephone, still to come. */
  openPerPhone: 3,
  /** Of one shop, from all addresses together: beyond it the desk is asked by telephone. */
  perShopADay: 200,
} as const;

/** Nobody who has just looked is there within the hour, and the desk wants to read it first. */
export const bookableInHours = 1;
/** As many free times as a telephone shows. */
export const timesShown = 24;
/** A link lives until the day after the appointment, within these bounds. */
export const linkDays = { least: 2, most: 60 } as const;
/** A link to one's data: long enough to read a message, short enough to be forgotten. */
export const dataLink = { validDays: 7, maxUses: 20 } as const;

/** How long what is booked usually takes: practice of the trade, no law. The desk plans it anew when it knows more. */
export const usualMinutes: Readonly<Record<BookedKind, number>> = {
  maintenance: 90,
  repair: 60,
  inspection: 60,
  wash: 30,
};
