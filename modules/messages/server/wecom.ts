import { createHash } from 'node:crypto';
import type { Egress } from '#platform/egress.ts';
import { type Carrier, Undeliverable, Unsure } from './carriers.ts';
import { exchanged } from './exchange.ts';

export interface WecomSettings {
  endpoint: string;
  corpId: string;
  openKfid: string;
  /** Sealed, these three; empty where none was given. */
  secret: string;
  callbackToken: string;
  aesKey: string;
}
export interface WecomWay {
  egress: Egress;
  settings: Pick<WecomSettings, 'endpoint' | 'corpId' | 'openKfid'>;
  secret: string;
}
type Said = Readonly<Record<string, unknown>>;

/** What WeCom answered instead of doing it; `code` by its table of error codes (developer.work.weixin.qq.com 90313). */
export class WecomRefused extends Error {
  readonly code: number;
  constructor({ errcode, errmsg }: Said) {
    // Behind the first comma stand a number of theirs and our own address.
    super(`${Number(errcode)} ${String(errmsg ?? '').split(', hint:')[0]}`.slice(0, 300));
    this.code = Number(errcode);
  }
}

/** Busy, a secret or a right that somebody has to put right, too many at once: it is tried again. */
const passing: ReadonlySet<number> = new Set([
  -1, 40001, 40013, 40014, 42001, 45009, 45033, 48002, 60020, 95000, 95016, 95017,
]);
/** Five messages, or 48 hours, since the customer wrote last; or the talk is over. He has to write first. */
const replyNeeded: ReadonlySet<number> = new Set([95001, 95002, 95013, 95018]);
/** No document gives a number for a message id that was sent before: known by its words alone. */
const isRepeated = (said: string) => /msg_?id.*(exist|duplicat|repeat)/i.test(said);

/**
 * Sends words by a customer service account (kf/send_msg). The message goes under our own id, so that a second one is
 * refused there and counts as sent; what had no answer is `Unsure` all the same.
 */
export const wecomCarrier =
  (way: WecomWay): Carrier =>
  async ({ id, address, body }) => {
    const msgid = id.replaceAll('-', '');
    const { openKfid: open_kfid } = way.settings;
    const sent = { touser: address, open_kfid, msgid, msgtype: 'text', text: { content: body } };
    try {
      await askWecom(way, 'kf/send_msg', sent);
    } catch (error) {
      if (!(error instanceof WecomRefused)) throw error;
      if (replyNeeded.has(error.code)) throw new Undeliverable(error.message, 'reply_needed');
      if (!isRepeated(error.message)) {
        throw passing.has(error.code) ? error : new Undeliverable(error.message);
      }
    }
    return { providerId: msgid };
  };

/** One call with a token that holds; renewed once where WeCom no longer knows it. @throws WecomRefused, Unsure, EgressRefused */
export async function askWecom(way: WecomWay, name: string, body: object): Promise<Said> {
  const token = await tokenOf(way);
  try {
    return await askedWith(way, name, body, token);
  } catch (error) {
    if (!(error instanceof WecomRefused) || !(error.code === 40014 || error.code === 42001)) {
      throw error;
    }
    await forgetToken(way, token);
    return askedWith(way, name, body, await tokenOf(way));
  }
}

async function askedWith(way: WecomWay, name: string, body: object, token: string): Promise<Said> {
  const search = new URLSearchParams({ access_token: token });
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return well(await exchanged(way.egress, addressOf(way, `${name}?${search}`), init));
}

const addressOf = ({ settings }: WecomWay, path: string) =>
  `${new URL(settings.endpoint).origin}/cgi-bin/${path}`;

function well(answer: unknown): Said {
  const said = answer as Said;
  // A gateway may answer JSON too: without their number it says nothing of the message.
  if (typeof said.errcode !== 'number') throw new Unsure('no errcode');
  if (said.errcode !== 0) throw new WecomRefused(said);
  return said;
}

interface Kept {
  token: Promise<string>;
  /** By the machine's own steady clock: how long a token lasts has nothing to do with the house's day. */
  staleAt: number;
}
/**
 * Tokens by account, as the document asks: fetched once and used by all until shortly before their end. A second
 * process is given the same one by WeCom, so none ends another's.
 */
const tokens = new Map<string, Kept>();
const mostTokens = 500;
const earlierMs = 300_000;

const accountOf = ({ settings, secret }: WecomWay) =>
  createHash('sha256').update(`${settings.endpoint}\n${settings.corpId}\n${secret}`).digest('hex');

function tokenOf(way: WecomWay): Promise<string> {
  const account = accountOf(way);
  const known = tokens.get(account);
  if (known && known.staleAt > performance.now()) return known.token;
  const kept: Kept = { token: Promise.resolve(''), staleAt: Number.POSITIVE_INFINITY };
  kept.token = fetchedToken(way).then(
    ({ token, seconds }) => {
      kept.staleAt = performance.now() + Math.max(0, seconds * 1000 - earlierMs);
      return token;
    },
    (error) => {
      if (tokens.get(account) === kept) tokens.delete(account);
      throw error;
    },
  );
  if (tokens.size >= mostTokens) tokens.delete(tokens.keys().next().value!);
  tokens.set(account, kept);
  return kept.token;
}

async function fetchedToken(way: WecomWay): Promise<{ token: string; seconds: number }> {
  const search = new URLSearchParams({ corpid: way.settings.corpId, corpsecret: way.secret });
  try {
    const said = well(await exchanged(way.egress, addressOf(way, `gettoken?${search}`), {}));
    return { token: String(said.access_token ?? ''), seconds: Number(said.expires_in) || 0 };
  } catch (error) {
    // Nothing has been sent yet: it may be tried again.
    throw error instanceof Unsure ? new Error(`gettoken: ${error.message}`) : error;
  }
}

/** Only the one that was refused: another call may have fetched a better one meanwhile. */
async function forgetToken(way: WecomWay, refused: string): Promise<void> {
  const account = accountOf(way);
  const kept = tokens.get(account);
  if (kept && (await kept.token) === refused && tokens.get(account) === kept) {
    tokens.delete(account);
  }
}
