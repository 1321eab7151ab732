import type { FastifyInstance } from 'fastify';
import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { forbidden, notFound } from '#platform/problem.ts';
import { healthRecordRoutes } from '../contract.ts';
import { sendNow } from './preparing.ts';
import { countOfRecords, factsOf, pageOfRecords } from './queries.ts';
import { noteTest, platformShown, setUp, test } from './setting.ts';
import { presentListed, shownOfOrder } from './show.ts';

export function healthRecordsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, healthRecordRoutes, {
    list: async (work, { query }) => {
      const filter = { state: query.state ?? null };
      const after = host.cursors.open('healthRecords', query.cursor) ?? null;
      const rows = await pageOfRecords(work, {
        ...filter,
        afterAt: after ? new Date(String(after[0])) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = ({ createdAt, id }: (typeof rows)[number]) => [createdAt.toISOString(), id];
      const page = pageOf(host.cursors, 'healthRecords', query, rows, keyOf, presentListed);
      return query.count ? { ...page, total: await countOfRecords(work, filter) } : page;
    },
    ofOrder: (work, { params }) => shownOfOrder(work, params.orderId),
    send: async (work, { params }) => {
      const facts = await factsOf(work, params.orderId);
      if (!facts) throw notFound();
      if (!can(work.actor, 'serviceOrders.settle', facts.orgPath))
        throw forbidden('serviceOrders.settle');
      await sendNow(work, params.orderId);
      const { healthRecord } = await shownOfOrder(work, params.orderId);
      return { healthRecord: healthRecord! };
    },
    platform: async (work) => ({ platform: await platformShown(work) }),
    setUp: async (work, { body }) => ({ platform: await setUp(work, host, body) }),
    test: async (work, _input, { writing }) => {
      const heard = await test(work, host);
      await writing(noteTest);
      return heard;
    },
  });
}
