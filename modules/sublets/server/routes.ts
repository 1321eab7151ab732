import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { addDays, dateIn } from '#shared/dates.ts';
import { type Sublet, subletPartnerRoutes, subletRoutes } from '../contract.ts';
import { bookCost, reverseCost } from './costs.ts';
import { addPartner, changePartner, presentPartner } from './partners.ts';
import { countOfSublets, orderWithJobs, pageOfSublets, subletsOfOrder } from './queries.ts';
import { countOfCosts, figuresOf, pageOfCosts, totalOf } from './queries-costs.ts';
import { countOfPartners, pageOfPartners } from './queries-partners.ts';
import {
  presentCost,
  presentFigure,
  presentListed,
  presentSublet,
  presentSums,
  shownSublet,
} from './show.ts';
import { type AskedSublet, callOff, check, give, postpone, takeBack } from './steps.ts';

/** A step does its part; the answer is the sublet as it stands then. */
const step =
  <Body>(does: (work: Work, asked: AskedSublet, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { subletId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<Sublet> => {
    await does(work, { subletId: params.subletId, expectedVersion }, body);
    return shownSublet(work, params.subletId);
  };

/** A quarter, unless a period is named. */
const usualDays = 89;
function periodOf(work: Work, { from, until }: { from?: string; until?: string }) {
  const last = until ?? dateIn(zoneOfTenant, work.now);
  return { from: from ?? addDays(last, -usualDays), until: last };
}

export function subletsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, subletPartnerRoutes, {
    list: async (work, { query }) => {
      const filter = { isActive: query.isActive ?? null };
      const after = host.cursors.open('subletPartners', query.cursor) ?? null;
      const rows = await pageOfPartners(work, {
        ...filter,
        afterName: after ? String(after[0]) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = ({ name, id }: (typeof rows)[number]) => [name, id];
      const page = pageOf(host.cursors, 'subletPartners', query, rows, keyOf, (row) =>
        presentPartner(work, row),
      );
      return query.count ? { ...page, total: await countOfPartners(work, filter) } : page;
    },
    add: (work, { body }) => addPartner(work, body),
    change: (work, { params, body }, { expectedVersion }) =>
      changePartner(work, { ...params, expectedVersion }, body),
  });
  serve(app, host, subletRoutes, {
    list: async (work, { query }) => {
      const filter = { state: query.state ?? null, partnerId: query.partnerId ?? null };
      const after = host.cursors.open('sublets', query.cursor) ?? null;
      const rows = await pageOfSublets(work, {
        ...filter,
        afterAt: after ? new Date(String(after[0])) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = ({ givenAt, id }: (typeof rows)[number]) => [givenAt.toISOString(), id];
      const page = pageOf(host.cursors, 'sublets', query, rows, keyOf, (row) =>
        presentListed(work, row),
      );
      return query.count ? { ...page, total: await countOfSublets(work, filter) } : page;
    },
    ofOrder: async (work, { params }) => {
      const order = await orderWithJobs(work, params.orderId);
      if (!order) throw notFound();
      const items = await subletsOfOrder(work, params.orderId);
      const mayGive = can(work.actor, 'serviceOrders.receive', order.orgPath);
      return {
        items: items.map((row) => presentSublet(work, row)),
        givable: mayGive ? order.givable : [],
      };
    },
    give: async (work, { params, body }, { expectedVersion }) =>
      shownSublet(work, await give(work, { ...params, expectedVersion }, body)),
    postpone: step(postpone),
    takeBack: step(takeBack),
    check: step(check),
    callOff: step(callOff),
    bookCost: step(bookCost),
    reverseCost: step(reverseCost),
    figures: async (work, { query }) => {
      const period = periodOf(work, query);
      return {
        ...period,
        total: presentSums(await totalOf(work, period)),
        items: (await figuresOf(work, query.by ?? 'partner', period)).map(presentFigure),
      };
    },
    costs: async (work, { query }) => {
      const filter = { ...periodOf(work, query), partnerId: query.partnerId ?? null };
      const after = host.cursors.open('subletCosts', query.cursor) ?? null;
      const rows = await pageOfCosts(work, {
        ...filter,
        afterOn: after ? String(after[0]) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = ({ bookedOn, id }: (typeof rows)[number]) => [bookedOn, id];
      const page = pageOf(host.cursors, 'subletCosts', query, rows, keyOf, presentCost);
      return query.count ? { ...page, total: await countOfCosts(work, filter) } : page;
    },
  });
}
