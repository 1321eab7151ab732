import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve, servePublic } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { sendPaper } from '#platform/print/send.ts';
import { openPriceRoutes, priceRoutes } from '../contract.ts';
import { addPrice, changePrice, endPrice, type Written } from './editions.ts';
import { pageAsked, priceCursor, shownEdition, shownLine } from './listing.ts';
import { readOpenPrices } from './open.ts';
import { servePackages } from './package-routes.ts';
import { itemAt, placeAsked, today } from './places.ts';
import { printedList } from './printing.ts';
import { publish, shownPublication } from './publication.ts';
import { pageOfEditions } from './queries.ts';
import { pageOfPrices } from './queries-list.ts';
import { setRate, shownRates } from './rates.ts';

export function pricesModule(app: FastifyInstance, host: Host): void {
  const { cursors, publicUrl } = host;
  serve(app, host, priceRoutes, {
    list: async (work, { query }) => {
      const { orgPath } = await placeAsked(work, query.orgUnitId);
      const where = { orgPath, day: query.day ?? today(work) };
      const after = cursors.open('prices', query.cursor);
      const asked = { ...where, ...pageAsked(query), withEnded: query.withEnded };
      const rows = await pageOfPrices(work, asked, after, sizeOf(query) + 1);
      return pageOf(cursors, 'prices', query, rows, priceCursor, shownLine(orgPath));
    },
    history: async (work, { params, query }) => {
      const { item, place } = await itemAt(work, params.priceItemId, query.orgUnitId);
      const after = cursors.open('priceEditions', query.cursor);
      const rows = await pageOfEditions(work, item, place.orgPath, after, sizeOf(query) + 1);
      const keyOf = ({ validFrom, id }: { validFrom: string; id: string }) => [validFrom, id];
      return pageOf(cursors, 'priceEditions', query, rows, keyOf, shownEdition);
    },
    add: async (work, { body }) => written(await addPrice(work, body)),
    change: async (work, { params, body }) =>
      written(await changePrice(work, params.priceItemId, body)),
    end: async (work, { params, body }) => written(await endPrice(work, params.priceItemId, body)),
    rates: (work, { query }) => shownRates(work, query),
    setRate: (work, { body }) => setRate(work, body),
    publication: (work, { query }) => shownPublication(work, query.orgUnitId, publicUrl),
    publish: (work, { body }) => publish(work, body, publicUrl),
    print: async (work, { query }, call) => {
      const { pdf, name } = await printedList(work, query, call);
      return sendPaper(call.reply, { pdf }, name);
    },
  });
  servePackages(app, host);
  servePublic(app, host, openPriceRoutes, {
    read: ({ request }, { query }) => readOpenPrices(host, request, query),
  });
}

/** What was just written is an edition of the place itself, unless it was given back to the unit above. */
const written = ({ line, place }: Written) => shownLine(place.orgPath)(line);
