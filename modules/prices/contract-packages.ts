import { type Static, Type } from 'typebox';
import {
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  sumFen,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { packageFaults, partOrigins, priceKinds, standings } from './contract-vocabulary.ts';

const quantityThousandths = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });
const orgUnitId = Type.Optional(id);
const named = { kind: oneOf(priceKinds), code: line(40), quantityThousandths };

/** A job with its parts as a package brings it to a quotation: at its share of the package price, beside the list's. */
export const packageRow = shape({
  description: line(120),
  standardMinutes: Type.Integer({ minimum: 0, maximum: 60_000 }),
  labourFen: fen,
  listed: nullable(shape({ priceItemId: id, code: line(40), labourFen: fen })),
  parts: Type.Array(
    shape({
      ...{ name: line(120), number: line(40), unit: text(20), quantityThousandths },
      origin: oneOf(partOrigins),
      ...{ unitFen: fen, listedFen: fen, priceItemId: id },
    }),
    { maxItems: 50 },
  ),
});
export type PackageRow = Static<typeof packageRow>;

/** What a package says and what it comes to at a place on a day. */
const said = {
  id,
  code: line(40),
  model: text(60, 'the vehicle model that it is for; empty for all'),
  name: line(120),
  priceFen: nullable(Type.Integer({ ...fen, description: 'null: the sum of its lines' })),
  validFrom: date,
  validUntil: nullable(Type.String({ ...date, description: 'the last day it may be quoted' })),
};
const worth = {
  fault: nullable(oneOf(packageFaults)),
  missing: Type.Array(line(40), { maxItems: 50, description: 'codes without a price here today' }),
  sumFen: nullable(
    Type.Integer({ ...sumFen, description: 'of its lines, each at its list price' }),
  ),
  amountFen: nullable(sumFen),
};

export const jobPackage = shape(
  {
    ...said,
    standing: oneOf(standings),
    ...worth,
    lines: Type.Array(
      shape({
        ...named,
        name: text(120),
        measure: text(20),
        unitFen: nullable(fen),
      }),
      { maxItems: 50 },
    ),
    orgUnitId: id,
    orgUnitName: line(80),
    isOwn: Type.Boolean(),
    nextFrom: nullable(date),
  },
  { $id: 'JobPackage' },
);
export type JobPackage = Static<typeof jobPackage>;

/** As it is offered for a vehicle: with its lines as they would be quoted, or why it cannot be. */
export const offeredPackage = shape({
  ...said,
  ...worth,
  rows: Type.Array(packageRow, { maxItems: 50 }),
});
export type OfferedPackage = Static<typeof offeredPackage>;

export const openPackage = shape({
  ...{ code: line(40), model: text(60), name: line(120) },
  validUntil: nullable(date),
  lines: Type.Array(shape({ name: text(120), quantityThousandths, measure: text(20) }), {
    maxItems: 50,
  }),
  ...{ sumFen, amountFen: sumFen },
});

const see = 'prices.see';
const change = 'prices.change';
const about = 'jobPackage';
const params = shape({ jobPackageId: id });
const terms = {
  name: line(120),
  priceFen: Type.Optional(
    Type.Integer({ ...fen, description: 'of all of it; left out: the sum of its lines' }),
  ),
  validUntil: Type.Optional(date),
  lines: Type.Array(shape(named), { minItems: 1, maxItems: 50 }),
};
const termsProblems = [
  'price_day',
  'package_until',
  'package_line_unknown',
  'package_dearer',
  'package_not_exact',
  'package_line_twice',
  'unit_closed',
] as const;

/** 套餐: jobs and parts of the price list that are quoted together. The customer's ledger of services is another thing. */
export const jobPackageRoutes = {
  list: route({
    id: 'jobPackages.list',
    method: 'GET',
    path: '/job-packages',
    summary: 'The packages of a place on a day, what is in them, what they come to',
    access: see,
    query: shape({
      ...pageFields,
      orgUnitId,
      day: Type.Optional(date),
      q: Type.Optional(text(60)),
      withEnded: Type.Optional(Type.Boolean()),
    }),
    reply: listOf(jobPackage),
  }),
  history: route({
    id: 'jobPackages.history',
    method: 'GET',
    path: '/job-packages/:jobPackageId/history',
    summary: 'The editions of a package that hold or held at a place, the latest day first',
    access: see,
    about,
    params,
    query: shape({ orgUnitId }),
    reply: shape({
      items: Type.Array(
        shape({
          ...said,
          standing: oneOf(standings),
          orgUnitName: line(80),
          createdByName: text(80),
          createdAt: instant,
        }),
        { maxItems: 100 },
      ),
    }),
  }),
  add: route({
    id: 'jobPackages.add',
    method: 'POST',
    path: '/job-packages',
    summary: 'Put a package on the price list of a place, for it and all below it',
    access: change,
    body: shape({
      ...{ orgUnitId, code: line(40), model: Type.Optional(text(60)), validFrom: date },
      ...terms,
    }),
    reply: jobPackage,
    status: 201,
    problems: [...termsProblems, 'price_code_taken'],
  }),
  change: route({
    id: 'jobPackages.change',
    method: 'POST',
    path: '/job-packages/:jobPackageId/change',
    summary: 'Other lines or another price from a day on, at a place that the package holds for',
    access: change,
    about,
    params,
    body: shape({ orgUnitId, validFrom: date, ...terms }),
    reply: jobPackage,
    problems: termsProblems,
  }),
  end: route({
    id: 'jobPackages.end',
    method: 'POST',
    path: '/job-packages/:jobPackageId/end',
    summary: 'No longer to be had at a place from a day on, or again as the unit above has it',
    access: change,
    about,
    params,
    body: shape({ orgUnitId, validFrom: date, standing: oneOf(['notOffered', 'asAbove']) }),
    reply: jobPackage,
    problems: ['price_day', 'price_not_offered', 'price_not_own', 'unit_closed'],
  }),
};
