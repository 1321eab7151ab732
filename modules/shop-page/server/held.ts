import {
  type AppointmentRow,
  appointmentToChange,
  cancelAppointment,
  moveByCustomer,
  seenAppointment,
  timesFreeAt,
} from '#modules/appointments/server/index.ts';
import {
  defineLinkPurpose,
  linksAbout,
  makeLink,
  mustBeProved,
  proveByCode,
} from '#modules/links/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import type { Handlers } from '#platform/http.ts';
import { placed } from '#platform/privacy.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { appointmentLinkRoutes, HeldAppointment, heldAppointmentRoutes } from '../contract.ts';
import { daysUntil, shownTimes, soonestOf, tellDesk } from './booking.ts';
import { timesShown } from './limits.ts';
import { writtenOf } from './page.ts';
import { pageOfUnit } from './queries.ts';

defineLinkPurpose({
  name: 'appointment',
  aboutType: 'appointment',
  phoneOf: async (work, appointmentId) => (await seenAppointment(work, appointmentId))?.phone,
});

/** The desk's side: who may speak with the customer may hand him a link to his appointment. */
export const appointmentLinks: Handlers<typeof appointmentLinkRoutes> = {
  links: async (work, { params }) => {
    const { id } = await seenOr404(work, params.appointmentId);
    return { items: await linksAbout(work, 'appointment', id) };
  },
  preview: async (work, { params }) => {
    const { orgPath } = await seenOr404(work, params.appointmentId);
    return placed(await shown(work, params.appointmentId, true), orgPath);
  },
  makeLink: async (work, { params, body }, { host }) => {
    const about = await seenOr404(work, params.appointmentId);
    const { validDays = daysUntil(work.now, about.startsAt), maxUses = 20 } = body;
    return makeLink(work, host.publicUrl, { purpose: 'appointment', about, validDays, maxUses });
  },
};

/** The customer's side: the one appointment that he holds. */
export const heldAppointments: Handlers<typeof heldAppointmentRoutes> = {
  read: (work, { params }) => shown(work, params.appointmentId, work.actor.holds!.isProved),
  prove: async (work, { params, body }, call) => {
    await proveByCode(work, body.code, call);
    return shown(work, params.appointmentId, true);
  },
  times: async (work, { params, query }) => {
    const row = await seenOr404(work, params.appointmentId);
    const notBefore = soonestOf(work.now, query.from);
    const minutes = Math.max(row.plannedMinutes, 5);
    const asked = { kind: row.kind, minutes, notBefore, besides: row.id };
    return shownTimes(await timesFreeAt(work, row, asked, timesShown));
  },
  move: async (work, { params, body }) => {
    const { row, page } = await changeable(work, params.appointmentId);
    const startsAt = new Date(body.startsAt);
    const isConfirmed = page?.confirmsItself ?? false;
    await moveByCustomer(work, params.appointmentId, { startsAt, isConfirmed });
    await tellShop(work, row, isConfirmed ? 'shopPage.booked' : 'shopPage.asked', startsAt);
    return shown(work, params.appointmentId, true);
  },
  cancel: async (work, { params, body }) => {
    const { appointmentId } = params;
    const { row } = await changeable(work, appointmentId);
    await cancelAppointment(work, { appointmentId }, { reason: body.reason.trim() });
    await tellShop(work, row, 'shopPage.cancelled', row.startsAt);
    return shown(work, appointmentId, true);
  },
};

/** The desk did not do it itself: its bell says so. */
async function tellShop(
  work: Work,
  row: AppointmentRow,
  kind: 'shopPage.asked' | 'shopPage.booked' | 'shopPage.cancelled',
  startsAt: Date,
): Promise<void> {
  const unit = await unitById(work, row.orgUnitId);
  const place = { orgPath: row.orgPath, name: unit?.name ?? '' };
  await tellDesk(work, place, { kind, appointmentId: row.id, startsAt });
}

async function seenOr404(work: Work, appointmentId: string) {
  const row = await seenAppointment(work, appointmentId);
  if (!row) throw notFound();
  return row;
}

const open: readonly string[] = ['asked', 'booked', 'confirmed'];
const isInTime = (startsAt: Date, hours: number, now: Date) =>
  startsAt.getTime() - hours * 3_600_000 >= now.getTime();

/** Locks what he may still change himself. @throws Problem 403 `link_code_needed`, 404, 409 `too_late_to_change` */
async function changeable(work: Work, appointmentId: string) {
  mustBeProved(work.actor);
  const row: AppointmentRow | undefined = await appointmentToChange(work, appointmentId);
  if (!row) throw notFound();
  if (!open.includes(row.state)) {
    throw new Problem(409, 'step_not_allowed', { step: 'move', state: row.state });
  }
  const page = await pageOfUnit(work, row.orgUnitId);
  const { changeUntilHours } = writtenOf(page);
  if (!isInTime(row.startsAt, changeUntilHours, work.now)) {
    throw new Problem(409, 'too_late_to_change', { hours: changeUntilHours });
  }
  return { row, page };
}

async function shown(
  work: Work,
  appointmentId: string,
  isProved: boolean,
): Promise<HeldAppointment> {
  const row = await seenOr404(work, appointmentId);
  const unit = await unitById(work, row.orgUnitId);
  const { changeUntilHours, mapPoint } = writtenOf(await pageOfUnit(work, row.orgUnitId));
  const { id, state, kind, startsAt, endsAt } = row;
  return {
    ...{ id, state, kind, changeUntilHours, mapPoint, isProved },
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    shopName: unit?.name ?? '—',
    shopPhone: unit?.phone ?? '',
    shopAddress: unit?.address ?? '',
    mayChange: open.includes(state) && isInTime(startsAt, changeUntilHours, work.now),
    plate: isProved ? row.plate : '',
    wish: isProved ? row.wish : '',
    fetchAt: isProved ? row.place : '',
  };
}
