import type { FastifyRequest } from 'fastify';
import { tenantByCode } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { readingWork, type Work } from '#platform/work.ts';
import type { QueryOf } from '#shared/route.ts';
import type { OpenPrices, openPriceRoutes } from '../contract.ts';
import { pageAsked, priceCursor } from './listing.ts';
import { openPackages } from './open-packages.ts';
import { today } from './places.ts';
import { openedAt } from './publication.ts';
import { houseOf, placeByCode } from './queries.ts';
import { type LineRow, pageOfPrices } from './queries-list.ts';
import { ratesAt } from './queries-rates.ts';
import { thresholds } from './thresholds.ts';

type Asked = QueryOf<typeof openPriceRoutes.read>;

/**
 * The list of a shop for whoever asks. A house or a shop that there is not and a list that is not open are the same to
 * him. Of him nothing stays; his address is counted for a minute and a day, and forgotten.
 * @throws Problem 404, 429 `too_many`
 */
export async function readOpenPrices(
  host: Host,
  request: FastifyRequest,
  asked: Asked,
): Promise<OpenPrices> {
  const { perAddressMinute, perAddressDay } = thresholds;
  const address = `prices:${request.ip}`;
  await countOrRefuse(host.database, host.clock.now(), [
    { key: address, most: perAddressMinute, windowMinutes: 1 },
    { key: `${address}:day`, most: perAddressDay, windowMinutes: 24 * 60 },
  ]);
  const { rows } = await host.database.global(tenantByCode, [asked.house || null]);
  if (rows.length !== 1) throw notFound();
  const tenantId = rows[0]?.id as string;
  const actor = systemActor(tenantId, 'prices');
  const setting = { actor, now: host.clock.now(tenantId), requestId: request.id };
  return shown(readingWork(host.database, setting), host, asked);
}

async function shown(work: Work, { cursors }: Host, asked: Asked): Promise<OpenPrices> {
  const place = await placeByCode(work, asked.shop);
  if (!place) throw notFound();
  const { isOpen, complaintPhone } = await openedAt(work, place.orgPath);
  if (!isOpen) throw notFound();
  const { house } = await houseOf(work);
  const where = { orgPath: place.orgPath, day: today(work) };
  const size = sizeOf(asked);
  const after = cursors.open('openPrices', asked.cursor);
  const rows = await pageOfPrices(work, { ...where, ...pageAsked(asked) }, after, size + 1);
  const rates = asked.cursor ? [] : await ratesAt(work, where);
  const last = rows.length > size ? rows[size - 1] : undefined;
  const { name: shop, address, phone } = place;
  return {
    ...{ house, shop, address, phone, complaintPhone, day: where.day },
    rates: rates.map(({ grade, rateFen }) => ({ grade, rateFen })),
    items: rows.slice(0, size).map(openItem),
    packages: asked.cursor || asked.kind ? [] : await openPackages(work, where, asked.q),
    nextCursor: last ? cursors.seal('openPrices', priceCursor(last)) : null,
  };
}

/** What the law has shown: item, content, hours with their source, price; no word of who wrote it. */
export function openItem(row: LineRow): OpenPrices['items'][number] {
  const { code, model, name, standardHours, rateGrade, measure, amountFen } = row;
  const { guaranteeDays, guaranteeKm } = row;
  return {
    kind: row.kind as 'job',
    ...{ code, model, name, standardHours },
    hoursSource: row.hoursSource as 'shop' | null,
    workGrade: row.workGrade as '',
    ...{ rateGrade, isFixed: row.priceFen !== null, amountFen, measure },
    origin: row.origin as 'original' | null,
    ...{ guaranteeDays, guaranteeKm },
  };
}
