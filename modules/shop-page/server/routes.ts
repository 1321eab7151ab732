import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { sendPaper } from '#platform/print/send.ts';
import {
  appointmentLinkRoutes,
  dataLinkRoutes,
  heldAppointmentRoutes,
  heldDataRoutes,
  openShopRoutes,
  shopPageRoutes,
} from '../contract.ts';
import { bookOpen, openTimesOf } from './booking.ts';
import { appointmentLinks, heldAppointments } from './held.ts';
import { dataLinks, heldData } from './mine.ts';
import { readOpenShop } from './open.ts';
import { savePage, shownPage } from './page.ts';
import { printedPoster } from './poster.ts';

export function shopPageModule(app: FastifyInstance, host: Host): void {
  const { publicUrl } = host;
  serve(app, host, shopPageRoutes, {
    read: (work, { query }) => shownPage(work, query.orgUnitId, publicUrl),
    save: (work, { body }, { expectedVersion }) =>
      savePage(work, body, { expectedVersion, publicUrl }),
    poster: async (work, { query }, call) => {
      const { pdf, name } = await printedPoster(work, query.orgUnitId, call);
      return sendPaper(call.reply, { pdf }, name);
    },
  });
  serve(app, host, appointmentLinkRoutes, appointmentLinks);
  serve(app, host, heldAppointmentRoutes, heldAppointments);
  serve(app, host, dataLinkRoutes, dataLinks);
  serve(app, host, heldDataRoutes, heldData);
  servePublic(app, host, openShopRoutes, {
    read: (call, { query }) => readOpenShop(host, call, query),
    times: ({ request }, { query }) => openTimesOf(host, request, query),
    book: ({ request }, { body }) => bookOpen(host, request, body),
  });
}
