import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { customersOfPhone } from '#modules/customers/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { readJsonBody } from '#platform/json-body.ts';
import { notFound } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { type Work, writingWork } from '#platform/work.ts';
import { messageEvents } from '../events.ts';
import { readPlace } from './callback-address.ts';
import { tellOf } from './delivery.ts';
import { insertMessage, updateMessage } from './queries.ts';
import { isHere, lastSentTo, ofProvider } from './queries-sms.ts';
import { endAdvertising } from './replies.ts';
import { type Reply, type Report, readSaid } from './sms-said.ts';

const thanks = { code: 0, msg: 'OK', result: 0, errmsg: 'OK' };
const callsAMinute = 1200;

/** Takes in what a provider reports and what customers reply. Repeated as often as the provider likes. @throws Problem 404 */
export async function hear(host: Host, request: FastifyRequest, token: string) {
  const { tenantId, unitId } = readPlace(host.secrets, 'sms', token);
  const now = host.clock.now(tenantId);
  const key = `sms:${tenantId}:${unitId}`;
  await countOrRefuse(host.database, now, [{ key, most: callsAMinute, windowMinutes: 1 }]);
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const said = readSaid(readJsonBody(body));
  const via = { requestId: request.id, via: 'messages.smsCallback', secrets: host.secrets };
  await writingWork(
    host.database,
    { actor: systemActor(tenantId, 'messages.sms'), now, ...via },
    async (work) => {
      const unit = await unitById(work, unitId);
      if (!unit) throw notFound();
      const place = { orgUnitId: unit.id, orgPath: unit.path };
      for (const report of said.reports) await noteReport(work, place, report);
      for (const reply of said.replies) await noteReply(work, place, reply);
    },
    host.live.tell,
  );
  return thanks;
}

interface Place {
  orgUnitId: string;
  orgPath: string;
}

/** Whether it arrived, as the provider says; the first word on it stays. */
async function noteReport(work: Work, { orgPath }: Place, report: Report): Promise<void> {
  const row = await ofProvider(work, report, orgPath);
  if (row?.delivery !== '') return;
  const delivery = report.isArrived ? 'arrived' : 'lost';
  const after = await updateMessage(work, row.id, {
    ...{ delivery, deliveryNote: report.note, deliveredAt: work.now },
  });
  await tellOf(work, messageEvents.reported, after, { delivery });
}

/**
 * A reply comes into the thread of whom we wrote to last under that number. The agreed words end advertising at once,
 * with the reply as evidence.
 */
async function noteReply(work: Work, place: Place, { phone, text, key }: Reply): Promise<void> {
  const providerId = `in:${createHash('sha256').update(key).digest('base64url').slice(0, 32)}`;
  if (await isHere(work, providerId)) return;
  const last = await lastSentTo(work, phone, place.orgPath);
  const customerId = last?.customerId ?? (await onlyOneOf(work, phone, place.orgPath));
  // Whose number it is nobody knows: nothing of it is kept.
  if (customerId === null) return;
  const row = await insertMessage(work, {
    ...(last ? { orgUnitId: last.orgUnitId, orgPath: last.orgPath } : place),
    customerId,
    ...{ direction: 'in', channel: 'sms', purpose: last?.purpose ?? 'service', state: 'received' },
    ...{ address: phone, body: text, providerId },
  });
  await tellOf(work, messageEvents.received, row, {});
  const evidence = `客户短信回复“${text.trim()}”，消息 ${row.id}`;
  await endAdvertising(work, { customerId, text, evidence });
}

async function onlyOneOf(work: Work, phone: string, orgPath: string): Promise<string | null> {
  const all = await customersOfPhone(work, phone);
  const here = all.filter((customer) => customer.orgPath.startsWith(orgPath));
  return here.length === 1 ? here[0]!.id : null;
}
