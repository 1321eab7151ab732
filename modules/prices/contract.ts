import { Type } from 'typebox';
import { date, fen, id, line, listOf, nullable, oneOf, pageFields, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import {
  days,
  hundredths,
  kilometres,
  labourRates,
  openPrices,
  priceEdition,
  priceLine,
  publication,
} from './contract-records.ts';
import { hoursSources, partOrigins, priceKinds, workGrades } from './contract-vocabulary.ts';

export {
  type JobPackage,
  jobPackageRoutes,
  type OfferedPackage,
  offeredPackage,
  packageRow,
} from './contract-packages.ts';
export type {
  LabourRate,
  OpenPrices,
  PriceEdition,
  PriceLine,
  Publication,
} from './contract-records.ts';
export {
  hoursSources,
  type PriceKind,
  partOrigins,
  priceKinds,
  standings,
  workGrades,
} from './contract-vocabulary.ts';

const see = 'prices.see';
const change = 'prices.change';
const about = 'priceItem';
const params = shape({ priceItemId: id });
/** Where: a unit of one's part of the tree; left out, one's own. */
const orgUnitId = Type.Optional(id);
const at = { orgUnitId, day: Type.Optional(date) };
const q = Type.Optional(text(60, 'the beginning of a code, or a part of the name'));
const kind = Type.Optional(oneOf(priceKinds));

const terms = {
  name: line(120),
  standardHours: Type.Optional(hundredths),
  hoursSource: Type.Optional(oneOf(hoursSources)),
  workGrade: Type.Optional(oneOf(workGrades)),
  rateGrade: Type.Optional(text(20)),
  priceFen: Type.Optional(
    Type.Integer({ ...fen, description: 'of a job only where its price is fixed' }),
  ),
  measure: Type.Optional(text(20)),
  origin: Type.Optional(oneOf(partOrigins)),
  guaranteeDays: Type.Optional(days),
  guaranteeKm: Type.Optional(kilometres),
};
const termsProblems = [
  'price_day',
  'price_hours_missing',
  'price_source_missing',
  'price_amount_missing',
  'price_origin_missing',
  'price_not_of_kind',
  'unit_closed',
] as const;

export const priceRoutes = {
  list: route({
    id: 'prices.list',
    method: 'GET',
    path: '/prices',
    summary:
      'The price list of a place on a day: each item in the nearest edition up the tree, by code',
    access: see,
    query: shape({ ...pageFields, ...at, kind, q, withEnded: Type.Optional(Type.Boolean()) }),
    reply: listOf(priceLine),
  }),
  history: route({
    id: 'prices.history',
    method: 'GET',
    path: '/prices/:priceItemId/history',
    summary: 'Every edition of an item that holds or held at a place: what, from when, by whom',
    access: see,
    about,
    params,
    query: shape({ ...pageFields, orgUnitId }),
    reply: listOf(priceEdition),
  }),
  add: route({
    id: 'prices.add',
    method: 'POST',
    path: '/prices',
    summary: 'Put a job or a part on the price list of a place, for it and all below it',
    access: change,
    body: shape({
      orgUnitId,
      kind: oneOf(priceKinds),
      code: line(40),
      model: Type.Optional(text(60)),
      validFrom: date,
      ...terms,
    }),
    reply: priceLine,
    status: 201,
    problems: [...termsProblems, 'price_code_taken'],
  }),
  change: route({
    id: 'prices.change',
    method: 'POST',
    path: '/prices/:priceItemId/change',
    summary: 'Another price or other terms from a day on, at a place that the item holds for',
    access: change,
    about,
    params,
    body: shape({ orgUnitId, validFrom: date, ...terms }),
    reply: priceLine,
    problems: termsProblems,
  }),
  end: route({
    id: 'prices.end',
    method: 'POST',
    path: '/prices/:priceItemId/end',
    summary:
      'Take an item off the list of a place from a day on, or let it be as the unit above has it',
    access: change,
    about,
    params,
    body: shape({ orgUnitId, validFrom: date, standing: oneOf(['notOffered', 'asAbove']) }),
    reply: priceLine,
    problems: ['price_day', 'price_not_offered', 'price_not_own', 'unit_closed'],
  }),
  rates: route({
    id: 'prices.rates',
    method: 'GET',
    path: '/labour-rates',
    summary: 'What an hour costs at a place on a day, by grade, and how that came about',
    access: see,
    query: shape(at),
    reply: labourRates,
  }),
  setRate: route({
    id: 'prices.setRate',
    method: 'POST',
    path: '/labour-rates',
    summary:
      'What an hour costs at a place and below from a day on; null: as the unit above has it',
    access: change,
    body: shape({
      orgUnitId,
      grade: Type.Optional(text(20)),
      rateFen: nullable(fen),
      validFrom: date,
    }),
    reply: labourRates,
    problems: ['price_day', 'unit_closed'],
  }),
  publication: route({
    id: 'prices.publication',
    method: 'GET',
    path: '/price-publication',
    summary: 'Whether customers may read the price list of a place without a login, and where',
    access: see,
    query: shape({ orgUnitId }),
    reply: publication,
  }),
  publish: route({
    id: 'prices.publish',
    method: 'POST',
    path: '/price-publication',
    summary: 'Open the price list of a place and all below it to everybody, or close it again',
    access: change,
    body: shape({
      orgUnitId,
      isOpen: Type.Boolean(),
      complaintPhone: Type.Optional(text(40)),
    }),
    reply: publication,
  }),
  print: route({
    id: 'prices.print',
    method: 'GET',
    path: '/prices/list.pdf',
    summary: 'The price list of a place on paper, to be hung up where customers read it',
    access: see,
    kind: 'stream',
    rate: 'heavy',
    query: shape(at),
    reply: Type.Unknown({ description: 'application/pdf' }),
    problems: ['price_list_too_long', 'print_busy', 'print_too_large', 'print_too_slow'],
  }),
};

/** For who wants to know what it will cost: no login. */
export const openPriceRoutes = {
  read: route({
    id: 'prices.open',
    method: 'GET',
    path: '/open-prices',
    summary: 'The price list that a shop has opened to everybody, as of today',
    access: 'public',
    query: shape({
      house: Type.Optional(text(30, 'the short name in the address of the poster')),
      shop: Type.Optional(
        text(30, 'the code of the shop; left out, the house’s only or first unit'),
      ),
      kind,
      q,
      limit: pageFields.limit,
      cursor: pageFields.cursor,
    }),
    reply: openPrices,
    problems: ['too_many'],
  }),
};
