import { type Static, Type } from 'typebox';
import { count, date, instant, line, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { bookedKinds, guaranteedWorks } from './contract-vocabulary.ts';

const clock = Type.String({ pattern: '^\\d{2}:\\d{2}$', maxLength: 5 });
const spans = Type.Array(shape({ from: clock, to: clock }), { maxItems: 20 });
const kinds = Type.Array(oneOf(bookedKinds), { maxItems: bookedKinds.length });
const steps = (description: string) =>
  Type.Array(text(200), { maxItems: 12, description: `${description}; none: as everywhere` });

/** What a manager writes of his shop. */
export const written = {
  intro: text(600),
  mapPoint: Type.String({
    maxLength: 26,
    pattern: '^$|^-?\\d{1,3}\\.\\d{1,7},-?\\d{1,2}\\.\\d{1,7}$',
    description: 'longitude,latitude (GCJ-02); empty: the map looks for the address',
  }),
  rescuePhone: text(40),
  complaintPhone: text(40),
  promises: Type.Array(line(200), { maxItems: 10, description: 'in the shop’s own words' }),
  receptionSteps: steps('how a car is received'),
  complaintSteps: steps('how a complaint goes, from the shop to the maker'),
  authorityPhone: text(40, 'where consumers complain'),
  transportPhone: text(40, 'the authority over motor vehicle repair'),
  takesBookings: Type.Boolean(),
  fetches: Type.Boolean({ description: 'cars are fetched on request' }),
  changeUntilHours: Type.Integer({ minimum: 0, maximum: 168 }),
};

/** The page of a shop: nothing of a person, and no figure that is not the one that the system works by (STD-03). */
export const publicShop = shape(
  {
    house: text(120),
    name: line(80),
    address: text(200),
    phone: text(40),
    ...written,
    week: Type.Array(shape({ weekday: Type.Integer({ minimum: 1, maximum: 7 }), spans }), {
      maxItems: 7,
    }),
    otherDays: Type.Array(shape({ on: date, spans, note: text(200) }), {
      maxItems: 31,
      description: 'of the next weeks, where they differ from the week',
    }),
    answerHours: Type.Integer({ minimum: 0, maximum: 10_000, description: 'to a complaint' }),
    graceMinutes: Type.Integer({ minimum: 0, maximum: 100_000 }),
    rightsDays: Type.Integer({ minimum: 0, maximum: 10_000, description: 'working days' }),
    guarantees: Type.Array(shape({ work: oneOf(guaranteedWorks), days: count, km: count }), {
      maxItems: guaranteedWorks.length,
    }),
    guaranteeSource: text(200),
    pricesAt: text(200, 'the page of open prices; empty while the list is not open'),
    genuineAt: text(200),
    kinds,
  },
  { $id: 'PublicShop' },
);
export type PublicShop = Static<typeof publicShop>;

/** A time that can be taken: of bays and hours nothing is told. */
export const openTime = shape({ startsAt: instant, endsAt: instant });
export const openTimes = shape(
  { items: Type.Array(openTime, { maxItems: 48 }) },
  { $id: 'OpenTimes' },
);
export type OpenTimes = Static<typeof openTimes>;

const which = {
  house: Type.Optional(text(30, 'the short name in the address of the page')),
  slug: line(40),
};

const booked = shape(
  {
    isConfirmed: Type.Boolean(),
    startsAt: instant,
    url: line(400, 'a link to the appointment: shown this once'),
  },
  { $id: 'BookedByWeb' },
);
export type BookedByWeb = Static<typeof booked>;

/** For everybody: no login. */
export const openShopRoutes = {
  read: route({
    id: 'openShops.read',
    method: 'GET',
    path: '/open-shop',
    summary: 'What a shop tells everybody: where, when, prices, promises, how to complain',
    access: 'public',
    query: shape(which),
    reply: publicShop,
    problems: ['too_many'],
  }),
  times: route({
    id: 'openShops.times',
    method: 'GET',
    path: '/open-shop/times',
    summary: 'Free times that the workshop can keep, for a kind of work, from a day on',
    access: 'public',
    query: shape({ ...which, kind: oneOf(bookedKinds), from: Type.Optional(date) }),
    reply: openTimes,
    problems: ['too_many', 'bookings_not_taken'],
  }),
  book: route({
    id: 'openShops.book',
    method: 'POST',
    path: '/open-shop/bookings',
    summary: 'Ask for one of the free times; the same form sent twice is one appointment',
    access: 'public',
    body: shape({
      ...which,
      form: Type.String({
        pattern: '^[A-Za-z0-9_-]{22,64}$',
        maxLength: 64,
        description: 'chance, made when the form was opened',
      }),
      kind: oneOf(bookedKinds),
      startsAt: instant,
      name: line(80),
      phone: line(40),
      plate: Type.Optional(text(20)),
      wish: line(1000),
      fetchAt: Type.Optional(text(200, 'where the car is fetched; empty: he brings it')),
      website: Type.Optional(text(200, 'a field that no person sees: what fills it in is a robot')),
    }),
    reply: booked,
    status: 201,
    problems: [
      'too_many',
      'bookings_not_taken',
      'fetching_not_offered',
      'time_taken',
      'time_past',
      'time_too_far',
      'shop_closed',
      'no_hours_left',
      'bay_taken',
      'enough_booked',
      'phone_needed',
    ],
  }),
};
export type Which = { house?: string | undefined; slug: string };
