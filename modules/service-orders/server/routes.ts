import type { FastifyInstance } from 'fastify';
import type { ArrivalAppointment } from '#modules/appointments/contract.ts';
import type { Host } from '#platform/host.ts';
import { type Call, type Handlers, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { phoneFor } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import {
  heldOrderRoutes,
  orderLinkRoutes,
  type ServiceOrder,
  serviceOrderRoutes,
} from '../contract.ts';
import { cancel, deliver, leaveUnrepaired, settle } from './departure.ts';
import { setLimits, shownLimits } from './discount-limits.ts';
import { askDiscount, decideDiscount } from './discounts.ts';
import { promiseGuarantees, shownGuarantees } from './guarantee-promises.ts';
import { heldOrders, orderLinks } from './links.ts';
import { pricesOffered } from './listed-prices.ts';
import { packagesOffered } from './packages.ts';
import { orderById } from './queries.ts';
import { boardOf, cardOf, countOfOrders, pageOfOrders, workshopOf } from './queries-lists.ts';
import { arrivalOf } from './queries-record.ts';
import { answer, approve, estimate, inspect, priceItem, propose } from './quotation.ts';
import { addPaper, change, promiseTime, receive, wait } from './reception.ts';
import { presentCard, presentJob, presentListed, shownOrder } from './record.ts';
import { sendSheet } from './sheet.ts';
import type { Asked } from './taking.ts';
import { finalInspect, handOver, markDone, selfCheck, start, teamCheck } from './workshop.ts';

type All = Handlers<typeof serviceOrderRoutes>;

/** A step does its part; the answer is the whole order as it stands then. */
const step =
  <Body>(take: (work: Work, asked: Asked, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { orderId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<ServiceOrder> => {
    await take(work, { orderId: params.orderId, expectedVersion }, body);
    return shownOrder(work, params.orderId);
  };

export function serviceOrdersModule(app: FastifyInstance, host: Host): void {
  serve(app, host, serviceOrderRoutes, {
    ...readings(host),
    receive: async (work, { body }) => shownOrder(work, await receive(work, body)),
    change: step(change),
    inspect: step(inspect),
    estimate: step(estimate),
    approve: step(approve),
    handOver: step(handOver),
    start: step(start),
    propose: step(propose),
    priceItem: async (work, { params, body }, { expectedVersion }) => {
      await priceItem(work, { orderId: params.orderId, expectedVersion }, params.lineId, body);
      return shownOrder(work, params.orderId);
    },
    answer: step(answer),
    markDone: async (work, { params, body }, { expectedVersion }) => {
      await markDone(work, { orderId: params.orderId, expectedVersion }, params.lineId, body.done);
      return shownOrder(work, params.orderId);
    },
    selfCheck: step(selfCheck),
    teamCheck: step(teamCheck),
    finalInspect: step(finalInspect),
    settle: step(settle),
    deliver: step(deliver),
    leaveUnrepaired: step(leaveUnrepaired),
    cancel: step(cancel),
    wait: step(wait),
    promise: step(promiseTime),
    addPaper: step(addPaper),
    guarantees: shownGuarantees,
    promiseGuarantees: (work, { body }) => promiseGuarantees(work, body.terms),
    discountLimits: shownLimits,
    setDiscountLimits: (work, { body }) => setLimits(work, body.limits),
    askDiscount: step(askDiscount),
    decideDiscount: async (work, { params, body }, { expectedVersion }) => {
      const asked = { orderId: params.orderId, expectedVersion };
      await decideDiscount(work, asked, params.discountId, body);
      return shownOrder(work, params.orderId);
    },
  });
  serve(app, host, orderLinkRoutes, orderLinks);
  serve(app, host, heldOrderRoutes, heldOrders);
}

/** Instants out of JSON carry an offset; on the wire they are UTC like all others. */
const expected = (told: ArrivalAppointment | null): ArrivalAppointment | null =>
  told && {
    ...told,
    startsAt: new Date(told.startsAt).toISOString(),
    endsAt: new Date(told.endsAt).toISOString(),
  };

type Readings = Pick<
  All,
  'list' | 'board' | 'card' | 'workshop' | 'arrival' | 'read' | 'sheet' | 'offers' | 'packages'
>;

function readings(host: Host): Readings {
  return {
    list: async (work, { query }) => {
      const list = `serviceOrders ${query.sort ?? ''}`;
      const after = host.cursors.open(list, query.cursor);
      const rows = await pageOfOrders(work, query, after, sizeOf(query) + 1);
      const page = pageOf(
        host.cursors,
        list,
        query,
        rows,
        (row) => [row.receivedAt.toISOString(), row.id],
        presentListed,
      );
      return query.count ? { ...page, total: await countOfOrders(work, query) } : page;
    },
    board: async (work) => ({ items: (await boardOf(work)).map(presentCard) }),
    card: async (work, { params }) => {
      if (!(await orderById(work, params.orderId))) throw notFound();
      const row = await cardOf(work, params.orderId);
      return { card: row ? presentCard(row) : null };
    },
    workshop: async (work, { query }) => {
      const rows = await workshopOf(work, query.of ?? 'mine');
      return { items: rows.map((row) => presentJob(work, row)) };
    },
    arrival: async (work, { query }) => {
      const row = await arrivalOf(work, query.vehicleId, query.mileageKm);
      if (!row) throw notFound();
      const { customer } = row;
      const shown = customer && { ...customer, phone: phoneFor(work.actor, customer.phone) };
      return { ...row, customer: shown, appointment: expected(row.appointment) };
    },
    read: (work, { params }) => shownOrder(work, params.orderId),
    offers: async (work, { params, query }) => ({
      items: await pricesOffered(work, params.orderId, query),
    }),
    packages: async (work, { params, query }) => ({
      items: await packagesOffered(work, params.orderId, query.q),
    }),
    sheet: (work, { params }, call) => sendSheet(work, params.orderId, call),
  };
}
