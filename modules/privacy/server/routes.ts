import type { FastifyInstance } from 'fastify';
import { customerRecord } from '#modules/customers/server/index.ts';
import { disposition } from '#platform/disposition.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { heldOn } from '#platform/personal/holds.ts';
import { countOf, subjectOf } from '#platform/personal/of-one.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { type PersonalData, privacyRoutes } from '../contract.ts';
import { askCopy, copyOf, takeCopy } from './copying.ts';
import { askErasure } from './erasing.ts';
import { type ErasureRow, erasureOf, readingsByMonth, readingsOf, standingOf } from './queries.ts';
import { requestsOf } from './queries-requests.ts';
import { rightsDesk } from './request-routes.ts';
import { shownRequest } from './showing.ts';

export function privacyModule(app: FastifyInstance, host: Host): void {
  rightsDesk(app, host);
  serve(app, host, privacyRoutes, {
    read: (work, { params }) => personalDataOf(work, params.customerId),
    askCopy: async (work, { params, body }) => ({
      copyUntil: (await askCopy(work, params.customerId, body.purpose)).toISOString(),
    }),
    fetchCopy: async (work, { params }, { reply, writing }) => {
      const { customerId } = params;
      await writing((writer) => takeCopy(writer, customerId));
      return reply
        .type('application/zip')
        .header(
          'content-disposition',
          disposition('attachment', `个人信息-${customerId.slice(-8)}.zip`),
        )
        .header('cache-control', 'no-store')
        .send(await copyOf(work, host, customerId));
    },
    erase: async (work, { params, body }) =>
      shownErasure(work, await askErasure(work, params.customerId, body.reason)),
  });
}

/** What is held of a customer in the caller's sight, who saw it, what he asked for. @throws Problem 404 */
export async function personalDataOf(work: Work, customerId: string): Promise<PersonalData> {
  const standing = await standingOf(work, customerId);
  if (!standing) throw notFound();
  const subject = await subjectOf(work, customerId, { isErasing: false, isOver: true });
  const counted = await countOf(work, subject);
  const erasure = await erasureOf(work, customerId);
  const customer = await customerRecord(work, customerId);
  const { copyUntil, keptUntil } = standing;
  const isKept = keptUntil !== null && keptUntil > work.now;
  return {
    customerId,
    kept: counted.filter(({ rows }) => rows > 0).map(({ name, rows }) => ({ what: name, rows })),
    readings: (await readingsOf(work, customerId)).map((one) => ({
      ...one,
      at: one.at.toISOString(),
    })),
    readingsByMonth: await readingsByMonth(work, customerId),
    requests: (await requestsOf(work, customerId)).map((row) => shownRequest(work.actor, row)),
    restriction: customer?.restriction ?? null,
    copyUntil: copyUntil?.toISOString() ?? null,
    keptUntil: isKept ? keptUntil.toISOString() : null,
    erasure: erasure ? await shownErasure(work, erasure) : null,
  };
}

async function shownErasure(work: Work, row: ErasureRow) {
  const { customerId, createdAt, doneAt, overAt, keptUntil, heldSince } = row;
  const held = heldSince ? await heldOn(work, 'customer', customerId) : undefined;
  const state = overAt ? 'over' : doneAt ? 'done' : heldSince ? 'held' : 'asked';
  return {
    state,
    askedAt: createdAt.toISOString(),
    heldSince: heldSince?.toISOString() ?? null,
    heldUntil: held?.until?.toISOString() ?? null,
    keptUntil: keptUntil?.toISOString() ?? null,
  } as const;
}
