import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tenantByCode } from '#modules/organisation/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { notFound } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { readingWork, type Setting, type Work } from '#platform/work.ts';
import type { PublicShop } from '../contract.ts';
import type { Which } from '../contract-open.ts';
import { limits } from './limits.ts';
import { writtenOf } from './page.ts';
import { openPlaceOf, type Place, pageOfUnit, type ShopPageRow } from './queries.ts';
import { shopShown } from './shown.ts';

/** An address reads so often, and is forgotten after a day. @throws Problem 429 `too_many` */
export async function countReader(host: Host, request: FastifyRequest): Promise<void> {
  const address = `shop:${request.ip}`;
  await countOrRefuse(host.database, host.clock.now(), [
    { key: address, most: limits.readsAMinute, windowMinutes: 1 },
    { key: `${address}:day`, most: limits.readsADay, windowMinutes: 24 * 60 },
  ]);
}

/** The house at work for somebody without a login. @throws Problem 404 where there is no such house */
export async function houseAsked(
  host: Host,
  request: FastifyRequest,
  house: string | undefined,
): Promise<Setting> {
  const { rows } = await host.database.global(tenantByCode, [house || null]);
  if (rows.length !== 1) throw notFound();
  const tenantId = rows[0]?.id as string;
  return {
    actor: systemActor(tenantId, 'shopPage'),
    now: host.clock.now(tenantId),
    requestId: request.id,
    via: 'openShops',
    secrets: host.secrets,
  };
}

/** A shop whose page is open. One that there is not and one that is closed are the same to everybody. @throws Problem 404 */
export async function shopOpen(
  work: Work,
  slug: string,
): Promise<{ place: Place; page: ShopPageRow }> {
  const place = await openPlaceOf(work, slug);
  const page = place && (await pageOfUnit(work, place.orgUnitId));
  if (!place || !page) throw notFound();
  return { place, page };
}

/** The page of a shop; a browser that has it is told that it still holds (304). */
export async function readOpenShop(
  host: Host,
  { request, reply }: { request: FastifyRequest; reply: FastifyReply },
  { house, slug }: Which,
): Promise<PublicShop | FastifyReply> {
  await countReader(host, request);
  const work = readingWork(host.database, await houseAsked(host, request, house));
  const { place, page } = await shopOpen(work, slug);
  const shown = await shopShown(work, place, writtenOf(page), host.publicUrl);
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url');
  const etag = `"${hash.slice(0, 22)}"`;
  reply.header('etag', etag).header('cache-control', 'public, max-age=60');
  if (request.headers['if-none-match'] === etag) return reply.code(304).send();
  return reply.code(200).send(shown);
}
