import type { Host } from '#platform/host.ts';
import type { Work } from '#platform/work.ts';
import type { Factor, PasskeyAnswer, PasskeyQuestion } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import {
  newQuestion,
  questionFor,
  questionMinutes,
  questionOf,
  verifiedCount,
} from './passkeys.ts';
import {
  acceptStep,
  answerOnce,
  askOnce,
  codesLeft,
  doubtPasskey,
  notePasskeyUse,
  type PasskeyRow,
  passkeysOf,
  takeCode,
  totpOf,
} from './queries-factors.ts';
import { hashRecoveryCode } from './recovery-codes.ts';
import { totpStepOf } from './totp.ts';

export interface Given {
  code?: string;
  passkey?: PasskeyAnswer;
}

/** What a question to a passkey was asked for: its answer opens nothing else. */
export type BoundTo = `${'factor' | 'prove' | 'register'}:${string}`;

/**
 * The factor that was shown, or `undefined` where it was not the right one. What was shown is used up in this
 * transaction: a time step, a recovery code, a question each count once.
 */
export async function takeFactor(
  work: Work,
  host: Host,
  employeeId: string,
  { code, passkey }: Given,
  boundTo: BoundTo,
): Promise<Factor | undefined> {
  if (passkey) {
    const isRight = await takePasskey(work, host, employeeId, passkey, boundTo);
    return isRight ? 'passkey' : undefined;
  }
  const digits = (code ?? '').replaceAll(' ', '');
  if (/^\d{6}$/.test(digits)) {
    return (await takeTotp(work, host, employeeId, digits)) ? 'totp' : undefined;
  }
  return (await takeRecovery(work, employeeId, code ?? '')) ? 'recovery' : undefined;
}

/** A code of the app; `false` also for one that was used. */
export async function takeTotp(
  work: Work,
  { secrets }: Host,
  employeeId: string,
  code: string,
): Promise<boolean> {
  const row = await totpOf(work, employeeId);
  if (!row?.secret) return false;
  const step = totpStepOf(secrets.unseal(row.secret), code, work.now);
  return step !== undefined && acceptStep(work, employeeId, step);
}

async function takeRecovery(work: Work, employeeId: string, code: string): Promise<boolean> {
  if (!(await takeCode(work, employeeId, hashRecoveryCode(code)))) return false;
  const left = await codesLeft(work, employeeId);
  const about = { type: 'employee', id: employeeId };
  await work.emit(peopleEvents.recoveryCodeUsed, { employeeId, left }, about);
  return true;
}

export async function askPasskey(
  work: Work,
  host: Host,
  employeeId: string,
  boundTo: BoundTo,
): Promise<PasskeyQuestion> {
  const challenge = await ask(work, boundTo);
  return questionFor(host.publicUrl, challenge, await passkeysOf(work, employeeId), 'preferred');
}

/** Asks once, for five minutes. */
export async function ask(work: Work, boundTo: BoundTo): Promise<string> {
  const challenge = newQuestion();
  const expiresAt = new Date(work.now.getTime() + questionMinutes * 60_000);
  await askOnce(work, challenge, boundTo, expiresAt);
  return challenge;
}

/** The question that was answered, now used up; `undefined` for one that was not asked here, or is too old. */
export async function answeredQuestion(
  work: Work,
  clientDataJSON: string,
  boundTo: BoundTo,
): Promise<string | undefined> {
  const challenge = questionOf(clientDataJSON);
  return challenge !== undefined && (await answerOnce(work, challenge, boundTo))
    ? challenge
    : undefined;
}

async function takePasskey(
  work: Work,
  { publicUrl }: Host,
  employeeId: string,
  answer: PasskeyAnswer,
  boundTo: BoundTo,
): Promise<boolean> {
  const challenge = await answeredQuestion(work, answer.clientDataJSON, boundTo);
  if (challenge === undefined) return false;
  const checked = { publicUrl, challenge, mustVerify: false };
  return spendPasskey(work, employeeId, answer, checked);
}

/** Whether it is a passkey of this person and its answer right. A counter that fell back is put on record and refused. */
export async function spendPasskey(
  work: Work,
  employeeId: string,
  answer: PasskeyAnswer,
  checked: Parameters<typeof verifiedCount>[2],
): Promise<boolean> {
  const key = (await passkeysOf(work, employeeId)).find((one) => one.credentialId === answer.id);
  if (!key) return false;
  const signCount = await verifiedCount(key, answer, checked);
  if (signCount === undefined) return false;
  if (await notePasskeyUse(work, key.id, signCount)) return true;
  await doubt(work, key);
  return false;
}

async function doubt(work: Work, { id, employeeId, name }: PasskeyRow): Promise<void> {
  await doubtPasskey(work, id);
  const about = { type: 'employee', id: employeeId };
  await work.emit(peopleEvents.passkeyDoubted, { employeeId, passkeyId: id, name }, about);
}
