import { type Static, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { genuineCodeLife } from './lifecycle.ts';
import { provinces } from './locales/provinces.ts';

export const mostCodesInABatch = 5_000;

const state = oneOf(genuineCodeLife.states);
export const genuineBatch = shape(
  {
    id,
    number: line(40),
    product: line(120),
    partNumber: text(60),
    codes: count,
    codesChecked: count,
    codesWarned: count,
    withdrawnAt: nullable(instant),
    withdrawnWhy: text(200),
    createdByName: text(80),
    createdAt: instant,
  },
  { $id: 'GenuineBatch' },
);
export type GenuineBatch = Static<typeof genuineBatch>;

const check = shape({ at: instant, place: text(80) });
const codeFields = {
  id,
  batchId: id,
  batchNumber: line(40),
  product: line(120),
  partNumber: text(60),
  serial: count,
  ending: line(8, 'the last signs: enough to tell labels apart, too little to print one'),
  state,
  checks: count,
  firstCheckedAt: nullable(instant),
  lastCheckedAt: nullable(instant),
};
export const genuineCode = shape(
  { ...codeFields, latest: Type.Array(check, { maxItems: 5, description: 'the latest first' }) },
  { $id: 'GenuineCode' },
);
export type GenuineCode = Static<typeof genuineCode>;

const answer = shape(
  {
    outcome: oneOf(['genuine', 'again', 'unknown', 'withdrawn']),
    house: text(120),
    product: text(120),
    partNumber: text(60),
    times: Type.Integer({ ...count, description: 'how often it was looked up before' }),
    earlier: Type.Array(check, { maxItems: 10 }),
  },
  { $id: 'GenuineAnswer' },
);
export type GenuineAnswer = Static<typeof answer>;

const access = 'genuineChecks.manage';
const oneBatch = shape({ genuineBatchId: id });
const oneCode = shape({ genuineCodeId: id });
const why = shape({ reason: line(200) });

export const genuineRoutes = {
  listBatches: route({
    id: 'genuineChecks.listBatches',
    method: 'GET',
    path: '/genuine-batches',
    summary:
      'Batches of codes for labels, the latest first, with how many were checked and warned of',
    access,
    query: shape({ ...pageFields }),
    reply: listOf(genuineBatch),
  }),
  issue: route({
    id: 'genuineChecks.issue',
    method: 'POST',
    path: '/genuine-batches',
    summary: 'Issue codes for a product: each unguessable, each once',
    access,
    rate: 'heavy',
    stepUp: true,
    body: shape({
      product: line(120),
      partNumber: Type.Optional(text(60)),
      codes: Type.Integer({ minimum: 1, maximum: mostCodesInABatch }),
    }),
    reply: genuineBatch,
    status: 201,
  }),
  labels: route({
    id: 'genuineChecks.labels',
    method: 'GET',
    path: '/genuine-batches/:genuineBatchId/labels.csv',
    summary: 'The codes of a batch with their addresses, for the label printer; on record',
    access,
    about: 'genuineBatch',
    audit: 'read',
    kind: 'stream',
    rate: 'heavy',
    params: oneBatch,
    reply: Type.Unknown({ description: 'text/csv' }),
    problems: ['genuine_withdrawn'],
  }),
  withdrawBatch: route({
    id: 'genuineChecks.withdrawBatch',
    method: 'POST',
    path: '/genuine-batches/:genuineBatchId/withdraw',
    summary: 'Withdraw a batch: each of its codes answers so from now on',
    access,
    about: 'genuineBatch',
    params: oneBatch,
    body: why,
    reply: genuineBatch,
    problems: ['genuine_withdrawn'],
  }),
  listCodes: route({
    id: 'genuineChecks.listCodes',
    method: 'GET',
    path: '/genuine-codes',
    summary: 'Codes with when and where they were looked up; q is a whole code',
    access,
    query: shape({
      ...pageFields,
      state: Type.Optional(state),
      genuineBatchId: Type.Optional(id),
      q: Type.Optional(text(40)),
    }),
    reply: listOf(genuineCode),
  }),
  withdrawCode: route({
    id: 'genuineChecks.withdrawCode',
    method: 'POST',
    path: '/genuine-codes/:genuineCodeId/withdraw',
    summary: 'Withdraw one code: its label was copied or lost',
    access,
    about: 'genuineCode',
    params: oneCode,
    body: why,
    reply: genuineCode,
    problems: ['step_not_allowed'],
  }),
};

/** For who holds the part in his hand: no login. */
export const lookingUpRoutes = {
  check: route({
    id: 'genuineChecks.check',
    method: 'POST',
    path: '/genuine-checks',
    summary: 'Whether a code on a part is genuine, and when and where it was looked up before',
    access: 'public',
    rate: 'secret',
    body: shape({
      code: text(40, 'as it stands on the label, blanks and hyphens as one likes'),
      house: Type.Optional(text(30, 'the short name in the address of the label')),
      place: Type.Optional(oneOf(provinces, 'where the visitor says he is')),
      shop: Type.Optional(text(30, 'the code of the shop whose poster was scanned')),
    }),
    reply: answer,
    problems: ['genuine_code_mistyped', 'too_many'],
  }),
};
