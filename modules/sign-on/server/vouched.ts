import * as openid from 'openid-client';
import { callbackOf, clientOf, type Outside } from './client.ts';
import type { ProviderRow } from './queries.ts';

/** For whom a provider has vouched, and what it says of him. */
export interface Vouched {
  issuer: string;
  subject: string;
  name: string;
  /** In small letters; empty where it does not say, or says only an address that nobody verified. */
  username: string;
  /** The domain of a verified mail address, or empty. */
  emailDomain: string;
  groups: readonly string[];
  /** Whether it asked him for a second factor itself, in a word that the owner accepts. */
  hasFactor: boolean;
}

interface Proof {
  /** All that came with the person on his way back. */
  search: string;
  state: string;
  nonce: string;
  verifier: string;
}

/**
 * Exchanges the code that a person brought for what the provider says of him. Issuer, audience, signature, times, nonce
 * and state are checked by the library; anything wrong throws.
 */
export async function vouchedBy(
  outside: Outside,
  provider: ProviderRow,
  { search, state, nonce, verifier }: Proof,
  now: Date,
): Promise<Vouched> {
  const client = await clientOf(outside, provider, now);
  const tokens = await openid.authorizationCodeGrant(
    client,
    new URL(callbackOf(outside) + search),
    {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
    },
  );
  const token = tokens.claims();
  if (!token) throw new openid.ClientError('no ID token');
  const isAsked = [provider.usernameClaim, provider.groupClaim, 'email'].some(
    (claim) => claim !== '' && token[claim] === undefined,
  );
  const further =
    isAsked && client.serverMetadata().userinfo_endpoint !== undefined
      ? await openid.fetchUserInfo(client, tokens.access_token, token.sub)
      : {};
  return read(provider, { ...further, ...token });
}

function read(provider: ProviderRow, claims: openid.IDToken): Vouched {
  const { usernameClaim, groupClaim, factorValues } = provider;
  const email = claims.email_verified === true ? textOf(claims.email).toLowerCase() : '';
  const username = usernameClaim === 'email' ? email : textOf(claims[usernameClaim]).toLowerCase();
  const methods = [...listOf(claims.amr), ...listOf(claims.acr)];
  return {
    issuer: claims.iss,
    subject: claims.sub,
    username: username.slice(0, 200),
    name: (textOf(claims.name) || username || claims.sub).trim().slice(0, 80),
    emailDomain: email.includes('@') ? email.slice(email.lastIndexOf('@') + 1) : '',
    groups: groupClaim === '' ? [] : listOf(claims[groupClaim]),
    hasFactor: methods.some((method) => factorValues.includes(method)),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
