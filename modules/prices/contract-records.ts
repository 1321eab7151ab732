import { type Static, Type } from 'typebox';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  nullable,
  oneOf,
  sumFen,
  text,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { openPackage } from './contract-packages.ts';
import {
  hoursSources,
  partOrigins,
  priceKinds,
  standings,
  workGrades,
} from './contract-vocabulary.ts';

export const hundredths = Type.Integer({
  minimum: 0,
  maximum: 100_000,
  description: 'standard hours in hundredths: 150 is an hour and a half',
});
export const days = Type.Integer({ minimum: 0, maximum: 10_000 });
export const kilometres = Type.Integer({ minimum: 0, maximum: 9_999_999 });

/** What an item says, of a job and of a part alike. */
const said = {
  id,
  kind: oneOf(priceKinds),
  code: line(40),
  model: text(60, 'the vehicle model that the hours are for; empty for all'),
  name: line(120),
  standing: oneOf(standings),
  standardHours: nullable(hundredths),
  hoursSource: nullable(oneOf(hoursSources)),
  workGrade: oneOf(workGrades),
  rateGrade: text(20, 'which labour rate it is counted with; empty for the usual one'),
  priceFen: nullable(fen),
  measure: text(20),
  origin: nullable(oneOf(partOrigins)),
  guaranteeDays: nullable(days),
  guaranteeKm: nullable(kilometres),
  validFrom: date,
  orgUnitId: id,
  orgUnitName: line(80, 'whose edition it is'),
};

export const priceLine = shape(
  {
    ...said,
    rateFen: nullable(fen),
    amountFen: nullable(sumFen),
    nextFrom: nullable(Type.String({ ...date, description: 'from when on a later edition holds' })),
    isOwn: Type.Boolean({ description: 'an edition of this place, not of one above' }),
  },
  { $id: 'PriceLine' },
);
export type PriceLine = Static<typeof priceLine>;

export const priceEdition = shape(
  { ...said, isImported: Type.Boolean(), createdByName: text(80), createdAt: instant },
  { $id: 'PriceEdition' },
);
export type PriceEdition = Static<typeof priceEdition>;

export const labourRate = shape(
  {
    grade: text(20, 'as the house calls it; empty for the usual one'),
    rateFen: fen,
    validFrom: date,
    orgUnitName: line(80),
    isOwn: Type.Boolean(),
  },
  { $id: 'LabourRate' },
);
export type LabourRate = Static<typeof labourRate>;

const rateEdition = shape({
  grade: text(20),
  rateFen: nullable(Type.Integer({ ...fen, description: 'null: as the unit above has it' })),
  validFrom: date,
  orgUnitName: line(80),
  createdByName: text(80),
  createdAt: instant,
});

export const labourRates = shape({
  orgUnitId: id,
  orgUnitName: line(80),
  rates: Type.Array(labourRate, { maxItems: 200 }),
  editions: Type.Array(rateEdition, { maxItems: 100, description: 'the latest first' }),
});

export const publication = shape(
  {
    orgUnitId: id,
    orgUnitName: line(80),
    isOpen: Type.Boolean(),
    complaintPhone: text(40),
    address: text(600, 'where customers read it'),
  },
  { $id: 'PricePublication' },
);
export type Publication = Static<typeof publication>;

/** What anybody may read: the shop as it presents itself, and what it asks. Nothing of a person. */
export const openPrices = shape(
  {
    house: text(120),
    shop: line(80),
    address: text(200),
    phone: text(40),
    complaintPhone: text(40),
    day: date,
    rates: Type.Array(shape({ grade: text(20), rateFen: fen }), { maxItems: 200 }),
    items: Type.Array(
      shape({
        kind: oneOf(priceKinds),
        code: line(40),
        model: text(60),
        name: line(120),
        standardHours: nullable(hundredths),
        hoursSource: nullable(oneOf(hoursSources)),
        workGrade: oneOf(workGrades),
        rateGrade: text(20),
        isFixed: Type.Boolean(),
        amountFen: nullable(sumFen),
        measure: text(20),
        origin: nullable(oneOf(partOrigins)),
        guaranteeDays: nullable(count),
        guaranteeKm: nullable(count),
      }),
      { maxItems: 200 },
    ),
    packages: Type.Array(openPackage, { maxItems: 200, description: 'with the first page' }),
    nextCursor: nullable(Type.String({ maxLength: 500 })),
  },
  { $id: 'OpenPrices' },
);
export type OpenPrices = Static<typeof openPrices>;
