import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { PasskeyAnswer, PasskeyQuestion } from '#modules/people/contract.ts';
import { ApiProblem } from '#shared/call.ts';

/** Browsers hand out passkeys only over https and on the machine itself; a shop's plain http address has none. */
export const hasPasskeys = (): boolean =>
  window.isSecureContext && typeof window.PublicKeyCredential === 'function';

/** What the person did at the device, or did not do: told like any other refusal, in words of the page. */
function refusal(thrown: unknown, words: { title: string; detail: string }): ApiProblem {
  const { name } = thrown as Error;
  return new ApiProblem(0, { code: `passkey_${name}`, ...words });
}

/** Asks the device. @throws ApiProblem when the person cancels or the device has no such passkey */
export async function answerOf(
  question: PasskeyQuestion,
  words: { title: string; detail: string },
): Promise<PasskeyAnswer> {
  try {
    const { allowCredentials, ...asked } = question;
    const answer = await startAuthentication({
      optionsJSON: {
        ...asked,
        allowCredentials: allowCredentials.map(({ id, transports }) => ({
          id,
          type: 'public-key',
          transports: transports as AuthenticatorTransport[],
        })),
      },
    });
    const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response;
    return {
      id: answer.id,
      ...{ clientDataJSON, authenticatorData, signature },
      ...(userHandle !== undefined && { userHandle }),
    };
  } catch (thrown) {
    throw refusal(thrown, words);
  }
}

interface Wanted {
  challenge: string;
  rpId: string;
  rpName: string;
  userId: string;
  userName: string;
  displayName: string;
  exclude: readonly string[];
}

/** Ed25519, P-256, RSA, as the server takes them. */
const keyKinds = [-8, -7, -257] as const;

/** Lets the device make a passkey. @throws ApiProblem when the person cancels or the device knows one already */
export async function madeFor(wanted: Wanted, words: { title: string; detail: string }) {
  try {
    const { id, response } = await startRegistration({
      optionsJSON: {
        challenge: wanted.challenge,
        rp: { id: wanted.rpId, name: wanted.rpName },
        user: { id: wanted.userId, name: wanted.userName, displayName: wanted.displayName },
        pubKeyCredParams: keyKinds.map((alg) => ({ alg, type: 'public-key' })),
        excludeCredentials: wanted.exclude.map((known) => ({ id: known, type: 'public-key' })),
        authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
        attestation: 'none',
      },
    });
    const { clientDataJSON, attestationObject, transports } = response;
    return { id, clientDataJSON, attestationObject, transports: transports ?? [] };
  } catch (thrown) {
    throw refusal(thrown, words);
  }
}
