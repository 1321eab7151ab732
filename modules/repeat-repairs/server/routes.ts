import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { type RepeatRepair, repeatRepairRoutes } from '../contract.ts';
import { countOfRepeats, isOrderSeen, pageOfRepeats } from './queries.ts';
import { countOfOrders, figuresOf, pageOfOrders } from './queries-figures.ts';
import { presentFigure, presentOrder, presentRepeat, shownOr404, shownRepeat } from './show.ts';
import { type AskedRepeat, confirm, decline, judge } from './steps.ts';

/** A step does its part; the answer is the repeat repair as it stands then. */
const step =
  <Body>(does: (work: Work, asked: AskedRepeat, body: Body) => Promise<string>) =>
  async (
    work: Work,
    { params, body }: { params: { repeatRepairId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<RepeatRepair> => {
    const { repeatRepairId } = params;
    return shownOr404(work, await does(work, { repeatRepairId, expectedVersion }, body));
  };
const afterOf = (after: readonly unknown[] | null) => ({
  afterAt: after ? new Date(String(after[0])) : null,
  afterId: after ? String(after[1]) : null,
});

/** A quarter, unless a period is named. */
const usualDays = 89;
function periodOf(work: Work, { from, until }: { from?: string; until?: string }) {
  const last = until ?? dateIn(zoneOfTenant, work.now);
  return { from: from ?? addDays(last, -usualDays), until: last, zone: zoneOfTenant };
}

export function repeatRepairsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, repeatRepairRoutes, {
    list: async (work, { query }) => {
      const filter = {
        state: query.state ?? null,
        technicianId: query.technicianId ?? null,
        job: query.job ?? null,
        counted: query.counted ?? null,
        from: query.from ?? null,
        until: query.until ?? null,
      };
      const after = afterOf(host.cursors.open('repeatRepairs', query.cursor) ?? null);
      const rows = await pageOfRepeats(work, { ...filter, ...after, size: sizeOf(query) + 1 });
      const keyOf = ({ recognisedAt, id }: (typeof rows)[number]) => [
        recognisedAt.toISOString(),
        id,
      ];
      const page = pageOf(host.cursors, 'repeatRepairs', query, rows, keyOf, presentRepeat);
      return query.count ? { ...page, total: await countOfRepeats(work, filter) } : page;
    },
    ofOrder: async (work, { params }) => {
      if (!(await isOrderSeen(work, params.orderId))) throw notFound();
      return { repeatRepair: await shownRepeat(work, params.orderId) };
    },
    confirm: step(confirm),
    decline: step(decline),
    judge: step(judge),
    figures: async (work, { query }) => {
      const period = periodOf(work, query);
      const [total] = await figuresOf(work, 'all', period);
      const none = { key: '', name: '', orders: 0, repeats: 0, cameBack: 0 };
      return {
        from: period.from,
        until: period.until,
        total: presentFigure(total ?? none),
        items: (await figuresOf(work, query.by ?? 'technician', period)).map(presentFigure),
      };
    },
    orders: async (work, { query }) => {
      const filter = {
        ...periodOf(work, query),
        technicianId: query.technicianId ?? null,
        job: query.job ?? null,
      };
      const after = afterOf(host.cursors.open('repeatRepairOrders', query.cursor) ?? null);
      const rows = await pageOfOrders(work, { ...filter, ...after, size: sizeOf(query) + 1 });
      const keyOf = ({ deliveredAt, id }: (typeof rows)[number]) => [deliveredAt.toISOString(), id];
      const page = pageOf(host.cursors, 'repeatRepairOrders', query, rows, keyOf, presentOrder);
      return query.count ? { ...page, total: await countOfOrders(work, filter) } : page;
    },
  });
}
