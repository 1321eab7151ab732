import type { ReminderKind } from '#modules/customers/contract.ts';
import { hasSwitchedOff } from '#modules/customers/server/index.ts';
import { settingOf } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, isOpen, nextOpen } from '#shared/business-calendar.ts';
import { defaultContactHours } from '#shared/default-calendars.ts';
import { carriedChannels } from '../contract.ts';
import { type Allowance, allowanceOf, marketingLately } from './queries.ts';
import { isHeldByRestriction } from './restricted.ts';

/** Why a message waits, and until when if it may go out by itself then. */
export interface Wait {
  reason: string;
  /** Else somebody or something has to change first. */
  until?: Date;
}

/** At most so many advertisements to one customer within so many days, over all channels together (CAR-04). */
export interface Cap {
  most: number;
  days: number;
}
export const capSetting = 'messages.cap';
/** No source names a number; two in thirty days is what we hold to be no nuisance. A house sets its own. */
export const defaultCap: Cap = { most: 2, days: 30 };
export const capAt = (work: Work, orgPath: string) =>
  settingOf<Cap>(work, capSetting, orgPath, defaultCap);

export const isCarried = (channel: string) =>
  (carriedChannels as readonly string[]).includes(channel);

const dayInMs = 86_400_000;

interface Made {
  /** Null while it is being written. */
  id: string | null;
  customerId: string;
  orgPath: string;
  channel: string;
  purpose: string;
  address: string;
  aboutType: string | null;
  aboutId?: string | null;
  /** What kind of reminder it is; empty for none. */
  remindsOf?: string;
}

type CallingOff = (work: Work, aboutId: string) => Promise<boolean>;
const callingOff = new Map<string, CallingOff>();
/** Says when what messages are about was stopped: none of them leaves the house from then on. */
export function defineCallingOff(aboutType: string, isCalledOff: CallingOff): void {
  callingOff.set(aboutType, isCalledOff);
}
const isCalledOff = async (work: Work, { aboutType, aboutId }: Made): Promise<boolean> =>
  typeof aboutId === 'string' &&
  ((await callingOff.get(aboutType ?? '')?.(work, aboutId)) ?? false);

/**
 * What forbids a message now: asked when it is written and again when it is sent, since a customer may have opted out a
 * second before (CAR-04). A reminder needs that he did not switch its kind off; other service messages keep to restriction alone; advertising needs consent, keeps to the cap over
 * all channels and to the hours at which the customer may be disturbed (PIPL 13–15, FUP-01).
 */
export async function whatForbids(work: Work, made: Made): Promise<Wait | undefined> {
  if (await isCalledOff(work, made)) return { reason: 'called_off' };
  if (made.address === '' && isCarried(made.channel)) return { reason: 'no_address' };
  if (await isHeldByRestriction(work, made)) return { reason: 'restricted' };
  const { customerId, remindsOf = '' } = made;
  if (made.purpose === 'service' && remindsOf === '') return undefined;
  const allowance = await allowanceOf(work, customerId, made.channel, made.purpose);
  if (allowance?.preferredChannel === 'none') return { reason: 'wishes_none' };
  if (remindsOf !== '' && (await hasSwitchedOff(work, customerId, remindsOf as ReminderKind)))
    return { reason: 'reminder_off' };
  if (made.purpose === 'service') return undefined;
  if (!allowance?.agreed) return { reason: 'no_consent' };
  const until = await cappedUntil(work, made);
  if (until) return { reason: 'too_often', until };
  const hours = contactHours(allowance);
  return isOpen(hours, work.now)
    ? undefined
    : { reason: 'quiet_hours', until: nextOpen(hours, work.now) };
}

async function cappedUntil(work: Work, { id, customerId, orgPath }: Made) {
  const { most, days } = await capAt(work, orgPath);
  const since = new Date(work.now.getTime() - days * dayInMs);
  const { many, oldestAt } = await marketingLately(work, { customerId, messageId: id, since });
  if (many < most) return undefined;
  const freeAt = (oldestAt ?? work.now).getTime() + days * dayInMs;
  return new Date(Math.max(freeAt, work.now.getTime() + 60_000));
}

/** The customer's own hours where he named them, else the hours at which people may be called. */
function contactHours({ callFrom, callUntil }: Allowance): Calendar {
  if (callFrom === null || callUntil === null || callFrom >= callUntil) return defaultContactHours;
  const day = [{ from: callFrom, to: callUntil }];
  const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day };
  return { ...defaultContactHours, weekly };
}
