import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  isSecret,
  readToken,
  standingOf,
  visitorOf,
  welcome,
} from '#modules/people/server/index.ts';
import type { Host } from '#platform/host.ts';
import { ownPath } from '#shared/own-path.ts';
import type { TurnedAwayFor } from '../contract.ts';
import { signOnEvents } from '../events.ts';
import { linkOwn, signOn, TurnedAway } from './accounts.ts';
import { troubleOf } from './client.ts';
import { type ProviderRow, providerById } from './queries.ts';
import { type AttemptRow, takeAttempt } from './queries-links.ts';
import { browserOf, isBrowser, readingIn, writingIn } from './visits.ts';
import { type Vouched, vouchedBy } from './vouched.ts';

interface Return {
  tenantId: string;
  state: string;
  attempt: AttemptRow;
  provider: ProviderRow;
}

/** Somebody comes back from a provider. Wherever it ends, it ends on a page that says what happened. */
export async function comeBack(
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const search = searchOf(request);
  const back = await returnOf(host, request, new URLSearchParams(search).get('state') ?? '');
  if (!back) return away(reply, '/login', 'sign_on_over');
  const isLinking = back.attempt.sessionId !== null;
  try {
    const who = await vouched(host, back, search);
    if (isLinking) await link(host, back, who);
    else await enter(host, request, reply, back, who);
    return reply.redirect(isLinking ? '/account' : ownPath(back.attempt.next || undefined));
  } catch (error) {
    if (!(error instanceof TurnedAway)) throw error;
    await note(host, back, error.reason);
    return away(reply, isLinking ? '/account' : '/login', error.reason);
  }
}

const searchOf = ({ url }: FastifyRequest): string =>
  url.includes('?') ? url.slice(url.indexOf('?')) : '';

const away = (reply: FastifyReply, page: string, reason: TurnedAwayFor): FastifyReply =>
  reply.redirect(`${page}?signOn=${reason}`);

/** What this browser set out for; taken, so that the same address works no second time. */
async function returnOf(
  host: Host,
  request: FastifyRequest,
  state: string,
): Promise<Return | undefined> {
  const token = readToken(state);
  if (!token) return undefined;
  const { tenantId, id, secret } = token;
  const attempt = await writingIn(host, tenantId, (work) => takeAttempt(work, id));
  const isOurs =
    attempt !== undefined &&
    attempt.expiresAt > host.clock.now(tenantId) &&
    isSecret(attempt.stateHash, secret) &&
    isBrowser(attempt.browserHash, browserOf(host, request));
  if (!isOurs) return undefined;
  const provider = await providerById(readingIn(host, tenantId), attempt.providerId);
  return provider?.isEnabled ? { tenantId, state, attempt, provider } : undefined;
}

/** Outside of any transaction: it waits for the network (D-23). */
async function vouched(host: Host, back: Return, search: string): Promise<Vouched> {
  const { tenantId, state, attempt, provider } = back;
  const verifier = host.secrets.unseal(attempt.verifier);
  const proof = { search, state, nonce: attempt.nonce, verifier };
  try {
    return await vouchedBy(host, provider, proof, host.clock.now(tenantId));
  } catch (error) {
    const { code } = error as { code?: string };
    host.log.warn({ providerId: provider.id, code }, 'a sign-on failed at its provider');
    throw new TurnedAway(troubleOf(error));
  }
}

async function enter(
  host: Host,
  request: FastifyRequest,
  reply: FastifyReply,
  { tenantId, provider }: Return,
  who: Vouched,
): Promise<void> {
  const visitor = visitorOf(request);
  const entered = await writingIn(host, tenantId, (work) => signOn(work, provider, who, visitor));
  await welcome(host, reply, entered);
}

/**
 * Only into the account from which it began, while that session is open. Its cookie does not travel with a request that
 * another site caused; the mark of the browser does.
 */
async function link(host: Host, { tenantId, attempt, provider }: Return, who: Vouched) {
  const actor = await standingOf(readingIn(host, tenantId), attempt.sessionId ?? '');
  if (!actor) throw new TurnedAway('sign_on_over');
  await writingIn(host, tenantId, (work) => linkOwn(work, provider, who), actor);
}

const note = (host: Host, { tenantId, provider }: Return, reason: TurnedAwayFor): Promise<void> =>
  writingIn(host, tenantId, (work) =>
    work.emit(
      signOnEvents.turnedAway,
      { providerId: provider.id, reason },
      { type: 'signOnProvider', id: provider.id },
    ),
  );
