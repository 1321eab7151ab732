import * as openid from 'openid-client';
import { EgressRefused } from '#platform/egress.ts';
import type { Host } from '#platform/host.ts';
import type { ReplyOf } from '#shared/route.ts';
import type { Check, Finding, signOnRoutes } from '../contract.ts';
import { questionOf } from './begin.ts';
import { callbackOf, clientOf, discovered, egressBehind, safeAlgorithms } from './client.ts';
import type { ProviderRow } from './queries.ts';

type Steps = ReplyOf<typeof signOnRoutes.test>['steps'];

/**
 * Walks the way to a provider as far as it goes without a person, and says where it ends: what can be reached, what the
 * provider publishes, whether it knows our address and our secret. Shows nothing of its answers but its own error words.
 */
export async function tryProvider(host: Host, provider: ProviderRow, now: Date): Promise<Steps> {
  const steps: Steps = [];
  const found = (check: Check, finding: Finding, said = '') => {
    steps.push({ check, finding, said: said.slice(0, 300) });
    return finding === 'good' || finding === 'unsure';
  };
  const metadata = await discovered(host, provider).catch((error: unknown) => {
    const egress = egressBehind(error);
    if (egress) found('address', findingOf(egress), egress.reason);
    else if (found('address', 'good')) found('discovery', 'bad', wordsOf(error));
    return undefined;
  });
  if (!metadata) return steps;
  found('address', 'good');
  found('discovery', 'good');
  const algorithms = safeAlgorithms(metadata);
  if (!found('algorithms', algorithms.length > 0 ? 'good' : 'bad', algorithms.join(', ')))
    return steps;
  if (!found('keys', await keysAt(host, metadata.jwks_uri))) return steps;
  const client = await clientOf(host, provider, now);
  if (!found('redirect', await knowsAddress(host, client, provider))) return steps;
  const { finding, said } = await knowsClient(host, client);
  found('client', finding, said);
  return steps;
}

const findingOf = ({ reason }: EgressRefused): Finding =>
  ['too_slow', 'unreachable', 'certificate', 'too_large'].includes(reason)
    ? 'unreachable'
    : 'not_allowed';

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : '');

async function keysAt({ egress }: Host, address: string | undefined): Promise<Finding> {
  if (address === undefined) return 'bad';
  try {
    const answer = await egress.fetchOut(address);
    const { keys } = (await answer.json()) as { keys?: unknown };
    return Array.isArray(keys) && keys.length > 0 ? 'good' : 'bad';
  } catch (error) {
    return error instanceof EgressRefused ? findingOf(error) : 'bad';
  }
}

/** A provider that knows client and address asks for a login; one that does not shows an error, and sends nobody here. */
async function knowsAddress(
  host: Host,
  client: openid.Configuration,
  provider: ProviderRow,
): Promise<Finding> {
  const question = await questionOf(host, provider, openid.randomPKCECodeVerifier());
  const nonce = openid.randomNonce();
  const url = openid.buildAuthorizationUrl(client, { ...question, nonce, state: 'test' });
  try {
    const { status } = await host.egress.fetchOut(url);
    return status < 400 ? 'good' : 'bad';
  } catch (error) {
    if (error instanceof EgressRefused) return findingOf(error);
    throw error;
  }
}

/** A code that nobody issued: whoever trusts our secret complains of the code, whoever does not of the client. */
async function knowsClient(
  host: Host,
  client: openid.Configuration,
): Promise<{ finding: Finding; said: string }> {
  const asked = { code: 'jingming-test', redirect_uri: callbackOf(host) };
  const verifier = { code_verifier: openid.randomPKCECodeVerifier() };
  try {
    await openid.genericGrantRequest(client, 'authorization_code', { ...asked, ...verifier });
    return { finding: 'unsure', said: '' };
  } catch (error) {
    const egress = egressBehind(error);
    if (egress) return { finding: findingOf(egress), said: egress.reason };
    const said = errorWordOf(error);
    if (said === 'invalid_grant') return { finding: 'good', said: '' };
    return { finding: said.endsWith('_client') ? 'bad' : 'unsure', said };
  }
}

function errorWordOf(error: unknown): string {
  if (error instanceof openid.ResponseBodyError) return error.error;
  return error instanceof openid.WWWAuthenticateChallengeError ? 'invalid_client' : '';
}
