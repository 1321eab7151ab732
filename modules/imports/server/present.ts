import { addressFor, birthdayFor, phoneFor, plateFor, vinFor } from '#platform/privacy.ts';
import { wire } from '#platform/wire.ts';
import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';
import { formatFen } from '#shared/money.ts';
import type { ImportBatch, ImportBatchWhole, ImportRow } from '../contract.ts';
import { decisionsFor } from '../judge/decisions.ts';
import {
  adviceFor,
  type Language as JudgeLanguage,
  reasonFor,
  relationReason,
} from '../judge/explain.ts';
import type { ImportField } from '../judge/fields.ts';
import { kinds } from '../judge/kinds.ts';
import type { Counterpart, TidyValues } from '../judge/verdict.ts';
import { type BatchState, batchLifecycle, offeredSteps } from '../lifecycle.ts';
import { textOf } from './judging.ts';
import type { BatchRow } from './queries.ts';
import type { ShownRow } from './queries-shown.ts';
import { relationOf } from './returning.ts';

const noCounts = {
  rows: 0,
  ready: 0,
  warned: 0,
  held: 0,
  question: 0,
  skipped: 0,
  imported: 0,
  aside: 0,
  byCode: [],
  sums: [],
  subjects: { all: 0, accepted: 0 },
};

export function presentBatch(row: BatchRow): ImportBatch {
  const { id, kind, fileName, state, fault, sheetName, sheets, headerRow, mapName } = row;
  const { doneRows, totalRows, createdAt, importedAt, undoneAt, version } = row;
  return {
    ...wire({ id, kind, fileName, state, fault, sheetName, sheets, headerRow, mapName }),
    ...wire({ doneRows, totalRows, createdAt, importedAt, undoneAt, version }),
    counts: { ...noCounts, ...row.counts },
    made: { customers: 0, vehicles: 0, changed: 0, employees: 0, records: 0, ...row.made },
    createdByName: row.createdByName ?? '',
  };
}

export const presentWhole = (row: BatchRow): ImportBatchWhole => ({
  ...presentBatch(row),
  columns: row.columns,
  steps: offeredSteps.map((step) => stepOf(row, step)),
});

function stepOf({ state, counts }: BatchRow, step: (typeof offeredSteps)[number]) {
  if (!(batchLifecycle.steps[step].from as readonly BatchState[]).includes(state)) {
    return { step, allowed: false, reason: `not_while_${state}` };
  }
  if (step === 'run' && !counts.ready) return { step, allowed: false, reason: 'nothing_ready' };
  return { step, allowed: true };
}

type Values = ImportRow['cells'];

/** A row with its reasons in the caller's language, and the other record beside it. */
export function presentRow(
  work: Work,
  batch: BatchRow,
  row: ShownRow,
  language: Language,
): ImportRow {
  const { rowNo, status, verdict, decision, customerId, vehicleId, employeeId, version } = row;
  const relation = relationOf(row);
  const { isOfPeople, kept } = kinds[batch.kind];
  const cells = Object.fromEntries(
    kinds[batch.kind].fields
      .filter((field) => batch.mapping[field] !== undefined)
      .map((field) => [field, textOf(row, batch.mapping, field)]),
  ) as Values;
  return {
    ...{ rowNo, status, verdict, decision, customerId, vehicleId, employeeId, version },
    cells,
    fixed: Object.keys(row.fixes) as ImportField[],
    reasons: reasonsOf(row, language as JudgeLanguage),
    decisions: [...decisionsFor(relation?.code)],
    other: relation && {
      kind: relation.to.kind === 'row' ? ('row' as const) : ('archive' as const),
      rowNo: row.otherRow,
      customerId: row.otherCustomerId,
      vehicleId: row.otherVehicleId,
      employeeId: row.otherEmployeeId,
      values: valuesOf(work, row.otherValues ?? {}, relation.to.kind),
    },
    // People, and what modules keep, do not come on a day: none of two is the newer.
    newer: isOfPeople || kept ? null : (relation?.newer ?? null),
  };
}

/** Of the list everything is shown to the one who brought it; of the archive what its reader may see. */
function valuesOf(work: Work, values: Partial<TidyValues>, kind: Counterpart['kind']): Values {
  const texts = Object.fromEntries(
    Object.entries(values).map(([field, value]) => [field, asText(field, value)]),
  ) as Values;
  if (kind !== 'archive') return texts;
  const seen = Object.entries(asSeen).flatMap(([field, shown]) => {
    const value = texts[field as keyof typeof asSeen];
    return value === undefined ? [] : [[field, shown(work.actor, value)] as const];
  });
  return { ...texts, ...Object.fromEntries(seen) };
}

const asSeen = {
  phone: phoneFor,
  plate: plateFor,
  vin: vinFor,
  address: addressFor,
  birthday: birthdayFor,
} as const;
const asText = (field: string, value: string | number | null) =>
  field.endsWith('Fen') ? formatFen(Number(value)) : String(value);

function reasonsOf(row: ShownRow, language: JudgeLanguage): ImportRow['reasons'] {
  const { faults = [], warnings = [], tidied = [] } = row.findings;
  const relation = relationOf(row);
  const findings = [
    ...faults.map((finding) => ({ finding, kind: 'fault' as const })),
    ...warnings.map((finding) => ({ finding, kind: 'warning' as const })),
    ...tidied.map((finding) => ({ finding, kind: 'tidied' as const })),
  ];
  return [
    ...findings.map(({ finding, kind }) => ({
      code: finding.code,
      kind,
      field: finding.field,
      words: reasonFor(finding.code, language),
      advice: kind === 'tidied' ? '' : adviceFor(finding, language),
      suggestion: finding.suggestion ?? null,
    })),
    ...(relation ? [{ ...relationReason(relation, language), kind: 'relation' as const }] : []),
  ];
}
