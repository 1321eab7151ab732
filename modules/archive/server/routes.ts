import type { FastifyInstance } from 'fastify';
import { customerById } from '#modules/customers/server/index.ts';
import { vehicleById } from '#modules/vehicles/server/index.ts';
import { can } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { sendPaper } from '#platform/print/send.ts';
import { nameFor, placed } from '#platform/privacy.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { archiveRoutes } from '../contract.ts';
import { fileRoutes } from '../contract-file.ts';
import { type EntryKind, timelineRoutes } from '../contract-timeline.ts';
import { vehicleFileRoutes } from '../contract-vehicle.ts';
import { cardsOf } from './cards.ts';
import { printedArchive } from './printing.ts';
import { visitsOfVehicle } from './queries.ts';
import { type FleetRow, fleetTotals, pageOfFleet } from './queries-fleet.ts';
import {
  countArchives,
  countIncomplete,
  pageOfArchives,
  pageOfIncomplete,
} from './queries-lists.ts';
import { pageOfTimeline } from './queries-timeline.ts';
import { placeOfEntry, shownEntryTo } from './queries-timeline-parts.ts';
import { archiveOf, shownIncomplete, shownItem } from './record.ts';
import { vehicleFileOf, vehicleTimeline } from './vehicle-file.ts';

export function archiveModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  const timeline = async (
    work: Work,
    customerId: string,
    query: { kind?: EntryKind; cursor?: string; limit?: number },
  ) => {
    const after = cursors.open('timeline', query.cursor);
    const rows = await pageOfTimeline(work, customerId, query.kind, after, sizeOf(query) + 1);
    return pageOf(cursors, 'timeline', query, rows, placeOfEntry, shownEntryTo(work.actor));
  };
  serve(app, host, timelineRoutes, {
    ofCustomer: async (work, { params, query }) => {
      const customer = await customerById(work, params.customerId);
      if (!customer) throw notFound();
      return placed(await timeline(work, customer.id, query), customer.orgPath);
    },
    ofVehicle: async (work, { params, query }) => {
      const vehicle = await vehicleById(work, params.vehicleId);
      if (!vehicle) throw notFound();
      return placed(await vehicleTimeline(work, vehicle.id, query, cursors), vehicle.orgPath);
    },
  });
  serve(app, host, vehicleFileRoutes, {
    read: (work, { params }) => vehicleFileOf(work, params.vehicleId, cursors),
  });
  serve(app, host, fileRoutes, {
    read: async (work, { params }) => {
      const { row, archive } = await archiveOf(work, params.customerId);
      const rest = {
        timeline: await timeline(work, params.customerId, {}),
        cards: await cardsOf(work, params.customerId, cursors),
      };
      return placed({ ...archive, ...rest }, row.orgPath);
    },
    print: async (work, { params }, call) => {
      const { row, archive } = await archiveOf(work, params.customerId);
      const pdf = await printedArchive(work, row, archive, call);
      return sendPaper(
        call.reply,
        { pdf },
        `客户档案-${nameFor(work.actor, row.name, row.orgPath)}`,
      );
    },
  });
  serve(app, host, archiveRoutes, {
    list: async (work, { query }) => {
      const after = cursors.open('archives', query.cursor);
      const rows = await pageOfArchives(work, query, after?.[0], sizeOf(query) + 1);
      const page = pageOf(cursors, 'archives', query, rows, ({ id }) => [id], shownItem);
      return query.count ? { ...page, total: await countArchives(work, query) } : page;
    },
    listIncomplete: async (work, { query }) => {
      const after = cursors.open('incompleteArchives', query.cursor);
      const rows = await pageOfIncomplete(work, query, after, sizeOf(query) + 1);
      const page = pageOf(
        cursors,
        'incompleteArchives',
        query,
        rows,
        ({ dueText, id }) => [dueText, id],
        shownIncomplete,
      );
      return query.count ? { ...page, total: await countIncomplete(work, query) } : page;
    },
    fleet: async (work, { params, query }) => {
      const customer = await customerById(work, params.customerId);
      if (!customer) throw notFound();
      const after = cursors.open('fleet', query.cursor);
      const rows = await pageOfFleet(work, customer.id, after, sizeOf(query) + 1);
      const hides = !can(work.actor, 'serviceOrders.see');
      const page = pageOf(cursors, 'fleet', query, rows, keyOfFleet, ({ car }) =>
        hides ? { ...car, order: null } : car,
      );
      const { name, kind } = customer;
      const totals = await fleetTotals(work, customer.id);
      return placed({ ...page, name, kind, totals }, customer.orgPath);
    },
    vehicleVisits: async (work, { params, query }) => {
      const vehicle = await vehicleById(work, params.vehicleId);
      if (!vehicle) throw notFound();
      const after = cursors.open('vehicleVisits', query.cursor);
      const rows = await visitsOfVehicle(work, vehicle.id, after, sizeOf(query) + 1);
      return pageOf(
        cursors,
        'vehicleVisits',
        query,
        rows,
        ({ receivedText, visit }) => [receivedText, visit.id],
        // What was done to the car stays; what its former owner said and paid is nobody's business any more.
        ({ visit, isFormer }) =>
          isFormer ? { ...visit, customerWords: '', amountFen: null } : visit,
      );
    },
  });
}

const keyOfFleet = ({ dueText, car }: FleetRow) => [dueText, car.id];
