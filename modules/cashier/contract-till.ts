import { type Static, Type } from 'typebox';
import { plateColours } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import {
  count,
  date,
  fen,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  personalName,
  plateText,
  sumFen,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { faces, moneyMethods } from './contract-vocabulary.ts';

/** Money that may have gone out more than it came in. */
const netFen = Type.Integer({
  minimum: -9_007_199_254_740_991,
  maximum: 9_007_199_254_740_991,
  description: 'whole fen, below zero where more went out',
});
const methodSum = shape({
  method: oneOf(moneyMethods),
  inFen: sumFen,
  outFen: sumFen,
  count,
});
export type MethodSum = Static<typeof methodSum>;
const sums = Type.Array(methodSum, { maxItems: moneyMethods.length });

const counted = Type.Array(
  shape({
    faceFen: Type.Unsafe<(typeof faces)[number]>({ enum: [...faces], description: 'fen' }),
    count: Type.Integer({ minimum: 0, maximum: 100_000 }),
  }),
  { maxItems: faces.length },
);
export type Counted = Static<typeof counted>;

const till = shape(
  {
    sinceAt: nullable(instant),
    sums,
    totalFen: netFen,
    cashFen: netFen,
    movements: count,
  },
  { $id: 'Till' },
);
export type Till = Static<typeof till>;

const toSettle = shape({
  id,
  number: line(40),
  state: oneOf(orderStates),
  plate: plateText,
  plateColour: oneOf(plateColours),
  model: text(120),
  customerId: id,
  customerName: personalName(120),
  stateSince: instant,
  dueFen: fen,
  settledFen: nullable(fen),
  depositFen: sumFen,
});
export type ToSettle = Static<typeof toSettle>;

const desk = shape(
  {
    orders: Type.Array(toSettle, { maxItems: 200 }),
    till,
    owed: shape({ owedFen: sumFen, overdueFen: sumFen, customers: count }),
  },
  { $id: 'CashierDesk' },
);
export type CashierDesk = Static<typeof desk>;

const tillClose = shape(
  {
    id,
    number: line(40),
    dayOn: date,
    cashierName: text(80),
    sinceAt: instant,
    untilAt: instant,
    sums,
    totalFen: netFen,
    floatFen: fen,
    expectedFen: netFen,
    counted,
    countedFen: sumFen,
    differenceFen: netFen,
    reason: text(300),
    correctsNumber: nullable(line(40)),
    correctedByNumber: nullable(line(40)),
    writtenByName: text(80),
    at: instant,
  },
  { $id: 'TillClose' },
);
export type TillClose = Static<typeof tillClose>;

const drawer = { floatFen: fen, counted };
const one = shape({ tillCloseId: id });

export const tillRoutes = {
  desk: route({
    id: 'cashier.desk',
    method: 'GET',
    path: '/cashier/desk',
    summary: 'What is ready to be paid, what one took since the last close, what is owed (WSH-15)',
    access: 'cashier.take',
    personal: true,
    reply: desk,
  }),
  listCloses: route({
    id: 'cashier.listCloses',
    method: 'GET',
    path: '/till-closes',
    summary: 'Days that were closed, the latest first (WSH-15)',
    access: 'cashier.take',
    query: shape(pageFields),
    reply: listOf(tillClose),
  }),
  close: route({
    id: 'cashier.close',
    method: 'POST',
    path: '/till-closes',
    summary: 'Close one’s day: the sums of the ledgers, the cash as it was counted (WSH-15)',
    access: 'cashier.take',
    body: shape({
      ...drawer,
      totalFen: netFen,
      reason: Type.Optional(text(300)),
    }),
    reply: tillClose,
    status: 201,
    problems: [
      'till_person_needed',
      'till_empty',
      'till_moved',
      'till_difference_unexplained',
      'till_counted_twice',
    ],
  }),
  correct: route({
    id: 'cashier.correct',
    method: 'POST',
    path: '/till-closes/:tillCloseId/correct',
    summary: 'Correct a closed day by a close of its own; the first one stays (WSH-15)',
    access: 'cashier.manage',
    about: 'tillClose',
    params: one,
    body: shape({ ...drawer, reason: line(300) }),
    reply: tillClose,
    status: 201,
    problems: ['till_person_needed', 'till_corrected_already', 'till_counted_twice'],
  }),
  closeSheet: route({
    id: 'cashier.closeSheet',
    method: 'GET',
    path: '/till-closes/:tillCloseId/sheet.pdf',
    summary: 'A closed day on paper, to be signed',
    access: 'cashier.take',
    about: 'tillClose',
    kind: 'stream',
    rate: 'heavy',
    params: one,
    reply: Type.Unknown({ description: 'PDF' }),
    problems: ['print_busy', 'print_too_large', 'print_too_slow'],
  }),
  settlementList: route({
    id: 'cashier.settlementList',
    audit: 'read',
    method: 'GET',
    path: '/service-orders/:orderId/settlement-list.pdf',
    summary:
      'The settlement list (结算清单): labour and material itemised, before payment (WSH-15)',
    access: 'cashier.take',
    about: 'serviceOrder',
    personal: true,
    kind: 'stream',
    rate: 'heavy',
    params: shape({ orderId: id }),
    query: shape({ paper: Type.Optional(oneOf(['a4', 'roll'])) }),
    reply: Type.Unknown({ description: 'PDF' }),
    problems: ['settlement_too_early', 'print_busy', 'print_too_large', 'print_too_slow'],
  }),
};
