import type { FastifyRequest } from 'fastify';
import {
  bookByWeb,
  type Found,
  seenAppointment,
  timesFreeAt,
} from '#modules/appointments/server/index.ts';
import { notify } from '#modules/commitments/server/index.ts';
import { dialable } from '#modules/customers/server/index.ts';
import { makeLink } from '#modules/links/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { employeesWith, hashSecret } from '#modules/people/server/index.ts';
import type { Host } from '#platform/host.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import { countOrRefuse, type Limit } from '#platform/throttle.ts';
import { readingWork, type Work, writingWork } from '#platform/work.ts';
import { instantAt } from '#shared/dates.ts';
import type { BodyOf, QueryOf } from '#shared/route.ts';
import type { BookedByWeb, OpenTimes, openShopRoutes } from '../contract.ts';
import { bookableInHours, limits, linkDays, timesShown, usualMinutes } from './limits.ts';
import { countReader, houseAsked, shopOpen } from './open.ts';
import { bookedAhead, bookingOfForm, insertBooking, lockPage, type Place } from './queries.ts';

type Body = BodyOf<typeof openShopRoutes.book>;
const dayMinutes = 24 * 60;

export const shownTimes = (found: readonly Found[]): OpenTimes => ({
  items: found.map(({ startsAt, endsAt }) => ({
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
  })),
});

/** From a day on, and not before somebody has read it. */
export const soonestOf = (now: Date, from?: string): Date => {
  const soon = new Date(now.getTime() + bookableInHours * 3_600_000);
  const asked = from === undefined ? soon : instantAt(zoneOfTenant, from, '00:00');
  return asked < soon ? soon : asked;
};

/** Free times of a shop. @throws Problem 404, 409 `bookings_not_taken`, 429 */
export async function openTimesOf(
  host: Host,
  request: FastifyRequest,
  { house, slug, kind, from }: QueryOf<typeof openShopRoutes.times>,
): Promise<OpenTimes> {
  await countReader(host, request);
  const work = readingWork(host.database, await houseAsked(host, request, house));
  const { place, page } = await shopOpen(work, slug);
  if (!page.takesBookings) throw new Problem(409, 'bookings_not_taken');
  const notBefore = soonestOf(work.now, from);
  const asked = { kind, minutes: usualMinutes[kind], notBefore };
  return shownTimes(await timesFreeAt(work, place, asked, timesShown));
}

/**
 * Takes a time for who asks, and gives him a link to it. His address and his telephone are counted before anything is
 * looked up, so that a robot learns nothing and costs little.
 * @throws Problem 404, 409, 422, 429
 */
export async function bookOpen(
  host: Host,
  request: FastifyRequest,
  body: Body,
): Promise<BookedByWeb> {
  const phone = dialable(body.phone, '/phone') ?? '';
  if (!/\d{4}$/.test(phone)) throw ruleBroken('/phone', 'phone_needed');
  const address = `shop-book:${request.ip}`;
  const count = (given: readonly Limit[]) => countOrRefuse(host.database, host.clock.now(), given);
  await count([
    { key: address, most: limits.bookingsAnHour, windowMinutes: 60 },
    { key: `${address}:day`, most: limits.bookingsADay, windowMinutes: dayMinutes },
  ]);
  if (body.website) throw new Problem(429, 'too_many', { seconds: 3600 });
  const setting = await houseAsked(host, request, body.house);
  const { tenantId } = setting.actor;
  const counted = hashSecret(`${tenantId}:${phone}`).toString('base64url');
  await count([
    { key: `shop-phone:${counted}`, most: limits.perPhoneADay, windowMinutes: dayMinutes },
    {
      key: `shop-all:${tenantId}:${body.slug}`,
      most: limits.perShopADay,
      windowMinutes: dayMinutes,
    },
  ]);
  return writingWork(
    host.database,
    setting,
    (work) => take(work, { ...body, phone }, host.publicUrl),
    host.live.tell,
  );
}

async function take(work: Work, body: Body, publicUrl: string): Promise<BookedByWeb> {
  const { place } = await shopOpen(work, body.slug);
  const page = (await lockPage(work, place.orgUnitId))!;
  const formHash = hashSecret(body.form);
  const before = await bookingOfForm(work, formHash);
  if (before) return handedOut(work, place, before.appointmentId, publicUrl);
  if (!page.takesBookings) throw new Problem(409, 'bookings_not_taken');
  const fetchAt = (body.fetchAt ?? '').trim();
  if (fetchAt !== '' && !page.fetches) throw ruleBroken('/fetchAt', 'fetching_not_offered');
  if ((await bookedAhead(work, body.phone)) >= limits.openPerPhone)
    throw new Problem(409, 'enough_booked', { most: limits.openPerPhone });
  const startsAt = new Date(body.startsAt);
  if (startsAt < soonestOf(work.now)) throw ruleBroken('/startsAt', 'time_past');
  const { kind, name, phone, plate = '', wish } = body;
  const appointmentId = await bookByWeb(work, place, {
    ...{ kind, minutes: usualMinutes[kind], startsAt, name, phone, plate, wish },
    fetching: fetchAt === '' ? 'sendIn' : 'pickUp',
    address: fetchAt,
    isConfirmed: page.confirmsItself,
  });
  const { orgUnitId, orgPath } = place;
  await insertBooking(work, { orgUnitId, orgPath, formHash, appointmentId });
  const told = page.confirmsItself ? 'shopPage.booked' : 'shopPage.asked';
  await tellDesk(work, place, { kind: told, appointmentId, startsAt });
  return handedOut(work, place, appointmentId, publicUrl);
}

/** A link of his own, good until the day after; the same form sent again gets another one to the same appointment. */
async function handedOut(
  work: Work,
  { orgUnitId, orgPath }: Place,
  appointmentId: string,
  publicUrl: string,
): Promise<BookedByWeb> {
  const { startsAt, state, version } = (await seenAppointment(work, appointmentId))!;
  const about = { id: appointmentId, version, orgUnitId, orgPath };
  const validDays = daysUntil(work.now, startsAt);
  const made = await makeLink(work, publicUrl, {
    ...{ purpose: 'appointment', about, validDays, maxUses: 50 },
  });
  const isConfirmed = state === 'confirmed';
  return { isConfirmed, startsAt: startsAt.toISOString(), url: made.url };
}

/** How many days a link to an appointment is good for. */
export function daysUntil(now: Date, startsAt: Date): number {
  const days = Math.ceil((startsAt.getTime() - now.getTime()) / (24 * 3_600_000)) + 1;
  return Math.min(linkDays.most, Math.max(linkDays.least, days));
}

/** The bell of who receives cars there: nothing of the person, who stands on the appointment. */
export async function tellDesk(
  work: Work,
  place: Pick<Place, 'orgPath' | 'name'>,
  told: {
    kind: 'shopPage.asked' | 'shopPage.booked' | 'shopPage.cancelled';
    appointmentId: string;
    startsAt: Date;
  },
): Promise<void> {
  const desk = await employeesWith(work, 'serviceOrders.receive', place.orgPath);
  await notify(
    work,
    desk.slice(0, 20).map(({ id }) => id),
    {
      kind: told.kind,
      about: { type: 'appointment', id: told.appointmentId },
      facts: { shop: place.name, dueAt: told.startsAt.toISOString() },
      key: `${told.kind}:${told.appointmentId}:${told.startsAt.toISOString()}`,
    },
  );
}
