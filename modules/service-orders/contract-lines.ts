import { type Static, Type } from 'typebox';
import { partOrigins as listedOrigins } from '#modules/prices/contract.ts';
import { count, date, fen, id, instant, line, nullable, oneOf, text } from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { packageOfLine } from './contract-packages.ts';
import { answers, answerWays, outsideStates, partOrigins, payers } from './contract-vocabulary.ts';

export const minutes = Type.Integer({
  minimum: 0,
  maximum: 60_000,
  description: 'standard minutes',
});

/** The edition of the price list that something came from. */
const priceItemId = Type.Optional(id);
const quotedPart = {
  name: line(120),
  number: text(60),
  origin: oneOf(partOrigins),
  quantityThousandths: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }),
  unit: line(10),
  unitFen: fen,
  priceItemId,
};
const part = shape({
  ...quotedPart,
  listedFen: Type.Optional(Type.Integer({ ...fen, description: 'what the list asks for one' })),
});
export type Part = Static<typeof part>;

/** A job as it is quoted; with the `id` of an earlier one it replaces that. */
export const quotedLine = shape({
  id: Type.Optional(id),
  description: line(300),
  finding: Type.Optional(text(500)),
  standardMinutes: Type.Optional(minutes),
  labourFen: fen,
  parts: Type.Optional(Type.Array(shape(quotedPart), { maxItems: 50 })),
  partsFen: Type.Optional(
    Type.Integer({ ...fen, description: 'left out: the sum of parts, in fen' }),
  ),
  payer: Type.Optional(oneOf(payers)),
  priceItemId,
  jobPackageId: Type.Optional(
    Type.String({
      ...id,
      description: 'the package it is quoted with: all its lines, as it brings them',
    }),
  ),
});
export type QuotedLine = Static<typeof quotedLine>;

export const jobLine = shape({
  id,
  position: count,
  origin: oneOf(['estimate', 'additional']),
  description: line(300),
  finding: text(500),
  standardMinutes: minutes,
  labourFen: fen,
  parts: Type.Array(part, { maxItems: 50 }),
  partsFen: fen,
  payer: oneOf(payers),
  /** The price list's word on the labour, where the job came from the list. */
  listed: nullable(shape({ priceItemId: id, code: line(40), validFrom: date, labourFen: fen })),
  jobPackage: packageOfLine,
  departs: Type.Boolean({ description: 'a price of the line is another than the list’s' }),
  answer: oneOf(answers),
  isAskedAgain: Type.Boolean({ description: 'a new quotation took away the answer given before' }),
  answerHow: nullable(oneOf(answerWays)),
  answeredBy: nullable(text(80)),
  answerNote: text(500),
  answeredAt: nullable(instant),
  recordedByName: text(80),
  refusalReason: text(300),
  proposedByName: text(80),
  doneAt: nullable(instant),
  doneByName: text(80),
  outside: oneOf(outsideStates),
});
export type JobLine = Static<typeof jobLine>;

/** What stands on the price list for this vehicle, as it may be quoted today. */
export const offeredPrice = shape({
  priceItemId: id,
  kind: oneOf(['job', 'part']),
  code: line(40),
  model: text(60),
  name: line(120),
  standardMinutes: minutes,
  amountFen: Type.Integer({ ...fen, description: 'of a job its labour, of a part one of it' }),
  measure: text(20),
  origin: nullable(oneOf(listedOrigins)),
  validFrom: date,
});
export type OfferedPrice = Static<typeof offeredPrice>;

/** What was refused on an earlier visit, as it was quoted then. */
export const refusedBefore = shape({
  lineId: id,
  description: line(300),
  reason: text(300),
  onDate: date,
  code: text(40, 'on the price list, if it came from there'),
  standardMinutes: minutes,
  labourFen: fen,
  parts: Type.Array(part, { maxItems: 50 }),
  partsFen: fen,
});
export type RefusedBefore = Static<typeof refusedBefore>;
