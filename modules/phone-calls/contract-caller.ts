import { type Static, Type } from 'typebox';
import {
  date,
  id,
  instant,
  line,
  nullable,
  oneOf,
  personalName,
  personalText,
  plateText,
  text,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

const list = <S extends Parameters<typeof Type.Array>[0]>(item: S, maxItems = 20) =>
  Type.Array(item, { maxItems });
const colour = oneOf(['blue', 'green', 'yellow', 'yellowGreen', 'white', 'black']);

/** Who it may be, by the number: the customer himself, or one of his contacts. */
export const callerMatch = shape(
  {
    customerId: id,
    name: personalName(200),
    kind: oneOf(['person', 'company']),
    salutation: oneOf(['', 'mr', 'ms']),
    contactName: text(200, 'the driver, the payer … whose number it is; empty: his own'),
    contactRole: text(20),
    lastVisitOn: nullable(date),
    plates: list(plateText, 5),
    inShop: Type.Boolean({ description: 'a car of his is in the shop now' }),
  },
  { $id: 'CallerMatch' },
);
export type CallerMatch = Static<typeof callerMatch>;

const openOrder = shape({
  id,
  number: line(40),
  state: line(40),
  waitingFor: text(40),
  customerWords: personalText('words', 4000),
  advisorName: nullable(text(80)),
  promisedAt: nullable(instant),
});

/** All that one should know of a caller while he says hello; the car that is in the shop now stands first. */
export const callerFile = shape(
  {
    customer: shape({
      id,
      name: personalName(200),
      kind: oneOf(['person', 'company']),
      salutation: oneOf(['', 'mr', 'ms']),
      phone: personalText('phone', 60),
      wishes: text(20_000),
      doNotMention: text(20_000),
    }),
    cars: list(
      shape({
        id,
        plate: plateText,
        plateColour: colour,
        model: text(200),
        lastVisitOn: nullable(date),
        openOrder: nullable(openOrder),
      }),
      10,
    ),
    appointments: list(shape({ id, startsAt: instant, kind: line(40), plate: plateText }), 5),
    promises: list(shape({ id, rule: line(80), aboutType: line(60), aboutId: id, dueAt: instant })),
    complaints: list(
      shape({
        id,
        number: line(40),
        state: line(40),
        content: personalText('words', 20_000),
        receivedAt: instant,
      }),
      10,
    ),
    matters: list(
      shape({ id, content: personalText('words', 20_000), state: line(40), createdAt: instant }),
      10,
    ),
    followUps: list(shape({ id, rule: line(80), earliestOn: date, latestOn: date }), 5),
    lastCalls: list(
      shape({ id, direction: line(10), mainPoints: personalText('words', 4000), at: instant }),
      3,
    ),
  },
  { $id: 'CallerFile' },
);
export type CallerFile = Static<typeof callerFile>;
