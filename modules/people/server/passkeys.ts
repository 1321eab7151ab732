import { randomBytes } from 'node:crypto';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { isUuid } from '#platform/ids.ts';
import type { BodyOf } from '#shared/route.ts';
import type { factorRoutes, PasskeyAnswer, PasskeyQuestion } from '../contract.ts';
import type { PasskeyRow } from './queries-factors.ts';

/** To whom a passkey belongs: the host of the address that people use, never what a request claims (D-60). */
export function relyingParty(publicUrl: string): { id: string; origin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}

export const questionMinutes = 5;
export const newQuestion = (): string => randomBytes(32).toString('base64url');

/** Which question an answer answers; `undefined` where it is none. */
export function questionOf(clientDataJSON: string): string | undefined {
  try {
    const said = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as object;
    const { challenge } = said as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : undefined;
  } catch {
    // Not JSON: then it answers nothing, like any other wrong answer.
    return undefined;
  }
}

/** A passkey knows whose it is by itself, so that it signs in without a user name: tenant and person. */
export const handleOf = (tenantId: string, employeeId: string): string =>
  Buffer.from((tenantId + employeeId).replaceAll('-', ''), 'hex').toString('base64url');

export function personOf(
  handle: string | undefined,
): { tenantId: string; employeeId: string } | undefined {
  const hex = Buffer.from(handle ?? '', 'base64url').toString('hex');
  if (hex.length !== 64) return undefined;
  const [tenantId, employeeId] = [dashed(hex.slice(0, 32)), dashed(hex.slice(32))];
  return isUuid(tenantId) && isUuid(employeeId) ? { tenantId, employeeId } : undefined;
}
const dashed = (hex: string) => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

export const questionFor = (
  publicUrl: string,
  challenge: string,
  keys: readonly PasskeyRow[],
  userVerification: PasskeyQuestion['userVerification'],
): PasskeyQuestion => ({
  challenge,
  rpId: relyingParty(publicUrl).id,
  timeout: questionMinutes * 60_000,
  userVerification,
  allowCredentials: keys.map((key) => ({ id: key.credentialId, transports: key.transports })),
});

export interface Checked {
  publicUrl: string;
  /** The question, taken out of the database just now. */
  challenge: string;
  /** The authenticator looked at a finger, a face or a PIN: needed where nothing else is asked. */
  mustVerify: boolean;
}

/** The counter that the key signed, or `undefined` where signature, question, address or bearer are not right. */
export async function verifiedCount(
  key: PasskeyRow,
  answer: PasskeyAnswer,
  { publicUrl, challenge, mustVerify }: Checked,
): Promise<number | undefined> {
  const { id, origin } = relyingParty(publicUrl);
  const { authenticatorData, clientDataJSON, signature } = answer;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: {
        id: answer.id,
        rawId: answer.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { authenticatorData, clientDataJSON, signature },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: mustVerify,
      // Zero: that the counter rises is held by the database, where two answers at once meet.
      credential: { id: key.credentialId, publicKey: new Uint8Array(key.publicKey), counter: 0 },
    });
    return verified ? authenticationInfo.newCounter : undefined;
  } catch {
    // The library throws for everything that is not true of the answer; which part it was is nobody's business.
    return undefined;
  }
}

/** Ed25519, P-256, RSA: what authenticators make today, the best first. */
const keyKinds = [-8, -7, -257] as const;

type Made = BodyOf<typeof factorRoutes.addPasskey>;

/** What a new passkey is known by, or `undefined` where the answer does not fit its question. */
export async function madePasskey(
  made: Made,
  { publicUrl, challenge }: Omit<Checked, 'mustVerify'>,
) {
  const { id, origin } = relyingParty(publicUrl);
  const { clientDataJSON, attestationObject } = made;
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: {
        id: made.id,
        rawId: made.id,
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON, attestationObject },
      },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: id,
      requireUserVerification: false,
      supportedAlgorithmIDs: [...keyKinds],
    });
    if (!verified) return undefined;
    const { credential, credentialDeviceType } = registrationInfo;
    return {
      credentialId: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      signCount: credential.counter,
      isSynced: credentialDeviceType === 'multiDevice',
    };
  } catch {
    // As above: the answer is not what it claims to be.
    return undefined;
  }
}
