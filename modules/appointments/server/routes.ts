import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import type { Work } from '#platform/work.ts';
import { dateIn, instantAt } from '#shared/dates.ts';
import { type Appointment, appointmentRoutes, bayRoutes, teamHoursRoutes } from '../contract.ts';
import {
  addBay,
  changeBay,
  closeBay,
  reopenBay,
  saveDay,
  saveGrace,
  saveWeek,
  shopCapacityOf,
} from './bays.ts';
import { book, walkIn } from './booking.ts';
import { dayOf, fitsBy, freeTimes } from './capacity.ts';
import {
  appointmentsOfDay,
  askedCount,
  countOfAppointments,
  missedCount,
  pageOfAppointments,
} from './queries.ts';
import { presentListed, shownAppointment } from './show.ts';
import { arrive, call, cancel, change, confirm, move, take } from './steps.ts';
import type { Asked } from './taking.ts';

/** A step does its part; the answer is the appointment as it stands then. */
const step =
  <Body>(does: (work: Work, asked: Asked, body: Body) => Promise<void>) =>
  async (
    work: Work,
    { params, body }: { params: { appointmentId: string }; body: Body },
    { expectedVersion }: Call,
  ): Promise<Appointment> => {
    await does(work, { appointmentId: params.appointmentId, expectedVersion }, body);
    return shownAppointment(work, params.appointmentId);
  };

const midnight = (on: string | undefined, time: '00:00' | '24:00') =>
  on === undefined ? null : instantAt(zoneOfTenant, on, time);

export function appointmentsModule(app: FastifyInstance, host: Host): void {
  serve(app, host, appointmentRoutes, {
    day: async (work, { query }) => {
      const on = query.on ?? dateIn(zoneOfTenant, work.now);
      const { unitId } = work.actor;
      const fromAt = instantAt(zoneOfTenant, on, '00:00');
      const untilAt = instantAt(zoneOfTenant, on, '24:00');
      const items = await appointmentsOfDay(work, { unitId, fromAt, untilAt });
      return {
        ...(await dayOf(work, on)),
        items: items.map(presentListed),
        missed: await missedCount(work, unitId),
        asked: await askedCount(work, unitId),
      };
    },
    freeTimes: async (work, { query }) => ({ items: await freeTimes(work, query) }),
    fits: (work, { query }) => fitsBy(work, query),
    list: async (work, { query }) => {
      const filter = {
        state: query.state ?? null,
        customerId: query.customerId ?? null,
        vehicleId: query.vehicleId ?? null,
        fromAt: midnight(query.from, '00:00'),
        untilAt: midnight(query.until, '24:00'),
      };
      const after = host.cursors.open('appointments', query.cursor);
      const rows = await pageOfAppointments(work, {
        ...filter,
        afterAt: after ? new Date(String(after[0])) : null,
        afterId: after ? String(after[1]) : null,
        size: sizeOf(query) + 1,
      });
      const page = pageOf(
        host.cursors,
        'appointments',
        query,
        rows,
        ({ startsAt, id }) => [startsAt.toISOString(), id],
        presentListed,
      );
      return query.count ? { ...page, total: await countOfAppointments(work, filter) } : page;
    },
    one: (work, { params }) => shownAppointment(work, params.appointmentId),
    book: async (work, { body }) => shownAppointment(work, await book(work, body)),
    walkIn: async (work, { body }) => shownAppointment(work, await walkIn(work, body)),
    change: step(change),
    move: step(move),
    confirm: step(confirm),
    arrive: step(arrive),
    take: step(take),
    call: step(call),
    cancel: step(cancel),
  });
  serve(app, host, bayRoutes, {
    read: shopCapacityOf,
    add: (work, { body }) => addBay(work, body),
    change: (work, { params, body }, { expectedVersion }) =>
      changeBay(work, { bayId: params.bayId, expectedVersion }, body),
    close: (work, { params, body }) => closeBay(work, params.bayId, body),
    reopen: (work, { params }) => reopenBay(work, params.bayId),
  });
  serve(app, host, teamHoursRoutes, {
    saveWeek: (work, { body }) => saveWeek(work, body),
    saveDay: (work, { body }) => saveDay(work, body),
    saveGrace: (work, { body }) => saveGrace(work, body),
  });
}
