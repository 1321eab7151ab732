import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { comingRoutes, linkRoutes } from '../contract.ts';
import { come } from './holding.ts';
import { withdrawLink } from './service.ts';

export function linksModule(app: FastifyInstance, host: Host): void {
  serve(app, host, linkRoutes, {
    withdraw: async (work, { params }) => {
      await withdrawLink(work, params.linkId);
      return {};
    },
  });
  servePublic(app, host, comingRoutes, {
    come: (call, { body }) => come(host, call, body.token),
  });
}
