import { type Static, type TObject, type TOptional, type TSchema, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { decisions } from './judge/decisions.ts';
import { type ImportField, importFieldNames } from './judge/fields.ts';
import { importKinds } from './judge/kinds.ts';
import { faultCodes, relationCodes, tidiedCodes, warningCodes } from './judge/verdict.ts';
import { batchStates, rowStatuses } from './lifecycle.ts';

/** As long as a cell may be (`platform/sheets/limits.ts`). */
const cellText = text(100_000);
/** A spreadsheet has 500 columns at most. */
const columnAt = Type.Integer({ minimum: 0, maximum: 499 });
const rowNo = Type.Integer({ minimum: 1, maximum: 1_048_576 });

const byField = <S extends TSchema>(value: S) =>
  shape(
    Object.fromEntries(importFieldNames.map((name) => [name, Type.Optional(value)])),
  ) as unknown as TObject<Record<ImportField, TOptional<S>>>;

export const reasonCodes = [
  ...faultCodes,
  ...warningCodes,
  ...tidiedCodes,
  ...relationCodes,
] as const;

const importColumn = shape({
  column: columnAt,
  label: cellText,
  samples: Type.Array(cellText, { maxItems: 5 }),
  field: nullable(oneOf(importFieldNames)),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  by: oneOf(['heading', 'content', 'both', 'nothing', 'person']),
});

const importCounts = shape({
  rows: count,
  ready: count,
  warned: count,
  held: count,
  question: count,
  skipped: count,
  imported: count,
  aside: count,
  byCode: Type.Array(shape({ code: oneOf(reasonCodes), status: oneOf(rowStatuses), count }), {
    maxItems: 200,
  }),
});
export type ImportCounts = Static<typeof importCounts>;

export const importBatch = shape(
  {
    id,
    kind: oneOf(importKinds),
    fileName: line(200),
    state: oneOf(batchStates),
    /** Why the file could not be read, or the last work was not done: a code with words. */
    fault: nullable(line(60)),
    sheetName: text(200),
    sheets: Type.Array(text(200), { maxItems: 200 }),
    headerRow: nullable(rowNo),
    doneRows: count,
    totalRows: count,
    counts: importCounts,
    made: shape({ customers: count, vehicles: count, changed: count }),
    createdByName: text(80),
    createdAt: instant,
    importedAt: nullable(instant),
    undoneAt: nullable(instant),
    version,
  },
  { $id: 'ImportBatch' },
);
export type ImportBatch = Static<typeof importBatch>;

export const importBatchWhole = shape(
  {
    ...importBatch.properties,
    columns: Type.Array(importColumn, { maxItems: 500 }),
    steps: Type.Array(stepShape, { maxItems: 10 }),
  },
  { $id: 'ImportBatchWhole' },
);
export type ImportBatchWhole = Static<typeof importBatchWhole>;

const reason = shape({
  code: oneOf(reasonCodes),
  kind: oneOf(['fault', 'warning', 'tidied', 'relation']),
  field: nullable(oneOf(importFieldNames)),
  words: text(400),
  advice: text(1000),
  suggestion: nullable(cellText),
});

/** The record that a row is the same as in some way, to be laid beside it. */
const otherRecord = shape({
  kind: oneOf(['row', 'archive']),
  rowNo: nullable(rowNo),
  customerId: nullable(id),
  vehicleId: nullable(id),
  values: byField(cellText),
});

export const importRow = shape(
  {
    rowNo,
    status: oneOf(rowStatuses),
    verdict: text(100),
    /** What stands in the sheet or was typed over it, by field. */
    cells: byField(cellText),
    /** Fields whose text a person replaced. */
    fixed: Type.Array(oneOf(importFieldNames), { maxItems: 20 }),
    reasons: Type.Array(reason, { maxItems: 60 }),
    decision: nullable(oneOf(decisions)),
    decisions: Type.Array(oneOf(decisions), { maxItems: 5 }),
    other: nullable(otherRecord),
    /** Which of the two is the later visit. */
    newer: nullable(oneOf(['this', 'other'])),
    customerId: nullable(id),
    vehicleId: nullable(id),
    version,
  },
  { $id: 'ImportRow' },
);
export type ImportRow = Static<typeof importRow>;

const access = 'customers.import';
const about = 'import';
const params = shape({ importId: id });
/** A step on a whole list: fifty thousand rows may take a minute. */
const onWholeList = { access, about, params, rate: 'heavy' as const };

export const importRoutes = {
  begin: route({
    id: 'imports.begin',
    method: 'POST',
    path: '/imports',
    summary:
      'Read an uploaded list: columns are recognised, every row is judged, nothing is written yet',
    access,
    rate: 'heavy',
    body: shape({
      kind: Type.Optional(oneOf(importKinds)),
      fileId: id,
      sheet: Type.Optional(text(200)),
    }),
    reply: importBatchWhole,
    status: 201,
    problems: ['file_unknown'],
  }),
  list: route({
    id: 'imports.list',
    method: 'GET',
    path: '/imports',
    summary: 'The lists brought in so far, the latest first',
    access,
    query: shape({
      ...pageFields,
      state: Type.Optional(oneOf(batchStates)),
      kind: Type.Optional(oneOf(importKinds)),
    }),
    reply: listOf(importBatch),
  }),
  read: route({
    id: 'imports.read',
    method: 'GET',
    path: '/imports/:importId',
    summary: 'One list: how far it is, its columns, what was found',
    access,
    about,
    params,
    reply: importBatchWhole,
  }),
  listRows: route({
    id: 'imports.listRows',
    audit: 'read',
    method: 'GET',
    path: '/imports/:importId/rows',
    summary:
      'The rows of a list with their reasons, by row number; both records where there are two',
    access,
    about,
    personal: true,
    params,
    query: shape({
      ...pageFields,
      status: Type.Optional(oneOf(rowStatuses)),
      code: Type.Optional(oneOf(reasonCodes)),
    }),
    reply: listOf(importRow),
  }),
  change: route({
    id: 'imports.change',
    method: 'PATCH',
    path: '/imports/:importId',
    summary:
      'Another column for a field, another heading row, another sheet; the rows are judged again',
    access,
    about,
    params,
    body: shape({
      mapping: Type.Optional(byField(columnAt)),
      headerRow: Type.Optional(nullable(rowNo)),
      sheet: Type.Optional(text(200)),
    }),
    reply: importBatchWhole,
    problems: ['column_twice', 'column_unknown', 'field_unknown', 'header_row_unknown'],
  }),
  mendRow: route({
    id: 'imports.mendRow',
    method: 'PATCH',
    path: '/imports/:importId/rows/:rowNo',
    summary:
      'Type over cells of a row, or decide about it; all rows that it touches are judged again',
    access,
    about,
    personal: true,
    params: shape({ importId: id, rowNo }),
    body: shape({
      fields: Type.Optional(byField(cellText)),
      decision: Type.Optional(nullable(oneOf(decisions))),
    }),
    reply: importRow,
    problems: ['decision_not_possible', 'field_without_column'],
  }),
  decide: route({
    id: 'imports.decide',
    method: 'POST',
    path: '/imports/:importId/decide',
    summary: 'One decision for all open questions of a kind',
    access,
    about,
    params,
    body: shape({ code: oneOf(relationCodes), decision: oneOf(decisions) }),
    reply: shape({ rows: count }),
    problems: ['decision_not_possible'],
  }),
  handBack: route({
    id: 'imports.handBack',
    audit: 'read',
    method: 'GET',
    path: '/imports/:importId/returned.xlsx',
    summary: 'The rows held back as a workbook, with reason and advice in columns of their own',
    access,
    about,
    kind: 'stream',
    personal: true,
    rate: 'heavy',
    params,
    query: shape({ rows: Type.Optional(oneOf(['held', 'all'])) }),
    reply: Type.Unknown({ description: 'bytes' }),
  }),
  takeBack: route({
    id: 'imports.takeBack',
    method: 'POST',
    path: '/imports/:importId/returned',
    summary: 'Take the mended workbook in again: its rows replace those of the list',
    access,
    about,
    rate: 'heavy',
    params,
    body: shape({ fileId: id }),
    reply: importBatchWhole,
    problems: ['file_unknown'],
  }),
  run: route({
    id: 'imports.run',
    method: 'POST',
    path: '/imports/:importId/run',
    summary: 'Write all accepted rows into the archive, in the background: all or nothing',
    ...onWholeList,
    reply: importBatchWhole,
    problems: ['nothing_to_import', 'another_import_running'],
  }),
  undo: route({
    id: 'imports.undo',
    method: 'POST',
    path: '/imports/:importId/undo',
    summary: 'Take out exactly what the list brought in; refused while any of it is in use',
    ...onWholeList,
    reply: importBatchWhole,
    problems: ['import_used'],
  }),
  discard: route({
    id: 'imports.discard',
    method: 'POST',
    path: '/imports/:importId/discard',
    summary: 'Drop a list that is not wanted; its rows are forgotten',
    ...onWholeList,
    reply: importBatchWhole,
  }),
};
