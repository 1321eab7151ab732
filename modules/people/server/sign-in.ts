import { tenantByCode } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Database } from '#platform/database.ts';
import { guessing, type Secret, WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import type { Limit } from '#platform/throttle.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { entranceRoutes } from '../contract.ts';
import { refuseLocalWay } from './local-ways.ts';
import { networkOf } from './network.ts';
import { hashPassword, isOutdated, isPassword } from './passwords.ts';
import { renewHash } from './queries.ts';
import { comerCalled, type Entrant, entrantOf } from './queries-sessions.ts';
import {
  hashDevice,
  type Opened,
  openSession,
  owedBy,
  rememberDevice,
  type SessionFactor,
  type Visitor,
} from './sessions.ts';

/** A session, and what the browser keeps to be known again. */
export interface Entered extends Opened {
  device?: string;
}

/**
 * Twenty failures from one address or /64 in a quarter of an hour (G-46). A whole shop sits behind one address, so
 * successes do not count, and who signs in at a device that knows him is counted by that device alone: the limit
 * meets strangers. The ceiling over all addresses is for guesses that come from everywhere.
 */
export const limitsFor = (address: string): Limit[] => [
  { key: `login-from:${networkOf(address)}`, most: 20, windowMinutes: 15 },
  { key: 'login-from:all', most: 1000, windowMinutes: 15 },
];

/** At a device that knows him a person's guesses are counted apart: a stranger's keep him out nowhere else. */
export const secretOf = (
  kind: 'login' | 'factor',
  whose: string,
  now: Date,
  knownDevice: Buffer | null,
): Secret => ({
  key: `${kind}:${whose}${knownDevice ? `:${knownDevice.toString('base64url')}` : ''}`,
  now,
  clears: true,
});

/** Counts before the password is looked at; the same answer and cost for an unknown name. */
export async function signIn(
  host: Host,
  { username: typed, password, tenant }: BodyOf<typeof entranceRoutes.signIn>,
  visitor: Visitor,
): Promise<Entered> {
  const username = typed.toLowerCase();
  const tenantId = await tenantFor(host.database, tenant);
  const now = host.clock.now(tenantId);
  const device = hashDevice(visitor.device);
  const comer = tenantId
    ? await comerCalled(readingIn(host, tenantId), username, device)
    : undefined;
  const known = comer?.knowsDevice ? device : null;
  const secret = secretOf('login', `${tenantId ?? tenant ?? ''}:${username}`, now, known);
  const limits = known ? [] : limitsFor(visitor.address);
  const welcome = await guessing(host.database, secret, limits, host.clock.now(), async () => {
    const usable = comer?.isWelcome ? comer : undefined;
    const isRight = await isPassword(usable?.passwordHash, password);
    if (!isRight || !usable) throw new WrongSecret(401, 'wrong_login');
    return usable;
  });
  const { employeeId, passwordHash } = welcome;
  const fresh = isOutdated(passwordHash) ? await hashPassword(password) : undefined;
  return writingIn(host, tenantId!, async (work) => {
    await refuseLocalWay(work, employeeId);
    if (fresh) await renewHash(work, employeeId, passwordHash, fresh);
    const person = (await entrantOf(work, employeeId, device))!;
    return enter(work, person, visitor, person.trustsDevice ? 'device' : undefined);
  });
}

/** Lets a person in who has shown a first secret: wholly, or only as far as to the second step. */
export async function enter(
  work: Work,
  person: Pick<Entrant, 'employeeId' | 'hasFactor' | 'neededFrom' | 'mustChange'>,
  visitor: Visitor,
  factor?: SessionFactor,
  isTrusted = false,
): Promise<Entered> {
  const { employeeId } = person;
  const owes = owedBy({ ...person, factor: factor ?? null }, work.now);
  const opened = await openSession(work, employeeId, visitor, { factor, owes });
  if (owes === 'factor') return opened;
  const { sessionId } = opened;
  const device = await rememberDevice(work, { employeeId, sessionId }, visitor, isTrusted);
  return { ...opened, device };
}

/**
 * For a way in of another module (a sign-on elsewhere), which has made sure who it is: the session that his factors
 * leave him. `provider`: it asked for a second factor itself. `undefined` for one who may not come in.
 */
export async function enterAs(
  work: Work,
  employeeId: string,
  visitor: Visitor,
  factor?: SessionFactor,
): Promise<Entered | undefined> {
  const person = await entrantOf(work, employeeId, hashDevice(visitor.device));
  if (!person?.isWelcome) return undefined;
  return enter(work, person, visitor, factor ?? (person.trustsDevice ? 'device' : undefined));
}

async function tenantFor(
  database: Database,
  code: string | undefined,
): Promise<string | undefined> {
  const { rows } = await database.global(tenantByCode, [code ?? null]);
  if (code === undefined && rows.length > 1) {
    throw new Problem(422, 'tenant_needed', {}, [{ pointer: '/tenant', code: 'tenant_needed' }]);
  }
  return rows[0]?.id as string | undefined;
}

const settingIn = ({ clock, secrets }: Host, tenantId: string) => ({
  actor: systemActor(tenantId, 'people.signIn'),
  now: clock.now(tenantId),
  secrets,
});
export const readingIn = (host: Host, tenantId: string): Work =>
  readingWork(host.database, settingIn(host, tenantId));
export const writingIn = <Result>(
  host: Host,
  tenantId: string,
  body: (work: Work) => Promise<Result>,
): Promise<Result> => writingWork(host.database, settingIn(host, tenantId), body, host.live.tell);
