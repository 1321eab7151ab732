import type { FastifyRequest } from 'fastify';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { type InboundSource, inboundSource } from '#platform/inbound.ts';
import { readBody } from '#platform/input.ts';
import { readJsonBody } from '#platform/json-body.ts';
import { notFound, Problem } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { inboundRoutes } from '../contract.ts';
import { inboundEvents } from '../events.ts';
import { webhookLife } from '../lifecycle.ts';
import {
  countOfEndpoints,
  type EndpointRow,
  endpointListening,
  insertEndpoint,
  isFirst,
  lockEndpoint,
  madeOf,
  noteMade,
  updateEndpoint,
} from './queries-inbound.ts';
import { activeSecrets, isSignedBy, newSigningSecret, rotated } from './secrets.ts';
import { mostWebhooks } from './service.ts';

export async function addEndpoint(
  work: Work,
  host: Host,
  { name, source }: BodyOf<typeof inboundRoutes.add>,
) {
  if ((await countOfEndpoints(work)) >= mostWebhooks) {
    throw new Problem(422, 'webhooks_too_many', { most: mostWebhooks });
  }
  const secret = newSigningSecret();
  const sealed = host.secrets.seal(secret);
  const row = await insertEndpoint(work, { name: name.trim(), source, secret: sealed });
  await work.emit(inboundEvents.added, { endpointId: row.id, source }, aboutOf(row));
  return { row, secret };
}

export async function rotateEndpoint(work: Work, host: Host, endpointId: string) {
  const before = await taken(work, endpointId);
  const { secret, sealed } = rotated(host.secrets, before, work.now);
  const row = await updateEndpoint(work, endpointId, { ...sealed });
  await work.emit(inboundEvents.secretRotated, { endpointId }, aboutOf(row));
  return { row, secret };
}

/** `disable` is the kill switch of a program that went astray: it holds from the next request on. */
export async function turnEndpoint(
  work: Work,
  endpointId: string,
  step: 'enable' | 'disable',
): Promise<EndpointRow> {
  const before = await taken(work, endpointId);
  const state = webhookLife.next(step, before.state);
  const row = await updateEndpoint(work, endpointId, { state });
  await work.emit(inboundEvents[`${step}d`], { endpointId }, aboutOf(row));
  return row;
}

interface Address {
  source: string;
  tenantId: string;
  endpointId: string;
}
interface Signed {
  id: string;
  at: Date;
  body: string;
  signature: string;
}

const usualRequestsAMinute = 120;
const toleranceMs = 5 * 60_000;

/**
 * Takes in what another program hands over: the signature over its very bytes, within five minutes by our clock, and
 * the same id once (D-57). Whatever is wrong with endpoint or signature is the same 401.
 */
export async function receive(host: Host, request: FastifyRequest, address: Address) {
  const { tenantId, endpointId, source: name } = address;
  const now = host.clock.now(tenantId);
  const most = inboundSource(name)?.requestsAMinute ?? usualRequestsAMinute;
  const limits = [{ key: `inbound:${tenantId}:${endpointId}`, most, windowMinutes: 1 }];
  await countOrRefuse(host.database, now, limits);
  const setting = { actor: systemActor(tenantId, 'webhooks.inbound'), now };
  const endpoint = await endpointListening(readingWork(host.database, setting), endpointId, name);
  const signed = signedPart(request);
  if (!endpoint || !isGenuine(host, endpoint, signed, now)) {
    throw new Problem(401, 'signature_wrong');
  }
  const source = inboundSource(name)!;
  const body = readBody(source.body, readJsonBody(Buffer.from(signed.body)));
  return writingWork(
    host.database,
    {
      actor: {
        ...systemActor(tenantId, `inbound:${endpoint.name}`),
        scopes: [endpoint.orgPath],
        unitId: endpoint.orgUnitId,
        unitPath: endpoint.orgPath,
      },
      now,
      requestId: request.id,
      via: 'inbound.receive',
      secrets: host.secrets,
    },
    (work) => takenOnce(work, endpoint, source, { eventId: signed.id, body }),
    host.live.tell,
  );
}

async function takenOnce(
  work: Work,
  endpoint: EndpointRow,
  source: InboundSource,
  { eventId, body }: { eventId: string; body: unknown },
) {
  const endpointId = endpoint.id;
  if (!(await isFirst(work, endpointId, eventId))) {
    const { aboutType, aboutId } = await madeOf(work, endpointId, eventId);
    return { isNew: false, aboutType, aboutId };
  }
  const about = await source.receive(work, body as never);
  await noteMade(work, { endpointId, eventId }, about);
  const made = { aboutType: about.type, aboutId: about.id };
  await work.emit(inboundEvents.received, { endpointId, ...made }, aboutOf(endpoint));
  return { isNew: true, ...made };
}

function signedPart({ headers, body }: FastifyRequest): Signed {
  const seconds = String(headers['webhook-timestamp'] ?? '');
  return {
    id: String(headers['webhook-id'] ?? ''),
    at: new Date(/^\d{1,11}$/.test(seconds) ? Number(seconds) * 1000 : 0),
    // What is not UTF-8 comes out changed, and then fits no signature.
    body: Buffer.isBuffer(body) ? body.toString('utf8') : '',
    signature: String(headers['webhook-signature'] ?? ''),
  };
}

function isGenuine(host: Host, endpoint: EndpointRow, signed: Signed, now: Date): boolean {
  const isTimely = Math.abs(now.getTime() - signed.at.getTime()) <= toleranceMs;
  const hasId = /^[\x21-\x7e]{1,200}$/.test(signed.id);
  const secrets = activeSecrets(endpoint, now).map((sealed) => host.secrets.unseal(sealed));
  return isSignedBy(secrets, signed) && isTimely && hasId;
}

async function taken(work: Work, endpointId: string): Promise<EndpointRow> {
  const row = await lockEndpoint(work, endpointId);
  if (!row) throw notFound();
  return row;
}

const aboutOf = ({ id, orgPath }: EndpointRow) => ({ type: 'inboundEndpoint', id, orgPath });
