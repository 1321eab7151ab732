import type { FastifyInstance } from 'fastify';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { placed } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import { instantAt } from '#shared/dates.ts';
import { clockRoutes, dispatchRoutes, guideRoutes } from '../contract.ts';
import { correct, settle } from './corrections.ts';
import { assign, dispatchBoard, itemLoops } from './dispatching.ts';
import { addGuide, changeGuide, shownGuide } from './guides.ts';
import { pageOfHours, withRates } from './hours.ts';
import { wallCards } from './queries-dispatch.ts';
import { guidesOf } from './queries-guides.ts';
import type { HoursSums } from './queries-hours.ts';
import { spellShown, spellsOfDay } from './queries-mine.ts';
import { myClock, shownSpell } from './showing.ts';
import { takeStamps } from './stamping.ts';

export function jobClockModule(app: FastifyInstance, host: Host): void {
  serve(app, host, clockRoutes, {
    mine: (work) => myClock(work),
    stamp: (work, { body }) => takeStamps(work, body),
    spells: async (work, { query: { employeeId, on } }) => {
      const [from, until] = [
        instantAt(zoneOfTenant, on, '00:00'),
        instantAt(zoneOfTenant, on, '24:00'),
      ];
      return { items: (await spellsOfDay(work, { employeeId, from, until })).map(shownSpell) };
    },
    correct: async (work, { params, body }) => {
      const { id } = await correct(work, params.spellId, body);
      return shownSpell(await spellShown(work, id));
    },
    settle: async (work, { params: { stampId }, body }) => ({
      stampId,
      decision: await settle(work, stampId, body),
    }),
  });
  serve(app, host, dispatchRoutes, {
    board: (work) => dispatchBoard(work),
    assign: async (work, { body }) => {
      await assign(work, body);
      const technicianIds = body.technicians.map(({ technicianId }) => technicianId);
      return { lineId: body.lineId, technicianIds };
    },
    wall: async (work) => {
      const rows = await wallCards(work);
      const items = rows.map(({ orgPath, ...row }) => placed(wire(row), orgPath));
      return { now: work.now.toISOString(), items };
    },
    items: async (work, { params }) => ({ items: await itemLoops(work, params.orderId) }),
    hours: async (work, { query }) => {
      const after = host.cursors.open('jobClock.hours', query.cursor);
      const rows = await pageOfHours(work, query, after, sizeOf(query) + 1);
      const key = ({ period, id }: HoursSums) => [period, id];
      return pageOf(host.cursors, 'jobClock.hours', query, rows, key, withRates);
    },
  });
  serve(app, host, guideRoutes, {
    guides: async (work) => ({ items: (await guidesOf(work)).map(shownGuide) }),
    addGuide: async (work, { body }) => shownGuide(await addGuide(work, body)),
    changeGuide: async (work, { params, body }, { expectedVersion }) =>
      shownGuide(await changeGuide(work, { ...params, expectedVersion }, body)),
  });
}
