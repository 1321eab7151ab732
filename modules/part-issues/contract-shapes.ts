import { type Static, Type } from 'typebox';
import { partOrigins, payers } from '#modules/service-orders/contract.ts';
import { orderStates } from '#modules/service-orders/lifecycle.ts';
import { count, fen, id, instant, line, nullable, oneOf, plateText, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';

export const issueKinds = ['issued', 'returned'] as const;
export const oldPartStates = ['notAsked', 'handedIn', 'excepted'] as const;
/** What the technician last said of an issue, or what he was answered; empty: nothing yet. */
export const saidKinds = ['', 'confirmed', 'asked', 'answered'] as const;
export const chargeCauses = ['lost', 'damaged'] as const;

export const thousandths = Type.Integer({
  minimum: 1,
  maximum: 1_000_000_000,
  description: 'thousandths of the unit: 1000 is one',
});
const some = Type.Integer({
  minimum: 0,
  maximum: 1_000_000_000,
  description: 'thousandths of the unit',
});
/** As scanned or typed: a part number, the maker's barcode, or the name as it stands on the order. */
export const partCode = line(120, 'part number, barcode of the packet, or the name on the order');

/** A part that the customer agreed to, and how much of it is out. */
const orderPart = shape({
  lineId: id,
  place: Type.Integer({ minimum: 0, maximum: 49, description: 'which part of the job, from 0' }),
  job: line(300),
  number: text(60),
  name: line(120),
  unit: line(10),
  origin: oneOf(partOrigins),
  payer: oneOf(payers),
  technicianName: text(80),
  approvedThousandths: some,
  issuedThousandths: some,
  settledThousandths: nullable(some),
  needsOldPart: Type.Boolean({ description: 'issued only against the old part (以坏换新)' }),
  waivedReason: text(300, 'why it is settled without being issued'),
});
export type OrderPart = Static<typeof orderPart>;

const issueFields = {
  id,
  kind: oneOf(issueKinds),
  number: text(60),
  name: line(120),
  unit: line(10),
  quantityThousandths: thousandths,
  job: line(300),
  technicianName: text(80),
  oldPart: oneOf(oldPartStates),
  oldPartTag: text(40),
  reason: text(300),
  byName: text(80),
  at: instant,
  said: oneOf(saidKinds),
  saidWords: text(300),
  saidAt: nullable(instant),
};
export const partIssue = shape(issueFields);
export type PartIssue = Static<typeof partIssue>;

export const listedIssue = shape(
  {
    ...issueFields,
    orderId: id,
    orderNumber: line(40),
    plate: plateText,
    /** What the person may do with it: `confirm` or `ask` of his own, `answer` at the counter. */
    steps: Type.Array(oneOf(['confirm', 'ask', 'answer']), { maxItems: 3 }),
  },
  { $id: 'ListedPartIssue' },
);
export type ListedIssue = Static<typeof listedIssue>;

const chargeFields = {
  id,
  cause: oneOf(chargeCauses),
  name: line(120),
  employeeName: text(80),
  amountFen: Type.Integer({ ...fen, minimum: 1 }),
  reason: line(300),
  byName: text(80),
  at: instant,
  isReversed: Type.Boolean(),
  reversedReason: text(300),
};
export const partCharge = shape(
  { ...chargeFields, orderId: id, orderNumber: line(40), mayReverse: Type.Boolean() },
  { $id: 'PartCharge' },
);
export type PartCharge = Static<typeof partCharge>;

/** An order as the parts counter and the workshop see it. */
export const orderParts = shape(
  {
    orderId: id,
    number: line(40),
    plate: plateText,
    model: text(120),
    state: oneOf(orderStates),
    technicianName: text(80),
    parts: Type.Array(orderPart, { maxItems: 2000 }),
    issues: Type.Array(partIssue, { maxItems: 500 }),
    /** Of what was agreed to, what was neither issued nor waived. */
    missing: count,
    mayIssue: Type.Boolean({ description: 'now, and by this person' }),
    mayReturn: Type.Boolean(),
    mayDecide: Type.Boolean({ description: 'exceptions, charges' }),
    /** What happened by the request that this answers. */
    done: nullable(partIssue),
  },
  { $id: 'OrderParts' },
);
export type OrderParts = Static<typeof orderParts>;

export const settlingRules = ['off', 'warn', 'refuse'] as const;
export const partRules = shape(
  {
    /** `named`: those parts whose number or name holds one of the words; `all` as S2 says. */
    oldForNew: oneOf(['none', 'named', 'all']),
    oldForNewWords: Type.Array(line(60), { maxItems: 100 }),
    oldForNewWarranty: Type.Boolean({
      description: 'always of what the maker pays: the old part is his',
    }),
    /** Of an order with parts that were agreed to and not issued. */
    settling: oneOf(settlingRules),
    source: text(300),
  },
  { $id: 'PartRules' },
);
export type PartRules = Static<typeof partRules>;

export const partBarcode = shape(
  { id, barcode: line(120), number: line(60), name: text(120), createdAt: instant },
  { $id: 'PartBarcode' },
);
export type PartBarcode = Static<typeof partBarcode>;
