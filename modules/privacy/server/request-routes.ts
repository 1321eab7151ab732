import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { rightsRoutes } from '../contract-requests.ts';
import { countRequests, pageOfRequests, requestById } from './queries-requests.ts';
import {
  answerRequest,
  assignRequest,
  correctAsAsked,
  extendRequest,
  receiveRequest,
  refuseRequest,
  restrictAsAsked,
  withdrawAsAsked,
} from './requests.ts';
import { shownRequest } from './showing.ts';

/** The desk of what customers ask for about their data. */
export function rightsDesk(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  const done = async (work: Work, id: string, step: Promise<unknown>) => {
    await step;
    return shown(work, id);
  };
  serve(app, host, rightsRoutes, {
    list: async (work, { query }) => {
      const state = query.state ?? 'open';
      const list = `rights.${state === 'open'}`;
      const { kind = null, customerId = null, mine = false } = query;
      const asked = { kind, customerId, mine };
      const after = cursors.open(list, query.cursor);
      const rows = await pageOfRequests(work, state, asked, after, sizeOf(query) + 1);
      const lastOf = ({ dueAt, id }: (typeof rows)[number]) => [dueAt.toISOString(), id];
      const show = (row: (typeof rows)[number]) => shownRequest(work.actor, row);
      const page = pageOf(cursors, list, query, rows, lastOf, show);
      return query.count ? { ...page, total: await countRequests(work, state, asked) } : page;
    },
    add: async (work, { params, body }) =>
      shown(work, (await receiveRequest(work, params.customerId, body)).id),
    read: (work, { params }) => shown(work, params.rightsRequestId),
    answer: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, answerRequest(work, id, body.answer)),
    correct: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, correctAsAsked(work, id, body)),
    restrict: (work, { params: { rightsRequestId: id } }) =>
      done(work, id, restrictAsAsked(work, id)),
    withdraw: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, withdrawAsAsked(work, id, body.purposes)),
    extend: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, extendRequest(work, id, body.reason)),
    refuse: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, refuseRequest(work, id, body)),
    assign: (work, { params: { rightsRequestId: id }, body }) =>
      done(work, id, assignRequest(work, id, body.employeeId)),
  });
}

async function shown(work: Work, requestId: string) {
  const row = await requestById(work, requestId);
  if (!row) throw notFound();
  return shownRequest(work.actor, row);
}
