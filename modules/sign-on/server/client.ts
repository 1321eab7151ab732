import * as openid from 'openid-client';
import { systemClock } from '#platform/clock.ts';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import type { ProviderRow } from './queries.ts';

export type Outside = Pick<Host, 'egress' | 'secrets' | 'publicUrl' | 'log'>;

/** The one address to which every provider sends people back: from the operator's settings, never from a request. */
export const callbackOf = ({ publicUrl }: Pick<Host, 'publicUrl'>): string =>
  `${publicUrl}/api/v1/sign-on/callback`;

/** Signatures by a key that only the provider has: neither `none`, nor one that everybody with the secret could make. */
const isSafe = (algorithm: string) => /^((RS|PS|ES)(256|384|512)|EdDSA|Ed25519)$/.test(algorithm);
const usualAlgorithm = 'RS256';
const skewSeconds = 60;
const patienceSeconds = 5;

/** What a provider says of itself, by its published description. */
export async function discovered(
  { egress }: Pick<Outside, 'egress'>,
  { issuer, clientId }: Pick<ProviderRow, 'issuer' | 'clientId'>,
): Promise<openid.ServerMetadata> {
  const found = await openid.discovery(new URL(issuer), clientId, undefined, openid.None(), {
    [openid.customFetch]: fetchBy(egress),
    timeout: patienceSeconds,
    ...(issuer.startsWith('http:') && { execute: [openid.allowInsecureRequests] }),
  });
  const metadata = found.serverMetadata();
  // The library lets templates of shared directories pass; whoever has an account anywhere in them would come in here.
  if (!isSameIssuer(metadata.issuer, issuer)) throw new openid.ClientError('another issuer');
  return metadata;
}

const isSameIssuer = (told: string, meant: string): boolean =>
  URL.canParse(told) && new URL(told).href === new URL(meant).href;

/** The algorithms of a provider that prove something. Those it does not name are RS256 (OpenID Connect Discovery). */
export const safeAlgorithms = (metadata: openid.ServerMetadata): string[] =>
  (metadata.id_token_signing_alg_values_supported ?? [usualAlgorithm]).filter(isSafe);

/**
 * A client of one provider, as strict as it can be: every ID token's signature by the provider's published keys, times
 * by our clock with a minute of grace. The egress client decides what may be reached, plain http included.
 */
export async function clientOf(
  outside: Outside,
  provider: ProviderRow,
  now: Date,
): Promise<openid.Configuration> {
  const metadata = await discovered(outside, provider);
  const { clientId, clientSecret, issuer } = provider;
  const secret = clientSecret === null ? undefined : outside.secrets.unseal(clientSecret);
  const config = new openid.Configuration(
    { ...metadata, id_token_signing_alg_values_supported: safeAlgorithms(metadata) },
    clientId,
    {
      [openid.clockSkew]: Math.round((now.getTime() - systemClock.now().getTime()) / 1000),
      [openid.clockTolerance]: skewSeconds,
    },
    authenticationBy(metadata, secret),
  );
  config[openid.customFetch] = fetchBy(outside.egress);
  config.timeout = patienceSeconds;
  openid.enableNonRepudiationChecks(config);
  if (issuer.startsWith('http:')) openid.allowInsecureRequests(config);
  return config;
}

function authenticationBy(metadata: openid.ServerMetadata, secret: string | undefined) {
  if (secret === undefined) return openid.None();
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  return methods.includes('client_secret_post') && !methods.includes('client_secret_basic')
    ? openid.ClientSecretPost(secret)
    : openid.ClientSecretBasic(secret);
}

const fetchBy =
  (egress: Outside['egress']): openid.CustomFetch =>
  (url, options) =>
    egress.fetchOut(url, options as RequestInit);

export type Trouble = 'sign_on_unreachable' | 'sign_on_declined' | 'sign_on_invalid';

/** What a failure at the provider means to the person before the screen; a bug of ours is thrown on. */
export function troubleOf(error: unknown): Trouble {
  if (isUnreachable(error)) return 'sign_on_unreachable';
  if (error instanceof openid.AuthorizationResponseError) return 'sign_on_declined';
  const isTheirs =
    error instanceof openid.ClientError ||
    error instanceof openid.ResponseBodyError ||
    error instanceof openid.WWWAuthenticateChallengeError ||
    (error instanceof Error && 'code' in error && String(error.code).startsWith('OAUTH_'));
  if (isTheirs) return 'sign_on_invalid';
  throw error;
}

/** Behind it stands the egress client: no such host, no answer, too slow, not allowed. */
export const egressBehind = (error: unknown): EgressRefused | undefined => {
  for (let at = error; at instanceof Error; at = at.cause)
    if (at instanceof EgressRefused) return at;
  return undefined;
};
const isUnreachable = (error: unknown): boolean => {
  const status = (error as { cause?: { status?: unknown } } | undefined)?.cause?.status;
  return egressBehind(error) !== undefined || (typeof status === 'number' && status >= 500);
};

/** The same for routes, with words that say what to do. */
export const refusalOf = (error: unknown): Problem => new Problem(422, troubleOf(error));
