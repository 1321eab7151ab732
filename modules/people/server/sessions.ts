import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { Owing } from '#shared/route.ts';
import { peopleEvents } from '../events.ts';
import { insertSession, noteDevice, revokeSessions, updateSession } from './queries-sessions.ts';
import { hashSecret, newSecret, writeToken } from './tokens.ts';

export interface Visitor {
  address: string;
  userAgent: string;
  /** The secret that this browser was given when somebody first signed in with it. */
  device?: string;
}
export interface Opened {
  token: string;
  tenantId: string;
  sessionId: string;
  expiresAt: Date;
}

/** A working day without a pause, and no longer. */
export const sessionHours = 14;
const minutesWhileOwing = { factor: 10, password: 60, setup: 60 } as const satisfies Record<
  Owing,
  number
>;
const trustedDays = 30;

/** With what a session was opened beyond the password (`provider`: a sign-on elsewhere that asked for one itself). */
export type SessionFactor = 'totp' | 'passkey' | 'recovery' | 'device' | 'provider';

interface Standing {
  factor: string | null;
  hasFactor: boolean;
  neededFrom: string | null;
  mustChange: boolean;
}

/** What a session lacks: the factor that its person has, or, from the day on which he needs one, that he sets one up. */
export function owedBy(
  { factor, hasFactor, neededFrom, mustChange }: Standing,
  now: Date,
): Owing | undefined {
  if (factor === null && hasFactor) return 'factor';
  // Who was vouched for elsewhere has not used the password that is to be changed.
  if (mustChange && factor !== 'provider') return 'password';
  if (factor !== null) return undefined;
  return neededFrom !== null && neededFrom <= dateIn(zoneOfTenant, now) ? 'setup' : undefined;
}

export interface Opening {
  factor?: SessionFactor;
  owes?: Owing;
}

/**
 * A session's secret exists here and with its bearer; the table has only its hash. Opened is proved: who opens one
 * has just shown who he is.
 */
export async function openSession(
  work: Work,
  employeeId: string,
  visitor: Visitor,
  { factor, owes }: Opening = {},
): Promise<Opened> {
  const secret = newSecret();
  const minutes = owes ? minutesWhileOwing[owes] : sessionHours * 60;
  const expiresAt = new Date(work.now.getTime() + minutes * 60_000);
  const row = await insertSession(work, {
    secretHash: hashSecret(secret),
    employeeId,
    lastSeenAt: work.now,
    provedAt: work.now,
    factor: factor ?? null,
    expiresAt,
    userAgent: visitor.userAgent.slice(0, 300),
    address: visitor.address.slice(0, 60),
  });
  const kind = owes === 'factor' ? peopleEvents.signInBegun : peopleEvents.signedIn;
  await work.emit(kind, { employeeId, sessionId: row.id }, { type: 'session', id: row.id });
  const { tenantId } = work.actor;
  const token = writeToken({ tenantId, id: row.id, secret });
  return { token, tenantId, sessionId: row.id, expiresAt };
}

/** Who has changed the password that others knew: the session now lasts as long as any other. */
export async function sessionOwesNoMore(work: Work): Promise<void> {
  const { sessionId, owes } = work.actor;
  if (sessionId === undefined || owes !== 'password') return;
  const expiresAt = new Date(work.now.getTime() + sessionHours * 3_600_000);
  await updateSession(work, sessionId, { expiresAt });
}

/** Who has set up a factor in this session has given it; it now lasts as long as any other. */
export async function sessionGaveFactor(work: Work, factor: SessionFactor): Promise<void> {
  const { sessionId } = work.actor;
  if (sessionId === undefined) return;
  const expiresAt = new Date(work.now.getTime() + sessionHours * 3_600_000);
  const change = work.actor.owes ? { factor, expiresAt } : { factor };
  await updateSession(work, sessionId, change);
}

/** Ends sessions of a person; each is told, so that every instance forgets it. */
export async function endSessions(
  work: Work,
  employeeId: string,
  which: { only?: string; but?: string },
): Promise<number> {
  const ended = await revokeSessions(work, employeeId, which);
  for (const { id } of ended) {
    const data = { employeeId, sessionId: id };
    await work.emit(peopleEvents.signedOut, data, { type: 'session', id });
  }
  return ended.length;
}

export const hashDevice = (device: string | undefined): Buffer | null =>
  device !== undefined && /^[\w-]{43}$/.test(device) ? hashSecret(device) : null;

/**
 * Notes from which browser a person came in; one that is new to him, while others are known, is told to him.
 * @returns the browser's secret, which it keeps
 */
export async function rememberDevice(
  work: Work,
  { employeeId, sessionId }: { employeeId: string; sessionId: string },
  visitor: Visitor,
  isTrusted = false,
): Promise<string> {
  const device = hashDevice(visitor.device) ? visitor.device! : newSecret();
  const trustedUntil = isTrusted
    ? new Date(work.now.getTime() + trustedDays * 24 * 3_600_000)
    : null;
  const seen = await noteDevice(work, { employeeId, device: hashSecret(device), trustedUntil });
  if (seen.isNew && seen.hasOthers) {
    const userAgent = visitor.userAgent.slice(0, 300);
    const data = { employeeId, sessionId, userAgent, address: visitor.address.slice(0, 60) };
    await work.emit(peopleEvents.newDevice, data, { type: 'employee', id: employeeId });
  }
  return device;
}
