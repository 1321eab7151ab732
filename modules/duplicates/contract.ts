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
  personalText,
  text,
  version,
} from '#shared/fields.ts';
import { nothing, route, shape } from '#shared/route.ts';
import { membersInMerge, membersToReturn } from './contract-members.ts';

export const recordKinds = ['customer', 'vehicle'] as const;
export type RecordKind = (typeof recordKinds)[number];
export const reasons = ['phone', 'name', 'nameAddress', 'plate', 'vin'] as const;
export type Reason = (typeof reasons)[number];
export const choices = ['kept', 'gone', 'both'] as const;
export type Choice = (typeof choices)[number];
export const runStates = ['running', 'done', 'cancelled'] as const;

/** A record as one knows it by: who, and what tells him from others. */
const side = shape({
  id,
  title: personalText('words', 80, 'name, plate, VIN or model; empty without any'),
  detail: text(300, 'phone (masked) and address, or model and owner'),
  lastVisitOn: nullable(Type.String({ format: 'date', maxLength: 10 })),
  version,
});
export type Side = Static<typeof side>;
export const pair = shape(
  {
    kind: oneOf(recordKinds),
    one: side,
    other: side,
    reasons: Type.Array(oneOf(reasons), { maxItems: 10 }),
    score: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  { $id: 'DuplicatePair' },
);
export type Pair = Static<typeof pair>;
export const run = shape(
  {
    id,
    state: oneOf(runStates),
    doneRows: count,
    totalRows: count,
    found: count,
    createdAt: instant,
    endedAt: nullable(instant),
  },
  { $id: 'DuplicateRun' },
);
export type Run = Static<typeof run>;

const hanging = shape({
  table: line(60),
  kept: count,
  gone: count,
});
const value = nullable(text(4000));
const field = shape({
  field: line(40),
  kept: value,
  gone: value,
  choices: Type.Array(oneOf(choices), { minItems: 1, maxItems: 3 }),
  proposed: oneOf(choices),
});
/** Both records side by side: each field with who wins unless said otherwise, and what hangs on each. */
export const preview = shape(
  {
    kind: oneOf(recordKinds),
    kept: side,
    gone: side,
    fields: Type.Array(field, { maxItems: 40 }),
    hanging: Type.Array(hanging, { maxItems: 100 }),
    members: membersInMerge,
    forbidden: nullable(line(60, 'why it cannot be done now: a problem’s code')),
  },
  { $id: 'MergePreview' },
);
export type MergePreview = Static<typeof preview>;

const merge = shape(
  {
    id,
    kind: oneOf(recordKinds),
    keptId: id,
    goneId: id,
    title: personalText('words', 80, 'of the record that went; may be empty'),
    state: oneOf(['done', 'undone']),
    createdAt: instant,
    byName: nullable(line(80)),
    undoneAt: nullable(instant),
  },
  { $id: 'Merge' },
);
export type Merge = Static<typeof merge>;
const undoPreview = shape(
  {
    merge,
    returning: Type.Array(shape({ table: line(60), rows: count }), { maxItems: 100 }),
    staying: Type.Array(shape({ table: line(60), rows: count }), { maxItems: 100 }),
    editedFields: Type.Array(line(40), { maxItems: 60 }),
    members: membersToReturn,
    forbidden: nullable(line(60, 'why it cannot be undone now: a problem’s code')),
  },
  { $id: 'UndoPreview' },
);
export type UndoPreview = Static<typeof undoPreview>;

export const duplicatesOfOne = shape(
  {
    pairs: Type.Array(pair, { maxItems: 20 }),
    merges: Type.Array(merge, { maxItems: 50 }),
  },
  { $id: 'DuplicatesOfOne' },
);
export type DuplicatesOfOne = Static<typeof duplicatesOfOne>;

const customer = shape({ customerId: id });
const vehicle = shape({ vehicleId: id });
const take = Type.Optional(
  Type.Array(shape({ field: line(40), take: oneOf(choices) }), {
    maxItems: 40,
    description: 'fields for which another than the proposed choice holds',
  }),
);
const both = { version, otherVersion: version, take };
const seeing = { access: 'customers.see', personal: true } as const;
const merging = { access: 'customers.merge', personal: true } as const;
const refusals = ['merge_same', 'merge_gone', 'merge_erased', 'merge_collides', 'merge_choice'];

export const duplicateRoutes = {
  list: route({
    id: 'duplicates.list',
    method: 'GET',
    path: '/duplicates',
    summary: 'Pairs of records that may be one, the likeliest first; with the last run',
    ...seeing,
    query: shape({ ...pageFields, kind: Type.Optional(oneOf(recordKinds)) }),
    reply: shape({ ...listOf(pair).properties, run: nullable(run) }),
  }),
  search: route({
    id: 'duplicates.search',
    method: 'POST',
    path: '/duplicates/runs',
    summary: 'Look for duplicates over the whole house, in parts, in the background',
    access: 'customers.merge',
    rate: 'heavy',
    reply: run,
    status: 201,
    problems: ['already_searching'],
  }),
  readRun: route({
    id: 'duplicates.readRun',
    method: 'GET',
    path: '/duplicates/runs/:runId',
    summary: 'How far the search is',
    access: 'customers.see',
    about: 'duplicateRun',
    params: shape({ runId: id }),
    reply: run,
  }),
  cancel: route({
    id: 'duplicates.cancel',
    method: 'POST',
    path: '/duplicates/runs/:runId/cancel',
    summary: 'Stop the search; what was found stays',
    access: 'customers.merge',
    about: 'duplicateRun',
    params: shape({ runId: id }),
    reply: run,
  }),
  ofCustomer: route({
    id: 'duplicates.ofCustomer',
    method: 'GET',
    path: '/customers/:customerId/duplicates',
    summary: 'Who may be the same customer, and what was merged into this file',
    ...seeing,
    about: 'customer',
    params: customer,
    reply: duplicatesOfOne,
  }),
  ofVehicle: route({
    id: 'duplicates.ofVehicle',
    method: 'GET',
    path: '/vehicles/:vehicleId/duplicates',
    summary: 'Which may be the same car, and what was merged into this file',
    ...seeing,
    about: 'vehicle',
    params: vehicle,
    reply: duplicatesOfOne,
  }),
  tellCustomersApart: route({
    id: 'duplicates.tellCustomersApart',
    method: 'POST',
    path: '/customers/:customerId/not-same',
    summary: 'These two are not the same; no search proposes them again',
    access: 'customers.edit',
    about: 'customer',
    params: customer,
    body: shape({ otherCustomerId: id }),
    reply: nothing,
    status: 204,
    problems: ['merge_same'],
  }),
  tellVehiclesApart: route({
    id: 'duplicates.tellVehiclesApart',
    method: 'POST',
    path: '/vehicles/:vehicleId/not-same',
    summary: 'These two are not the same; no search proposes them again',
    access: 'vehicles.edit',
    about: 'vehicle',
    params: vehicle,
    body: shape({ otherVehicleId: id }),
    reply: nothing,
    status: 204,
    problems: ['merge_same'],
  }),
  previewCustomers: route({
    id: 'duplicates.previewCustomers',
    method: 'GET',
    path: '/customers/:customerId/merge-preview/:otherCustomerId',
    summary: 'What merging another customer into this one would do',
    ...merging,
    about: 'customer',
    params: shape({ customerId: id, otherCustomerId: id }),
    reply: preview,
    problems: ['merge_same'],
  }),
  previewVehicles: route({
    id: 'duplicates.previewVehicles',
    method: 'GET',
    path: '/vehicles/:vehicleId/merge-preview/:otherVehicleId',
    summary: 'What merging another vehicle into this one would do',
    ...merging,
    about: 'vehicle',
    params: shape({ vehicleId: id, otherVehicleId: id }),
    reply: preview,
    problems: ['merge_same'],
  }),
  mergeCustomers: route({
    id: 'duplicates.mergeCustomers',
    method: 'POST',
    path: '/customers/:customerId/merge',
    summary: 'Merge another customer into this one (ARC-05); it can be undone',
    ...merging,
    about: 'customer',
    stepUp: true,
    params: customer,
    body: shape({ otherCustomerId: id, ...both }),
    reply: merge,
    status: 201,
    problems: refusals,
  }),
  mergeVehicles: route({
    id: 'duplicates.mergeVehicles',
    method: 'POST',
    path: '/vehicles/:vehicleId/merge',
    summary: 'Merge another vehicle into this one (ARC-05); it can be undone',
    ...merging,
    about: 'vehicle',
    stepUp: true,
    params: vehicle,
    body: shape({ otherVehicleId: id, ...both }),
    reply: merge,
    status: 201,
    problems: [...refusals, 'merge_both_open'],
  }),
  readMerge: route({
    id: 'duplicates.readMerge',
    method: 'GET',
    path: '/merges/:mergeId',
    summary: 'A merge, and what undoing it would give back and leave',
    ...merging,
    about: 'merge',
    params: shape({ mergeId: id }),
    reply: undoPreview,
  }),
  undo: route({
    id: 'duplicates.undo',
    method: 'POST',
    path: '/merges/:mergeId/undo',
    summary: 'Take a merge apart again; what came later stays with the record that stayed',
    ...merging,
    about: 'merge',
    stepUp: true,
    params: shape({ mergeId: id }),
    reply: merge,
    problems: ['merge_undone', 'merge_later_first', 'merge_erased', 'plate_taken'],
  }),
};
