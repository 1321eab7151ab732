import { defineLifecycle } from '#shared/lifecycle.ts';

/** Mail waits for a decision: a complaint of its own, a word to one that is open, or none at all. */
export const incomingMailLife = defineLifecycle({
  initial: 'waiting',
  states: ['waiting', 'opened', 'added', 'filed'],
  steps: {
    open: { from: ['waiting'], to: 'opened' },
    add: { from: ['waiting'], to: 'added' },
    file: { from: ['waiting'], to: 'filed' },
    putBack: { from: ['filed'], to: 'waiting' },
  },
});
export type IncomingMailState = (typeof incomingMailLife.states)[number];
export type IncomingMailStep = keyof typeof incomingMailLife.steps;

/** Why a letter is no complaint; the order is that of the number keys. */
export const filings = [
  'noComplaint',
  'enquiry',
  'advertisement',
  'automatic',
  'wrongAddress',
] as const;
export type Filing = (typeof filings)[number];

/** What a reader has to know first of a letter; whoever bears one of these is never answered by itself. */
export const marks = ['own', 'loop', 'automatic', 'bulk', 'flood', 'broken', 'cut'] as const;
export type Mark = (typeof marks)[number];
/** These are answered by nobody but people (RFC 3834, 2). */
export const neverAnswered: readonly Mark[] = ['own', 'loop', 'automatic', 'bulk', 'flood'];
/** Nobody owes an answer to what the house wrote itself, nor to one of hundreds in an hour: they start no clock. */
export const withoutClock: readonly Mark[] = ['own', 'loop', 'flood'];

/** What the trusted mail server found out about a sender. */
export const standings = ['verified', 'unverified', 'unchecked', 'failed'] as const;
export type Standing = (typeof standings)[number];

/** Why something that was attached is not here. */
export const leftOuts = ['tooLarge', 'tooMany', 'kind', 'broken', 'usedUp', 'notFetched'] as const;
export type LeftOut = (typeof leftOuts)[number];

/** What stands against fetching from a mailbox. */
export const mailboxFaults = [
  'login',
  'folder',
  'notAllowed',
  'certificate',
  'noTls',
  'unreachable',
  'tooSlow',
  'refused',
] as const;
export type MailboxFault = (typeof mailboxFaults)[number];

/**
 * Bounds of what is taken in. Forty files is what telephones send at once; what lies beyond is named, and still lies in
 * the mailbox.
 */
export const mostFiles = 40;
/** As every file of the house (platform/files.ts). */
export const mostFileBytes = 20 * 1024 * 1024;
/** Of one letter; of a larger one the first mebibyte is taken. Mail servers take 25 to 50 MB. */
export const mostMailBytes = 40 * 1024 * 1024;
/** Characters of words that are kept. */
export const mostBody = 100_000;
/**
 * So many letters of one sender within an hour are a flood. No source names a number: somebody who is angry writes
 * five, a loop writes hundreds (2026-11).
 */
export const floodPerHour = 10;
/** As shipped: four hours of business, so that twenty of the twenty-four of CMP-03 are left. */
export const usualDecideMinutes = 240;
