import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Factor, factorRoutes, Passkey, SecondFactors } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { answeredQuestion, ask, type BoundTo } from './giving-factors.ts';
import { handleOf, madePasskey, relyingParty } from './passkeys.ts';
import {
  codesLeft,
  deleteCodes,
  deletePasskeys,
  deleteTotp,
  insertCodes,
  insertPasskey,
  keepTotp,
  lockFactors,
  type PasskeyRow,
  passkeysOf,
  pendTotp,
  totpOf,
} from './queries-factors.ts';
import { entrantOf, untrustDevices } from './queries-sessions.ts';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.ts';
import { endSessions, sessionGaveFactor } from './sessions.ts';
import { newTotpKey, totpStepOf, totpUri } from './totp.ts';

const mostPasskeys = 10;
const aboutMe = (work: Work) => ({ type: 'employee', id: work.actor.id });
const boundToMe = (work: Work): BoundTo => `register:${work.actor.sessionId ?? work.actor.id}`;

/** One's own second factors, and whether one needs them. */
export async function ownFactors(work: Work): Promise<SecondFactors> {
  const me = work.actor.id;
  const totp = await totpOf(work, me);
  const neededFrom = (await entrantOf(work, me, null))?.neededFrom ?? null;
  const { confirmedAt, lastUsedAt } = totp ?? {};
  return {
    totp: confirmedAt ? wire({ confirmedAt, lastUsedAt: lastUsedAt ?? null }) : null,
    passkeys: (await passkeysOf(work, me)).map(shownPasskey),
    recoveryCodesLeft: await codesLeft(work, me),
    neededFrom,
    isNeeded: isDue(work, neededFrom),
  };
}

const isDue = (work: Work, neededFrom: string | null) =>
  neededFrom !== null && neededFrom <= dateIn(zoneOfTenant, work.now);

export function shownPasskey(row: PasskeyRow): Passkey {
  const { id, name, createdAt, lastUsedAt, isSynced, doubtedAt } = row;
  return wire({ id, name, createdAt, lastUsedAt, isSynced, doubtedAt });
}

/** A key that counts only after its first code; an older one goes on counting until then. */
export async function beginTotp(
  work: Work,
  { secrets }: Host,
  names: { tenantName: string; username: string },
): Promise<{ key: string; uri: string }> {
  const key = newTotpKey();
  await pendTotp(work, work.actor.id, secrets.seal(key));
  return { key, uri: totpUri(`景明 ${names.tenantName}`, names.username, key) };
}

export async function confirmTotp(work: Work, { secrets }: Host, code: string) {
  const me = work.actor.id;
  await lockFactors(work, me);
  const row = await totpOf(work, me);
  const digits = code.replaceAll(' ', '');
  const step =
    row?.pending && /^\d{6}$/.test(digits)
      ? totpStepOf(secrets.unseal(row.pending), digits, work.now)
      : undefined;
  if (step === undefined || !row?.pending) throw wrongCode();
  await keepTotp(work, me, row.pending, step);
  return { recoveryCodes: await added(work, 'totp', '') };
}

const wrongCode = () =>
  new WrongSecret(422, 'wrong_factor', {}, [{ pointer: '/code', code: 'wrong_factor' }]);

/** What the browser asks an authenticator to make, and for whom. */
export async function beginPasskey(
  work: Work,
  { publicUrl }: Host,
  names: { name: string; username: string },
) {
  const { tenantId, id: me } = work.actor;
  const known = await passkeysOf(work, me);
  if (known.length >= mostPasskeys) throw new Problem(422, 'too_many_passkeys');
  return {
    challenge: await ask(work, boundToMe(work)),
    rpId: relyingParty(publicUrl).id,
    rpName: '景明',
    userId: handleOf(tenantId, me),
    userName: names.username,
    displayName: names.name,
    exclude: known.map(({ credentialId }) => credentialId),
  };
}

export async function addPasskey(
  work: Work,
  { publicUrl }: Host,
  made: BodyOf<typeof factorRoutes.addPasskey>,
) {
  const me = work.actor.id;
  const challenge = await answeredQuestion(work, made.clientDataJSON, boundToMe(work));
  const passkey = challenge && (await madePasskey(made, { publicUrl, challenge }));
  if (!passkey) throw new Problem(422, 'passkey_refused');
  await lockFactors(work, me);
  if ((await passkeysOf(work, me)).length >= mostPasskeys)
    throw new Problem(422, 'too_many_passkeys');
  const row = await insertPasskey(work, {
    ...passkey,
    employeeId: me,
    name: made.name,
    transports: made.transports ?? [],
  });
  return { passkey: shownPasskey(row), recoveryCodes: await added(work, 'passkey', made.name) };
}

/** Others of one's sessions end, no device is trusted any more; with the first factor come the recovery codes. */
async function added(work: Work, factor: Factor, name: string): Promise<string[]> {
  const me = work.actor.id;
  await sessionGaveFactor(work, factor === 'totp' ? 'totp' : 'passkey');
  await endSessions(work, me, { but: work.actor.sessionId });
  await untrustDevices(work, me);
  await work.emit(peopleEvents.factorAdded, { employeeId: me, factor, name }, aboutMe(work));
  return (await codesLeft(work, me)) === 0 ? makeCodes(work) : [];
}

async function makeCodes(work: Work): Promise<string[]> {
  const employeeId = work.actor.id;
  const codes = newRecoveryCodes();
  await deleteCodes(work, employeeId);
  await insertCodes(
    work,
    codes.map((code) => ({ employeeId, codeHash: hashRecoveryCode(code) })),
  );
  await work.emit(peopleEvents.recoveryCodesMade, { employeeId }, aboutMe(work));
  return codes;
}

/** Ten new ones; whoever found the old sheet holds nothing. */
export async function renewCodes(work: Work): Promise<{ recoveryCodes: string[] }> {
  const me = work.actor.id;
  await lockFactors(work, me);
  if (!(await entrantOf(work, me, null))?.hasFactor) throw new Problem(422, 'factor_missing');
  return { recoveryCodes: await makeCodes(work) };
}

export async function removeTotp(work: Work): Promise<void> {
  await lockFactors(work, work.actor.id);
  if ((await deleteTotp(work, work.actor.id)) === 0) throw notFound();
  await removed(work, 'totp', '');
}

export async function removePasskey(work: Work, passkeyId: string): Promise<void> {
  await lockFactors(work, work.actor.id);
  const [row] = await deletePasskeys(work, work.actor.id, passkeyId);
  if (!row) throw notFound();
  await removed(work, 'passkey', row.name);
}

/** Who needs a factor keeps one; with the last one the recovery codes go too. */
async function removed(work: Work, factor: Factor, name: string): Promise<void> {
  const me = work.actor.id;
  const after = await entrantOf(work, me, null);
  if (!after?.hasFactor) {
    if (isDue(work, after?.neededFrom ?? null)) throw new Problem(422, 'factor_needed');
    await deleteCodes(work, me);
  }
  await endSessions(work, me, { but: work.actor.sessionId });
  await untrustDevices(work, me);
  await work.emit(peopleEvents.factorRemoved, { employeeId: me, factor, name }, aboutMe(work));
}

/** All of a person's, after a loss; he sets up new ones at the next sign-in if he needs them. */
export async function removeAllFactors(work: Work, employeeId: string): Promise<void> {
  await lockFactors(work, employeeId);
  await deleteTotp(work, employeeId);
  await deletePasskeys(work, employeeId, null);
  await deleteCodes(work, employeeId);
  await untrustDevices(work, employeeId);
  await endSessions(work, employeeId, {});
}
