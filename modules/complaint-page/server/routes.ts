import type { FastifyInstance } from 'fastify';
import { receiptWasSent } from '#modules/complaints/server/index.ts';
import { linksAbout, makeLink } from '#modules/links/server/index.ts';
import type { Host } from '#platform/host.ts';
import { type Handlers, serve } from '#platform/http.ts';
import { placed } from '#platform/privacy.ts';
import { complaintPageRoutes, heldComplaintRoutes, heldOrderComplaintRoutes } from '../contract.ts';
import { complaintPageEvents } from '../events.ts';
import { heldComplaints, heldOrderComplaints } from './holder.ts';
import { insertTalk } from './queries.ts';
import { heldOf, pageOf, rowOr404 } from './show.ts';

export function complaintPageModule(app: FastifyInstance, host: Host): void {
  serve(app, host, complaintPageRoutes, desk);
  serve(app, host, heldComplaintRoutes, heldComplaints);
  serve(app, host, heldOrderComplaintRoutes, heldOrderComplaints);
}

const desk: Handlers<typeof complaintPageRoutes> = {
  page: (work, { params }) => pageOf(work, params.complaintId),
  preview: async (work, { params }) => {
    const row = await rowOr404(work, params.complaintId);
    return placed(await heldOf(work, row.id, true), row.orgPath);
  },
  reply: async (work, { params, body }) => {
    const { complaintId } = params;
    const { orgUnitId, orgPath } = await rowOr404(work, complaintId);
    const talk = await insertTalk(work, {
      ...{ complaintId, orgUnitId, orgPath, byCustomer: false, words: body.words.trim() },
    });
    const about = { type: 'complaint', id: complaintId, orgPath };
    await work.emit(complaintPageEvents.replied, { complaintId, talkId: talk.id }, about);
    return pageOf(work, complaintId);
  },
  links: async (work, { params }) => {
    const { id } = await rowOr404(work, params.complaintId);
    return { items: await linksAbout(work, 'complaint', id) };
  },
  makeLink: async (work, { params, body }, { host }) => {
    const about = await rowOr404(work, params.complaintId);
    const { validDays = 30, maxUses = 50 } = body;
    await receiptWasSent(work, about.id, 'link');
    return makeLink(work, host.publicUrl, { purpose: 'complaint', about, validDays, maxUses });
  },
};
