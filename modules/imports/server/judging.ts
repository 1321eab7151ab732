import { setImmediate as nextTurn } from 'node:timers/promises';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { dateIn } from '#shared/dates.ts';
import type { House } from '../judge/colleagues.ts';
import { decisionsFor } from '../judge/decisions.ts';
import type { ImportField } from '../judge/fields.ts';
import type { Header } from '../judge/header.ts';
import {
  type ArchivedRecord,
  type ArchiveKeys,
  judge,
  keysOf,
  type LookUpEarlier,
} from '../judge/judge.ts';
import { kinds } from '../judge/kinds.ts';
import { type Counterpart, holds, type Judgement, verdictOf } from '../judge/verdict.ts';
import { houseFor } from './house.ts';
import { judgeKept } from './kept.ts';
import type { Placed } from './kept-kinds.ts';
import {
  type BatchRow,
  type JudgedChange,
  keysOfRows,
  rowByNumber,
  rowsSharing,
  type StoredRow,
  saveJudgements,
} from './queries.ts';
import { knownInArchive } from './queries-archive.ts';
import { rowsOfSubjects, subjectOf } from './queries-kept.ts';

/** A row with its judgement; none where the row is a title, a total or a heading. */
export interface JudgedStoredRow {
  stored: StoredRow;
  judgement: Judgement | undefined;
  decision: StoredRow['decision'];
  status: 'aside' | 'ready' | 'held' | 'question' | 'skipped';
  /** Of a kind that a module keeps. */
  placed?: Placed;
}

export interface JudgedPart {
  rows: JudgedStoredRow[];
  archive: readonly ArchivedRecord[];
  /** What a list of employees was compared with. */
  house: House | undefined;
}

/** The columns' heading as the judgement wants it. */
const headerOf = (batch: Pick<BatchRow, 'headerRow' | 'columns'>): Header | undefined =>
  batch.headerRow === null
    ? undefined
    : { row: batch.headerRow, labels: batch.columns.map(({ label }) => label) };

/** A list without a heading gets columns without names when it is handed back. */
export const headerToReturn = (batch: Pick<BatchRow, 'headerRow' | 'columns'>): Header =>
  headerOf(batch) ?? { row: 0, labels: batch.columns.map(({ label }) => label) };

/** Judges stored rows in their order (ARC-09). What a person decided stays while it still fits. */
export async function judgeRows(
  work: Work,
  batch: BatchRow,
  rows: readonly StoredRow[],
  lookUpEarlier?: LookUpEarlier,
): Promise<JudgedPart> {
  const plan = {
    kind: batch.kind,
    header: headerOf(batch),
    mapping: batch.mapping,
    today: dateIn(zoneOfTenant, work.now),
    corrections: new Map(rows.map(({ rowNo, fixes }) => [rowNo, fixes])),
    lookUpHouse: async (keys: ArchiveKeys, shops: readonly string[]) => {
      house = await houseFor(work, batch, keys, shops);
      return house;
    },
  };
  const sheetRows = rows.map(({ rowNo, cells }) => ({ number: rowNo, cells }));
  if (isKept(batch)) {
    const judged = await judgeKept(work, batch, sheetRows, plan, lookUpEarlier !== undefined);
    const byRow = new Map(judged.map((each) => [each.judgement.row, each]));
    const withPlace = (row: StoredRow) => {
      const found = byRow.get(row.rowNo);
      return { ...decided(row, found?.judgement), placed: found?.placed };
    };
    return { rows: rows.map(withPlace), archive: [], house: undefined };
  }
  const archive: ArchivedRecord[] = [];
  let house: House | undefined;
  const judgements = new Map<number, Judgement>();
  const lookUpArchive = async (keys: Parameters<LookUpEarlier>[0], names: readonly string[]) => {
    archive.push(...(await knownInArchive(work, batch.orgPath, { ...keys, names })));
    return archive;
  };
  for await (const judged of judge([sheetRows], plan, lookUpArchive, lookUpEarlier)) {
    for (const { judgement } of judged) judgements.set(judgement.row, judgement);
    await nextTurn();
  }
  return { rows: rows.map((row) => decided(row, judgements.get(row.rowNo))), archive, house };
}

function decided(stored: StoredRow, judgement: Judgement | undefined): JudgedStoredRow {
  if (!judgement) return { stored, judgement, decision: null, status: 'aside' };
  const decision = stillFits(stored, judgement) ? stored.decision : null;
  return { stored, judgement, decision, status: statusOf(judgement, decision) };
}

function statusOf(
  { faults, relation }: Pick<Judgement, 'faults' | 'relation'>,
  decision: StoredRow['decision'],
): 'ready' | 'held' | 'question' | 'skipped' {
  if (decision === 'skip') return 'skipped';
  if (faults.length > 0) return 'held';
  return relation && holds(relation.code) && decision === null ? 'question' : 'ready';
}

