import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { keyTagRoutes } from '../contract.ts';
import { sendTag } from './printing.ts';
import { makeTag, tagOf } from './tagging.ts';

export function keyTagsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, keyTagRoutes, {
    ofOrder: (work, { params }) => tagOf(work, params.orderId),
    make: async (work, { params, body }) => {
      await makeTag(work, params.orderId, { isLost: body.isLost ?? false, host });
      return tagOf(work, params.orderId);
    },
    sheet: (work, { params }, call) => sendTag(work, params.orderId, call),
  });
}
