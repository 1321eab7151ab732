import { type Static, Type } from 'typebox';
import { date, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { bay } from './contract-book.ts';
import { bayKinds, teams } from './lifecycle.ts';

const manage = 'calendar.manage';
const minutes = Type.Integer({ minimum: 0, maximum: 100_000, description: 'of work in a day' });
const one = shape({ bayId: id });
const place = Type.Integer({ minimum: 0, maximum: 10_000, description: 'its place in the row' });

const week = Type.Array(nullable(minutes), {
  minItems: 7,
  maxItems: 7,
  description: 'Monday to Sunday; null: as many as its bays are open',
});
const datedHours = shape({
  team: oneOf(teams),
  on: date,
  minutes,
  reason: text(200),
});

/** Bays, hours and grace of one's own shop. */
export const shopCapacity = shape(
  {
    bays: Type.Array(bay, { maxItems: 200 }),
    weeks: Type.Array(shape({ team: oneOf(teams), week }), { maxItems: teams.length }),
    days: Type.Array(datedHours, { maxItems: 200 }),
    graceMinutes: minutes,
    technicians: Type.Integer({
      minimum: 0,
      maximum: 10_000,
      description: 'who may work on orders here: a help in setting hours',
    }),
  },
  { $id: 'ShopCapacity' },
);
export type ShopCapacity = Static<typeof shopCapacity>;

const bayFields = { name: line(40), kind: oneOf(bayKinds) };

export const bayRoutes = {
  read: route({
    id: 'bays.read',
    method: 'GET',
    path: '/bays',
    summary: 'Bays, team hours and grace of one’s own shop',
    access: 'serviceOrders.see',
    reply: shopCapacity,
  }),
  add: route({
    id: 'bays.add',
    method: 'POST',
    path: '/bays',
    summary: 'Put a bay of one’s own shop on file',
    access: manage,
    body: shape({
      ...bayFields,
      position: Type.Optional(place),
      usedFrom: Type.Optional(date),
    }),
    reply: bay,
    status: 201,
    problems: ['bay_name_taken'],
  }),
  change: route({
    id: 'bays.change',
    method: 'PATCH',
    path: '/bays/:bayId',
    summary: 'Change a bay, or say until when it is in use',
    access: manage,
    about: 'bay',
    params: one,
    body: shape({
      name: Type.Optional(bayFields.name),
      kind: Type.Optional(bayFields.kind),
      position: Type.Optional(place),
      usedUntil: Type.Optional(nullable(date)),
    }),
    reply: bay,
    problems: ['bay_name_taken', 'bay_ends_before'],
  }),
  close: route({
    id: 'bays.close',
    method: 'POST',
    path: '/bays/:bayId/close',
    summary: 'Out of order: nothing is booked into it meanwhile',
    access: manage,
    about: 'bay',
    params: one,
    body: shape({
      fromAt: Type.Optional(instant),
      untilAt: Type.Optional(instant),
      reason: line(200),
    }),
    reply: bay,
    problems: ['outage_ends_before'],
  }),
  reopen: route({
    id: 'bays.reopen',
    method: 'POST',
    path: '/bays/:bayId/reopen',
    summary: 'In order again, from now on',
    access: manage,
    about: 'bay',
    params: one,
    body: nothing,
    reply: bay,
  }),
};

export const teamHoursRoutes = {
  saveWeek: route({
    id: 'teamHours.saveWeek',
    method: 'POST',
    path: '/team-hours/week',
    summary: 'How many minutes a team works on which day of the week',
    access: manage,
    body: shape({ team: oneOf(teams), week }),
    reply: shopCapacity,
  }),
  saveDay: route({
    id: 'teamHours.saveDay',
    method: 'POST',
    path: '/team-hours/day',
    summary:
      'One date on which a team works longer, shorter or not at all; without minutes, as usual',
    access: manage,
    body: shape({
      team: oneOf(teams),
      on: date,
      minutes: Type.Optional(minutes),
      reason: Type.Optional(text(200)),
    }),
    reply: shopCapacity,
  }),
  saveGrace: route({
    id: 'teamHours.saveGrace',
    method: 'POST',
    path: '/team-hours/grace',
    summary: 'How many minutes after his time a customer counts as not come',
    access: manage,
    body: shape({ graceMinutes: Type.Integer({ minimum: 5, maximum: 600 }) }),
    reply: shopCapacity,
  }),
};
