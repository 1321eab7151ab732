import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { recordConsent } from '#modules/customers/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import type { Seal } from '#platform/seal.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import type { Language } from '#platform/words.ts';
import { writingWork } from '#platform/work.ts';
import { optOutWords } from '../locales/opt-out.ts';
import { allowanceOf, customerOfMessage } from './queries.ts';

const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer) =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const markOf = (secrets: Seal, ids: Buffer) =>
  secrets.mark(`opt-out ${ids.toString('hex')}`).subarray(0, 16);

/** Names a message so that nobody can make up another one: house, message, and our mark on both. */
export function optOutToken(secrets: Seal, tenantId: string, messageId: string): string {
  const ids = Buffer.concat([bytesOf(tenantId), bytesOf(messageId)]);
  return Buffer.concat([ids, markOf(secrets, ids)]).toString('base64url');
}

function read(secrets: Seal, token: string) {
  const bytes = Buffer.from(token, 'base64url');
  const ids = bytes.subarray(0, 32);
  if (bytes.length !== 48 || !timingSafeEqual(markOf(secrets, ids), bytes.subarray(32))) return;
  return { tenantId: idOf(ids.subarray(0, 16)), messageId: idOf(ids.subarray(16)) };
}

interface Asking {
  request: FastifyRequest;
  reply: FastifyReply;
  language: Language;
}

/** Asks whether he means it: programs that look at links on the way of a mail must change nothing. */
export const showOptOut = (_host: Host, { reply, language }: Asking): FastifyReply => {
  const { title, lead, button } = optOutWords[language];
  const form = `<form method="post"><button>${button}</button></form>`;
  return htmlOf(reply, language, title, `<p>${lead}</p>${form}`);
};

/**
 * Advertising ends at once, on every channel, with the link as its evidence (消法实施条例 24). Whether the link was good
 * or not, whoever presses reads the same.
 */
export async function optOut(host: Host, { request, reply, language }: Asking, token: string) {
  // What a mail program sends along says nothing that the address does not.
  if (request.body && typeof request.body === 'object' && 'resume' in request.body) {
    (request.body as { resume(): void }).resume();
  }
  const perAddress = { key: `opt-out:${request.ip}`, most: 60, windowMinutes: 1 };
  await countOrRefuse(host.database, host.clock.now(), [perAddress]);
  const named = read(host.secrets, token);
  if (named) await refuseMarketing(host, request, named);
  const { title, done } = optOutWords[language];
  return htmlOf(reply, language, title, `<p>${done}</p>`);
}

function refuseMarketing(
  host: Host,
  request: FastifyRequest,
  { tenantId, messageId }: { tenantId: string; messageId: string },
): Promise<void> {
  const actor = systemActor(tenantId, 'messages.optOut');
  const { secrets } = host;
  const via = { requestId: request.id, via: 'messages.optOut', secrets };
  return writingWork(
    host.database,
    { actor, now: host.clock.now(tenantId), ...via },
    async (work) => {
      const message = await customerOfMessage(work, messageId);
      if (!message) return;
      const { customerId, channel } = message;
      const standing = await allowanceOf(work, customerId, channel, 'marketing');
      if (standing?.agreed === false) return;
      const evidence = `消息 ${messageId} 里的退订链接`;
      const no = { purpose: 'marketing', channel: 'any', given: false, evidence } as const;
      await recordConsent(work, customerId, no);
    },
    host.live.tell,
  );
}

function htmlOf(reply: FastifyReply, language: Language, title: string, body: string) {
  return reply
    .header('content-type', 'text/html; charset=utf-8')
    .header(
      'content-security-policy',
      "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    .header('referrer-policy', 'no-referrer')
    .send(
      `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><h1>${title}</h1>${body}</html>`,
    );
}
