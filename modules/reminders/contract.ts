import { type Static, Type } from 'typebox';
import { nextDueWhy } from '#modules/vehicles/contract.ts';
import {
  count,
  date,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  personalText,
  plateText,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { offerKinds, proposalKinds } from './locales/vocabulary.ts';

export { proposalKinds };

const month = Type.Integer({ minimum: 0, maximum: 600, description: 'months of age' });
const days = Type.Integer({ minimum: 0, maximum: 400, description: 'days' });

/** Which cars an offer is for; what is left out does not narrow it. */
export const offerConditions = shape({
  models: Type.Optional(
    Type.Array(line(40, 'a beginning of the model'), { minItems: 1, maxItems: 20 }),
  ),
  ageFromMonths: Type.Optional(month),
  ageToMonths: Type.Optional(month),
  notSeenForMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
});
export type OfferConditions = Static<typeof offerConditions>;

export const offer = shape(
  {
    id,
    orgUnitId: id,
    kind: oneOf(offerKinds),
    name: line(60),
    content: text(1000),
    place: text(200),
    fromOn: date,
    untilOn: date,
    conditions: offerConditions,
    isWithdrawn: Type.Boolean(),
    version,
  },
  { $id: 'ServiceOffer' },
);
export type Offer = Static<typeof offer>;

/** Why it is proposed: the facts of its kind, from which the screen says a sentence (ARC-03). */
export const proposalWhy = shape(
  {
    maintenance: Type.Optional(nullable(nextDueWhy)),
    inspection: Type.Optional(
      shape({
        registeredOn: date,
        months: month,
        act: oneOf(['inspect', 'mark']),
        source: line(200),
      }),
    ),
    insurance: Type.Optional(shape({ insuredUntil: date })),
    guarantee: Type.Optional(
      shape({ orderId: id, number: line(40), deliveredOn: date, days: count, untilKm: count }),
    ),
    offer: Type.Optional(
      shape({
        offerId: id,
        offerKind: oneOf(offerKinds),
        name: line(60),
        place: text(200),
        fromOn: date,
        untilOn: date,
      }),
    ),
  },
  { $id: 'ProposalWhy' },
);
export type ProposalWhy = Static<typeof proposalWhy>;

export const proposal = shape(
  {
    id,
    orgUnitId: id,
    kind: oneOf(proposalKinds),
    dueOn: date,
    why: proposalWhy,
    vehicle: shape({
      id,
      plate: plateText,
      plateColour: oneOf(['blue', 'green', 'yellow', 'yellowGreen', 'white', 'black']),
      model: text(80),
    }),
    customer: shape({ id, name: personalName(80), phone: personalText('phone', 60) }),
    held: nullable(
      oneOf(
        ['restricted', 'noCalls', 'reminderOff', 'noConsent', 'planned', 'talked'],
        'why nobody is to call for it now',
      ),
    ),
  },
  { $id: 'ServiceProposal' },
);
export type Proposal = Static<typeof proposal>;

export const proposalRoutes = {
  list: route({
    id: 'reminders.list',
    method: 'GET',
    path: '/service-proposals',
    summary: 'What cars need next and why, the earliest first (ARC-03)',
    access: 'followUps.see',
    personal: true,
    query: shape({
      ...pageFields,
      kind: Type.Optional(oneOf(proposalKinds)),
      orgUnitId: Type.Optional(id),
      customerId: Type.Optional(id),
      vehicleId: Type.Optional(id),
      'dueOn.gte': Type.Optional(date),
      'dueOn.lt': Type.Optional(date),
    }),
    reply: listOf(proposal),
  }),
  dismiss: route({
    id: 'reminders.dismiss',
    method: 'POST',
    path: '/service-proposals/:proposalId/dismiss',
    summary: 'Remind of it no more, with the reason; the next date comes again by itself',
    access: 'followUps.call',
    about: 'proposal',
    params: shape({ proposalId: id }),
    body: shape({ reason: line(200) }),
    reply: shape({ id, dismissedAt: instant }),
  }),
};

const settings = shape(
  {
    leadDays: shape({
      maintenance: days,
      insurance: days,
      guarantee: days,
    }),
    quietDays: Type.Integer({ minimum: 1, maximum: 365, description: 'no second call within' }),
    perDay: Type.Integer({ minimum: 1, maximum: 200, description: 'customers a shop and morning' }),
  },
  { $id: 'ReminderSettings' },
);
export type ReminderSettings = Static<typeof settings>;

export const reminderSettingRoutes = {
  read: route({
    id: 'reminders.settings',
    method: 'GET',
    path: '/reminder-settings',
    summary: 'How early, how often and how many customers are called for what is due',
    access: 'followUps.see',
    reply: settings,
  }),
  save: route({
    id: 'reminders.saveSettings',
    method: 'POST',
    path: '/reminder-settings',
    summary: 'Set how early, how often and how many, for one’s unit and what lies below',
    access: 'followUps.supervise',
    body: settings,
    reply: settings,
  }),
  extract: route({
    id: 'reminders.extract',
    method: 'POST',
    path: '/reminder-extractions',
    summary: 'Plan today’s calls for what is due now, as is done each morning (ARC-04)',
    access: 'followUps.supervise',
    body: shape({ orgUnitId: Type.Optional(id) }),
    reply: shape({ planned: count, on: date }),
    problems: ['reference_unknown', 'unit_closed'],
  }),
};

const oneOffer = shape({ offerId: id });
const offerFields = {
  kind: oneOf(offerKinds),
  name: line(60),
  content: Type.Optional(text(1000)),
  place: Type.Optional(text(200)),
  fromOn: date,
  untilOn: date,
  conditions: Type.Optional(offerConditions),
};

export const offerRoutes = {
  list: route({
    id: 'offers.list',
    method: 'GET',
    path: '/service-offers',
    summary: 'Events, offers and free checks, the latest first',
    access: 'followUps.see',
    query: shape(pageFields),
    reply: listOf(offer),
  }),
  add: route({
    id: 'offers.add',
    method: 'POST',
    path: '/service-offers',
    summary: 'Announce an event, an offer or a free check; fitting cars are found at once',
    access: 'followUps.supervise',
    body: shape(offerFields),
    reply: offer,
    status: 201,
    problems: ['offer_ends_before'],
  }),
  withdraw: route({
    id: 'offers.withdraw',
    method: 'POST',
    path: '/service-offers/:offerId/withdraw',
    summary: 'Propose it no more',
    access: 'followUps.supervise',
    about: 'offer',
    params: oneOffer,
    reply: offer,
    problems: ['step_not_allowed'],
  }),
};
