import { type Static, Type } from 'typebox';
import { appointmentLife } from '#modules/appointments/lifecycle.ts';
import { link, madeLink, newLink } from '#modules/links/contract.ts';
import { id, instant, line, oneOf, personalText, plateText, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { openTimes } from './contract-open.ts';
import { bookedKinds } from './contract-vocabulary.ts';

const one = shape({ appointmentId: id });
const kinds = [...bookedKinds, 'body', 'paint'] as const;

const appointmentFields = {
  id,
  state: oneOf(appointmentLife.states),
  kind: oneOf(kinds),
  startsAt: instant,
  endsAt: instant,
  shopName: line(80),
  shopPhone: text(40),
  shopAddress: text(200),
  mapPoint: text(26),
  changeUntilHours: Type.Integer({ minimum: 0, maximum: 168 }),
  mayChange: Type.Boolean({ description: 'not too late, and not over' }),
  wish: text(1000, 'empty until the code is shown'),
  isProved: Type.Boolean(),
};

/** What a customer sees of his appointment: of himself nothing before he has shown the last digits of his telephone. */
export const heldAppointment = shape(
  {
    ...appointmentFields,
    plate: text(20, 'empty until the code is shown'),
    fetchAt: text(200, 'empty until the code is shown'),
  },
  { $id: 'HeldAppointment' },
);
/** The same as the desk previews it. */
const previewedAppointment = shape({
  ...appointmentFields,
  plate: plateText,
  fetchAt: personalText('address', 200),
});
export type HeldAppointment = Static<typeof heldAppointment>;

const about = 'appointment';
export const appointmentLinkRoutes = {
  links: route({
    id: 'appointmentLinks.list',
    method: 'GET',
    path: '/appointments/:appointmentId/links',
    summary: 'The links that were made for who has an appointment',
    access: 'serviceOrders.see',
    about,
    params: one,
    reply: shape({ items: Type.Array(link, { maxItems: 20 }) }),
  }),
  preview: route({
    id: 'appointmentLinks.preview',
    method: 'GET',
    path: '/appointments/:appointmentId/customer-page',
    summary: 'The page of its link, as he sees it once he has shown who he is',
    access: 'messages.send',
    about,
    personal: true,
    params: one,
    reply: previewedAppointment,
  }),
  makeLink: route({
    id: 'appointmentLinks.makeLink',
    method: 'POST',
    path: '/appointments/:appointmentId/links',
    summary: 'Make a link by which he sees, moves or cancels his appointment; shown once',
    access: 'messages.send',
    about,
    secretReply: true,
    params: one,
    body: newLink,
    reply: madeLink,
    status: 201,
    problems: ['link_needs_phone'],
  }),
};

const held = { access: 'link:appointment', about, params: one } as const;
const changing = ['link_code_needed', 'link_over', 'too_late_to_change', 'step_not_allowed'];

/** For who holds a link to his appointment. */
export const heldAppointmentRoutes = {
  read: route({
    ...held,
    id: 'heldAppointments.read',
    method: 'GET',
    path: '/held-appointments/:appointmentId',
    summary: 'The appointment of the link',
    personal: true,
    reply: heldAppointment,
    problems: ['link_over'],
  }),
  prove: route({
    ...held,
    id: 'heldAppointments.prove',
    method: 'POST',
    path: '/held-appointments/:appointmentId/prove',
    summary: 'Show the last four digits of the telephone that was given',
    rate: 'secret',
    writesItself: true,
    personal: true,
    body: shape({ code: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }) }),
    reply: heldAppointment,
    problems: ['link_code_wrong', 'link_over', 'too_many'],
  }),
  times: route({
    ...held,
    id: 'heldAppointments.times',
    method: 'GET',
    path: '/held-appointments/:appointmentId/times',
    summary: 'Free times to which it can be moved',
    query: shape({ from: Type.Optional(Type.String({ format: 'date', maxLength: 10 })) }),
    reply: openTimes,
    problems: ['link_over'],
  }),
  move: route({
    ...held,
    id: 'heldAppointments.move',
    method: 'POST',
    path: '/held-appointments/:appointmentId/move',
    summary: 'Another of the free times, until the shop’s limit before it',
    personal: true,
    body: shape({ startsAt: instant }),
    reply: heldAppointment,
    problems: [
      ...changing,
      ...['time_taken', 'time_past', 'time_too_far', 'shop_closed', 'no_hours_left', 'bay_taken'],
    ],
  }),
  cancel: route({
    ...held,
    id: 'heldAppointments.cancel',
    method: 'POST',
    path: '/held-appointments/:appointmentId/cancel',
    summary: 'Call it off, with the reason, until the shop’s limit before it',
    personal: true,
    body: shape({ reason: line(300) }),
    reply: heldAppointment,
    problems: changing,
  }),
};
