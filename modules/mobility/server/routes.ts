import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { type Loan, loanCarRoutes, loanRoutes, type Trip, tripRoutes } from '../contract.ts';
import { arrive, cancel, fail, finish, setOut, takeOver, whereTo } from './driving.ts';
import { addLoanCar, changeLoanCar } from './loan-cars.ts';
import { type AskedLoan, extend, giveBack, lend } from './loans.ts';
import {
  countOfLoanCars,
  countOfLoans,
  loansOfOrder,
  pageOfLoanCars,
  pageOfLoans,
} from './queries-loans.ts';
import {
  countOfTrips,
  openTrips,
  pageOfTrips,
  tripsOfDriver,
  tripsOfOrder,
} from './queries-trips.ts';
import { sendSheet } from './sheet.ts';
import { presentCar, presentLoan, presentTrip, shownLoan, shownTrip } from './show.ts';
import { type AskedTrip, ask, assign, change } from './trips.ts';

/** A step does its part; the answer is the trip as it stands then. */
const step =
  <Body>(does: (work: Work, asked: AskedTrip, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { tripId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<Trip> => {
    await does(work, { tripId: params.tripId, expectedVersion }, body);
    return shownTrip(work, params.tripId);
  };
const loanStep =
  <Body>(does: (work: Work, asked: AskedLoan, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { loanId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<Loan> => {
    await does(work, { loanId: params.loanId, expectedVersion }, body);
    return shownLoan(work, params.loanId);
  };
const afterOf = (after: readonly unknown[] | null) => ({
  afterAt: after ? new Date(String(after[0])) : null,
  afterId: after ? String(after[1]) : null,
});

export function mobilityModule(app: FastifyInstance, host: Host): void {
  serve(app, host, tripRoutes, {
    list: async (work, { query }) => {
      if (query.orderId) {
        const items = (await tripsOfOrder(work, query.orderId)).map(presentTrip);
        return { items, nextCursor: null, ...(query.count && { total: items.length }) };
      }
      const filter = { state: query.state ?? null, kind: query.kind ?? null };
      const after = afterOf(host.cursors.open('trips', query.cursor) ?? null);
      const rows = await pageOfTrips(work, { ...filter, ...after, size: sizeOf(query) + 1 });
      const keyOf = ({ arriveBy, id }: (typeof rows)[number]) => [arriveBy.toISOString(), id];
      const page = pageOf(host.cursors, 'trips', query, rows, keyOf, presentTrip);
      return query.count ? { ...page, total: await countOfTrips(work, filter) } : page;
    },
    open: async (work) => ({ items: (await openTrips(work)).map(presentTrip) }),
    mine: async (work) => ({ items: (await tripsOfDriver(work)).map(presentTrip) }),
    one: (work, { params }) => shownTrip(work, params.tripId),
    whereTo: (work, { params }) => whereTo(work, params.tripId),
    ask: async (work, { body }) => shownTrip(work, await ask(work, body)),
    change: step(change),
    assign: step(assign),
    setOut: step(setOut),
    arrive: step(arrive),
    takeOver: step(takeOver),
    finish: step(finish),
    fail: step(fail),
    cancel: step(cancel),
  });
  serve(app, host, loanCarRoutes, {
    list: async (work, { query }) => {
      const filter = { condition: query.condition ?? null };
      const after = host.cursors.open('loanCars', query.cursor);
      const rows = await pageOfLoanCars(work, {
        ...filter,
        afterPlate: after ? String(after[0]) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const keyOf = ({ plate, id }: (typeof rows)[number]) => [plate, id];
      const page = pageOf(host.cursors, 'loanCars', query, rows, keyOf, presentCar);
      return query.count ? { ...page, total: await countOfLoanCars(work, filter) } : page;
    },
    add: (work, { body }) => addLoanCar(work, body),
    change: (work, { params, body }, { expectedVersion }) =>
      changeLoanCar(work, { loanCarId: params.loanCarId, expectedVersion }, body),
  });
  serve(app, host, loanRoutes, {
    list: async (work, { query }) => {
      if (query.orderId) {
        const items = (await loansOfOrder(work, query.orderId)).map(presentLoan);
        return { items, nextCursor: null, ...(query.count && { total: items.length }) };
      }
      const filter = { state: query.state ?? null };
      const after = afterOf(host.cursors.open('loans', query.cursor) ?? null);
      const rows = await pageOfLoans(work, { ...filter, ...after, size: sizeOf(query) + 1 });
      const keyOf = ({ lentAt, id }: (typeof rows)[number]) => [lentAt.toISOString(), id];
      const page = pageOf(host.cursors, 'loans', query, rows, keyOf, presentLoan);
      return query.count ? { ...page, total: await countOfLoans(work, filter) } : page;
    },
    one: (work, { params }) => shownLoan(work, params.loanId),
    lend: async (work, { body }) => shownLoan(work, await lend(work, body)),
    extend: loanStep(extend),
    giveBack: loanStep(giveBack),
    sheet: (work, { params }, call) => sendSheet(work, params.loanId, call),
  });
}
