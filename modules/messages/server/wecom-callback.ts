import type { FastifyReply, FastifyRequest } from 'fastify';
import { unitById } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { notFound } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { writingWork } from '#platform/work.ts';
import { readPlace } from './callback-address.ts';
import { opened } from './carriers.ts';
import { pullWecom } from './wecom-pull.ts';
import { type Agreed, flatXml, openedCall } from './wecom-sealing.ts';
import { wecomAt } from './wecom-setting.ts';

interface Call {
  request: FastifyRequest;
  reply: FastifyReply;
}
export interface Query {
  msg_signature?: string;
  timestamp?: string;
  nonce?: string;
  echostr?: string;
}

const callsAMinute = 1200;
const mostBytes = 65_536;

/** WeCom asks whether the address is ours: what it sealed comes back open. @throws Problem 404 for a wrong signature */
export async function verify(host: Host, call: Call, token: string, query: Query) {
  const words = await withPlace(host, call, token, async (_work, agreed) =>
    openedBy(agreed, query, query.echostr ?? ''),
  );
  return plain(call.reply, words);
}

const plain = (reply: FastifyReply, words: string) =>
  reply.header('content-type', 'text/plain; charset=utf-8').send(words);

/**
 * Something came, or happened. What it is is not in the call: it is fetched from the cursor on, so that a call that is
 * made again, or never, changes nothing. @throws Problem 404 for what WeCom did not sign and seal for us
 */
export async function hearWecom(host: Host, call: Call, token: string, query: Query) {
  const outer = flatXml(await bodyOf(call.request));
  await withPlace(host, call, token, async (work, agreed, orgPath) => {
    const event = flatXml(openedBy(agreed, query, outer?.Encrypt ?? ''));
    if (event?.MsgType === 'event' && event.Event === 'kf_msg_or_event') {
      const settings = await wecomAt(work, orgPath);
      const openKfid = event.OpenKfId || settings!.openKfid;
      const pull = { orgPath, openKfid, token: event.Token ?? '', attempts: 0 };
      await work.later(pullWecom, pull, work.now);
    }
  });
  return plain(call.reply, 'success');
}

function openedBy(agreed: Agreed, query: Query, sealed: string): string {
  const { msg_signature: signature = '', timestamp = '', nonce = '' } = query;
  const words = openedCall(agreed, { signature, timestamp, nonce, sealed });
  if (words === undefined) throw notFound();
  return words;
}

type Inside<T> = (
  work: Parameters<Parameters<typeof writingWork>[2]>[0],
  agreed: Agreed,
  orgPath: string,
) => Promise<T>;

async function withPlace<T>(host: Host, { request }: Call, token: string, inside: Inside<T>) {
  const { tenantId, unitId } = readPlace(host.secrets, 'wecom', token);
  const now = host.clock.now(tenantId);
  const key = `wecom:${tenantId}:${unitId}`;
  await countOrRefuse(host.database, now, [{ key, most: callsAMinute, windowMinutes: 1 }]);
  const via = { requestId: request.id, via: 'messages.wecomCallback', secrets: host.secrets };
  return writingWork(
    host.database,
    { actor: systemActor(tenantId, 'messages.wecom'), now, ...via },
    async (work) => {
      const unit = await unitById(work, unitId);
      const settings = unit && (await wecomAt(work, unit.path));
      if (!unit || !settings?.callbackToken || !settings.aesKey) throw notFound();
      const agreed = {
        token: opened(host, settings.callbackToken),
        aesKey: opened(host, settings.aesKey),
        corpId: settings.corpId,
      };
      return inside(work, agreed, unit.path);
    },
    host.live.tell,
  );
}

/** The body as it came, up to a size that no event has. @throws Problem 404 */
async function bodyOf({ body }: FastifyRequest): Promise<string> {
  if (!body || typeof body !== 'object' || !(Symbol.asyncIterator in body)) throw notFound();
  const parts: Buffer[] = [];
  let seen = 0;
  for await (const part of body as AsyncIterable<Buffer>) {
    seen += part.length;
    if (seen > mostBytes) throw notFound();
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}
