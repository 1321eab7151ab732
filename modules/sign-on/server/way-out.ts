import * as openid from 'openid-client';
import type { Host } from '#platform/host.ts';
import { clientOf, troubleOf } from './client.ts';
import type { ProviderRow } from './queries.ts';

/** Where to sign out at a provider; `null` if it has no such place, or is away: who goes home is not kept waiting. */
export async function wayOutOf(
  host: Host,
  provider: ProviderRow,
  now: Date,
): Promise<string | null> {
  try {
    const client = await clientOf(host, provider, now);
    if (client.serverMetadata().end_session_endpoint === undefined) return null;
    const back = { post_logout_redirect_uri: `${host.publicUrl}/login` };
    return openid.buildEndSessionUrl(client, back).href;
  } catch (error) {
    troubleOf(error);
    return null;
  }
}