/** A decision was about two records: with another one beside it, it has to be taken anew. */
function stillFits(stored: StoredRow, { relation }: Judgement): boolean {
  if (stored.decision === null || stored.decision === 'skip') return stored.decision !== null;
  if (!relation || !decisionsFor(relation.code).includes(stored.decision)) return false;
  const other = counterpart(relation.to);
  return (
    other.otherRow === stored.otherRow &&
    other.otherCustomerId === stored.otherCustomerId &&
    other.otherVehicleId === stored.otherVehicleId &&
    other.otherEmployeeId === stored.otherEmployeeId
  );
}

function counterpart(to: Counterpart | undefined) {
  return {
    otherRow: to?.kind === 'row' ? to.row : null,
    otherCustomerId: to?.kind === 'archive' ? to.customerId : null,
    otherVehicleId: to?.kind === 'archive' ? to.vehicleId : null,
    otherEmployeeId: to?.kind === 'person' ? to.employeeId : null,
  };
}

/** How a judged row is kept. */
export function asChange(
  { stored, judgement, decision, status, placed }: JudgedStoredRow,
  staged: Partial<typeof nothingStaged> = {},
): JudgedChange {
  if (!judgement) return { rowNo: stored.rowNo, ...aside };
  const { values, faults, warnings, tidied, relation } = judgement;
  const codes = [...faults, ...warnings, ...tidied].map(({ code }) => code as string);
  if (relation) codes.push(relation.code);
  return {
    rowNo: stored.rowNo,
    tidied: values,
    findings: { faults, warnings, tidied, ...(relation && { newer: relation.newer }) },
    verdict: verdictOf(judgement),
    codes: [...new Set(codes)],
    ...counterpart(relation?.to),
    status,
    decision,
    ...nothingStaged,
    ...(placed && { subject: placed.subject, customerId: placed.customerId ?? null }),
    ...staged,
  };
}

type OfStaging = 'customerId' | 'vehicleId' | 'employeeId' | 'staged' | 'subject';
const nothingStaged: Pick<JudgedChange, OfStaging> = {
  customerId: null,
  vehicleId: null,
  employeeId: null,
  staged: null,
  subject: null,
};
const aside: Omit<JudgedChange, 'rowNo'> = {
  tidied: {},
  findings: {},
  verdict: '',
  codes: [],
  ...counterpart(undefined),
  status: 'aside',
  decision: null,
  ...nothingStaged,
};

const isKept = ({ kind }: Pick<BatchRow, 'kind'>) => kinds[kind].kept !== undefined;

/** The row with all rows of its old and its new subject. */
async function judgeOfSubjects(work: Work, batch: BatchRow, row: StoredRow): Promise<void> {
  const [alone] = (await judgeRows(work, batch, [row])).rows;
  const subjects = [await subjectOf(work, batch.id, row.rowNo), alone?.placed?.subject ?? null];
  const named = subjects.filter((subject) => subject !== null);
  const others = (await rowsOfSubjects(work, batch.id, [...new Set(named)])).filter(
    ({ rowNo }) => rowNo !== row.rowNo,
  );
  const around = [row, ...others].sort((one, other) => one.rowNo - other.rowNo);
  const { rows } = await judgeRows(work, batch, around);
  await saveJudgements(
    work,
    batch.id,
    rows.map((each) => asChange(each)),
  );
}

/**
 * Judges a changed row again with everything it touches: the rows under its old and its new keys. Only the first
 * record under a key counts, so that rows without a common key cannot have changed.
 */
export async function judgeTouched(work: Work, batch: BatchRow, rowNo: number): Promise<void> {
  const row = (await rowByNumber(work, batch.id, rowNo))!;
  if (isKept(batch)) return judgeOfSubjects(work, batch, row);
  const [alone] = (await judgeRows(work, batch, [row])).rows;
  const newKeys = keysOf(alone?.judgement ? [alone.judgement] : []);
  const oldKeys = await keysOfRows(work, batch.id, [rowNo]);
  const touched = await rowsSharing(work, batch.id, union(oldKeys, newKeys));
  const wanted = new Set([rowNo, ...touched.map((each) => each.rowNo)]);
  const keys = union(await keysOfRows(work, batch.id, [...wanted]), newKeys);
  const others = (await rowsSharing(work, batch.id, keys)).filter((each) => each.rowNo !== rowNo);
  const around = [row, ...others].sort((one, other) => one.rowNo - other.rowNo);
  const { rows } = await judgeRows(work, batch, around);
  const changed = rows.filter(({ stored }) => wanted.has(stored.rowNo));
  await saveJudgements(
    work,
    batch.id,
    changed.map((each) => asChange(each)),
  );
}

const union = (one: ArchiveKeys, other: ArchiveKeys): ArchiveKeys => ({
  phones: [...one.phones, ...other.phones],
  plates: [...one.plates, ...other.plates],
  vins: [...one.vins, ...other.vins],
  colleagues: [...one.colleagues, ...other.colleagues],
});

/** The text of a field: typed over, else as the sheet has it. */
export function textOf(
  { cells, fixes }: Pick<StoredRow, 'cells' | 'fixes'>,
  mapping: BatchRow['mapping'],
  field: ImportField,
): string {
  const column = mapping[field];
  if (column === undefined) return '';
  return fixes[field] ?? cells[column]?.text ?? '';
}
