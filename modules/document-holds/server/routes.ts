import type { FastifyInstance } from 'fastify';
import { customerById } from '#modules/customers/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import { holdRoutes } from '../contract.ts';
import { liftHold, placeHold } from './holds.ts';
import { complaintAt, holdsOfComplaint, holdsOfCustomer, pageOfHolds } from './queries.ts';
import { listedHold, shownHold, shownOfOne } from './show.ts';

/** Evidence that is held, on the wire (CMP-18): the register, what reaches a page, placing and lifting. */
export function documentHoldsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, holdRoutes, {
    list: (work, { query }) => listHolds(work, query, host),
    ofCustomer: async (work, { params: { customerId } }) => {
      const customer = await customerById(work, customerId);
      if (!customer) throw notFound();
      return shownOfOne(work, await holdsOfCustomer(work, customerId), customer.orgPath);
    },
    ofComplaint: async (work, { params: { complaintId } }) => {
      const complaint = await complaintAt(work, complaintId);
      if (!complaint) throw notFound();
      const { customerId, vehicleId, orderId, orgPath } = complaint;
      const held = shownOfOne(work, await holdsOfComplaint(work, complaintId), orgPath);
      return { ...held, subjects: { customerId, vehicleId, orderId } };
    },
    place: async (work, { body }) => shownHold(work, await placeHold(work, body)),
    lift: async (work, { params, body }, { expectedVersion }) =>
      shownHold(work, await liftHold(work, params.documentHoldId, body.reason, expectedVersion)),
  });
}

async function listHolds(work: Work, query: QueryOf<typeof holdRoutes.list>, { cursors }: Host) {
  const list = 'documentHolds.list';
  const { state = null, origin = null, isLegal = null, isWaited = false } = query;
  const asked = { state, origin, isLegal, isWaited, size: sizeOf(query) + 1 };
  const rows = await pageOfHolds(work, asked, cursors.open(list, query.cursor));
  const keyOf = (row: (typeof rows)[number]) => [row.placedAt.toISOString(), row.id];
  return pageOf(cursors, list, query, rows, keyOf, (row) => listedHold(work, row));
}
