import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { sendSettlementList } from '#modules/cashier/server/index.ts';
import { sendCheckInSheet } from '#modules/check-ins/server/index.ts';
import { sendDeliverySheet } from '#modules/deliveries/server/index.ts';
import { sendFile } from '#modules/files/server/index.ts';
import { sendInspectionSheet } from '#modules/inspections/server/index.ts';
import { mustBeProved } from '#modules/links/server/index.ts';
import type { Host } from '#platform/host.ts';
import { type Call, type Handlers, serve } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { heldPageRoutes, portalRoutes } from '../contract.ts';
import { pageOf, release, reply } from './desk.ts';
import { ask, askInvoice, decide } from './holder.ts';
import { releasedFileOf, visitRow } from './queries.ts';
import { visitOf } from './show.ts';

export function portalModule(app: FastifyInstance, host: Host): void {
  serve(app, host, portalRoutes, {
    page: (work, { params }) => pageOf(work, params.orderId),
    release: async (work, { params, body }) => {
      await release(work, params.orderId, body);
      return pageOf(work, params.orderId);
    },
    reply: async (work, { params, body }) => {
      await reply(work, params, body.answer);
      return pageOf(work, params.orderId);
    },
  });
  serve(app, host, heldPageRoutes, heldPages);
}

const heldPages: Handlers<typeof heldPageRoutes> = {
  /**
   * Asked again every few seconds while it lies open: a telephone sleeps and changes its network, which breaks a stream
   * and not a question. As long as nothing happened the answer is 304 without a body.
   */
  visit: async (work, { params }, call) => {
    const visit = await visitOf(work, params.orderId, work.actor.holds!.isProved);
    const etag = `"${createHash('sha256').update(JSON.stringify(visit)).digest('base64url')}"`;
    call.reply.header('etag', etag).header('cache-control', 'no-store');
    if (call.request.headers['if-none-match'] !== etag) return visit;
    return call.reply.code(304).send();
  },
  ask: (work, { params, body }) => ask(work, params.orderId, body),
  decide: (work, { params, body }, call) => decide(work, params.orderId, body, call),
  askInvoice: (work, { params, body }) => askInvoice(work, params.orderId, body),
  photo: async (work, { params }, { host, request, reply: answer }) => {
    mustBeProved(work.actor);
    const { orderId, fileId } = params;
    const file = await releasedFileOf(work, orderId, fileId);
    if (!file) throw notFound();
    const { tenantId } = work.actor;
    // It may be taken back: the browser keeps it for this visit only.
    return sendFile(file, {
      host,
      tenantId,
      request,
      reply: answer,
      cache: 'private, max-age=600',
    });
  },
  request: async (work, { params, query }, call) => {
    mustBeProved(work.actor);
    const row = await visitRow(work, params.orderId);
    if (!row?.checkInId) throw notFound();
    return sendCheckInSheet(work, row.checkInId, call, query.as === 'picture');
  },
  intakeInspection: (work, { params, query }, call) =>
    sendInspection(work, 'intakeSheetId', { ...params, ...query }, call),
  finalInspection: (work, { params, query }, call) =>
    sendInspection(work, 'finalSheetId', { ...params, ...query }, call),
  deliverySheet: async (work, { params, query }, call) => {
    mustBeProved(work.actor);
    const row = await visitRow(work, params.orderId);
    if (!row?.deliveryPackId) throw notFound();
    return sendDeliverySheet(work, row.deliveryPackId, call, query.as === 'picture');
  },
  settlementList: (work, { params, query }, call) => {
    mustBeProved(work.actor);
    const withPicture = query.as === 'picture';
    return sendSettlementList(work, params.orderId, { call, withPicture });
  },
};

/** An inspection sheet as its customer gets it. */
async function sendInspection(
  work: Work,
  which: 'intakeSheetId' | 'finalSheetId',
  asked: { orderId: string; as?: 'picture' },
  call: Call,
) {
  mustBeProved(work.actor);
  const sheetId = (await visitRow(work, asked.orderId))?.[which];
  if (!sheetId) throw notFound();
  const withPicture = asked.as === 'picture';
  return sendInspectionSheet(work, sheetId, call, { withPicture, isForCustomer: true });
}
