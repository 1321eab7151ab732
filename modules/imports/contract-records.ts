import { type Static, type TObject, type TOptional, type TSchema, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  nullable,
  oneOf,
  stepShape,
  text,
  version,
} from '#shared/fields.ts';
import { shape } from '#shared/route.ts';
import { decisions } from './judge/decisions.ts';
import { type ImportField, importFieldNames } from './judge/fields.ts';
import { importKinds } from './judge/kinds.ts';
import { faultCodes, relationCodes, tidiedCodes, warningCodes } from './judge/verdict.ts';
import { batchStates, rowStatuses } from './lifecycle.ts';

/** As long as a cell may be (`platform/sheets/limits.ts`). */
export const cellText = text(100_000);
/** A spreadsheet has 500 columns at most. */
export const columnAt = Type.Integer({ minimum: 0, maximum: 499 });
export const rowNo = Type.Integer({ minimum: 1, maximum: 1_048_576 });

export const byField = <S extends TSchema>(value: S) =>
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
  by: oneOf(['heading', 'content', 'both', 'nothing', 'person', 'saved']),
});

const sum = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

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
  /** Sums of the list and of what is accepted of it; only of kinds whose sums are confirmed. */
  sums: Type.Array(shape({ field: oneOf(importFieldNames), all: sum, accepted: sum }), {
    maxItems: 20,
  }),
  /** How many people or things the rows are about. */
  subjects: shape({ all: count, accepted: count }),
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
    /** The saved map by which the columns were recognised; empty where none was. */
    mapName: text(80),
    doneRows: count,
    totalRows: count,
    counts: importCounts,
    made: shape({
      ...{ customers: count, vehicles: count, changed: count, employees: count },
      records: count,
    }),
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
  employeeId: nullable(id),
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
    employeeId: nullable(id),
    version,
  },
  { $id: 'ImportRow' },
);
export type ImportRow = Static<typeof importRow>;
