import * as openid from 'openid-client';
import { hashSecret, newSecret, writeToken } from '#modules/people/server/index.ts';
import type { Host } from '#platform/host.ts';
import type { Call } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import { callbackOf, clientOf, refusalOf } from './client.ts';
import { type ProviderRow, providerById } from './queries.ts';
import { insertAttempt } from './queries-links.ts';
import { attemptMinutes, browserOf, markBrowser, readingIn, writingIn } from './visits.ts';

interface Beginning {
  tenantId: string;
  providerId: string;
  /** Whose person adds a way in to his account; `null` for somebody who signs in. */
  sessionId: string | null;
  next: string;
}

/** Sends somebody to a provider: the address there, and what this house remembers until he comes back. */
export async function begin(
  host: Host,
  { request, reply }: Pick<Call, 'request' | 'reply'>,
  { tenantId, providerId, sessionId, next }: Beginning,
): Promise<{ url: string }> {
  const now = host.clock.now(tenantId);
  const provider = await providerById(readingIn(host, tenantId), providerId);
  if (!provider?.isEnabled) throw notFound();
  const client = await clientOf(host, provider, now).catch((error: unknown) => {
    throw refusalOf(error);
  });
  const [secret, verifier, nonce] = [newSecret(), openid.randomPKCECodeVerifier(), newSecret()];
  const browser = browserOf(host, request) ?? newSecret();
  const attempt = await writingIn(host, tenantId, (work) =>
    insertAttempt(work, {
      providerId,
      sessionId,
      next,
      nonce,
      stateHash: hashSecret(secret),
      browserHash: hashSecret(browser),
      verifier: host.secrets.seal(verifier),
      expiresAt: new Date(now.getTime() + attemptMinutes * 60_000),
    }),
  );
  markBrowser(host, reply, browser);
  const state = writeToken({ tenantId, id: attempt.id, secret });
  const url = openid.buildAuthorizationUrl(client, {
    ...(await questionOf(host, provider, verifier)),
    state,
    nonce,
  });
  return { url: url.href };
}

/** What every provider is asked, besides what is fresh each time. */
export const questionOf = async (
  host: Pick<Host, 'publicUrl'>,
  { scopes }: Pick<ProviderRow, 'scopes'>,
  verifier: string,
): Promise<Record<string, string>> => ({
  response_type: 'code',
  redirect_uri: callbackOf(host),
  scope: scopes,
  code_challenge: await openid.calculatePKCECodeChallenge(verifier),
  code_challenge_method: 'S256',
});
