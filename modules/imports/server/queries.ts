import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';
import type { Cell } from '#shared/cells.ts';
import type { ImportCounts } from '../contract.ts';
import type { ColumnGuess } from '../judge/columns.ts';
import type { ImportField, Mapping } from '../judge/fields.ts';
import type { ArchiveKeys } from '../judge/judge.ts';
import type { ImportKind } from '../judge/kinds.ts';

/** A column as it was recognised, or as a person set it. */
export type StoredColumn = Omit<ColumnGuess, 'by'> & { by: ColumnGuess['by'] | 'person' | 'saved' };

export type BatchRow = Omit<
  RowOf<'importBatches'>,
  'kind' | 'columns' | 'mapping' | 'counts' | 'made'
> & {
  kind: ImportKind;
  columns: StoredColumn[];
  mapping: Mapping;
  counts: Partial<ImportCounts>;
  made: {
    customers?: number;
    vehicles?: number;
    changed?: number;
    employees?: number;
    records?: number;
  };
  createdByName?: string;
};

export type StoredRow = Pick<RowOf<'importRows'>, 'rowNo' | 'status' | 'decision' | 'version'> & {
  cells: (Cell | null)[];
  fixes: Partial<Record<ImportField, string>>;
  verdict: string;
  otherRow: number | null;
  otherCustomerId: string | null;
  otherVehicleId: string | null;
  otherEmployeeId: string | null;
};

const withName = `select b.*, coalesce(e.name, '') as created_by_name from import_batches b
     left join employees e on e.tenant_id = b.tenant_id and e.id = b.created_by`;

const batchShown = statement<BatchRow, { batchId: string }>(
  'imports.batch',
  `${withName} where b.tenant_id = :tenant and b.id = :batchId and b.org_path ^@ any(:scopes)`,
);
export const batchById = (work: Work, batchId: string) => work.first(batchShown, { batchId });

const batchLocked = statement<BatchRow, { batchId: string }>(
  'imports.batchLocked',
  `select * from import_batches where tenant_id = :tenant and id = :batchId and org_path ^@ any(:scopes)
      for update`,
);
export const lockBatch = (work: Work, batchId: string) => work.first(batchLocked, { batchId });

const importing = statement<{ fileName: string }, { orgUnitId: string }>(
  'imports.importing',
  `select file_name from import_batches
    where tenant_id = :tenant and org_unit_id = :orgUnitId and state = 'importing'`,
);
/** The list that is being written into the archive of this shop: one at a time, held by a unique index. */
export const importingNow = (work: Work, { orgUnitId }: BatchRow) =>
  work.first(importing, { orgUnitId });

const batchesPage = statement<
  BatchRow,
  { state: string | null; kinds: readonly string[]; afterId: string; size: number }
>(
  'imports.batches',
  `${withName} where b.tenant_id = :tenant and b.org_path ^@ any(:scopes)
      and (:state::text is null or b.state = :state) and b.kind = any(:kinds::text[]) and b.id < :afterId::uuid
    order by b.id desc limit :size`,
);
export const pageOfBatches = (
  work: Work,
  { state, kinds }: { state?: string; kinds: readonly string[] },
  after: unknown[] | null,
  size: number,
) =>
  work.rows(batchesPage, {
    state: state ?? null,
    kinds,
    afterId: String(after?.[0] ?? 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
    size,
  });

export const insertBatch = (work: Work, row: Fresh<'importBatches'>) =>
  work.insert('importBatches', row);
export const updateBatch = (work: Work, id: string, change: ChangeOf<'importBatches'>) =>
  work.update('importBatches', { id }, change) as Promise<BatchRow | undefined>;

export const insertRows = (work: Work, rows: readonly Fresh<'importRows'>[]) =>
  work.insertAll('importRows', rows);

const rowColumns = `row_no, cells, fixes, verdict, status, decision, other_row, other_customer_id,
       other_vehicle_id, other_employee_id, version`;

const rowsFrom = statement<StoredRow, { batchId: string; after: number; size: number }>(
  'imports.rowsAfter',
  `select ${rowColumns} from import_rows
    where tenant_id = :tenant and batch_id = :batchId and row_no > :after order by row_no limit :size`,
);
export const rowsAfter = (work: Work, batchId: string, after: number, size: number) =>
  work.rows(rowsFrom, { batchId, after, size });

const oneRow = statement<StoredRow, { batchId: string; rowNo: number }>(
  'imports.row',
  `select ${rowColumns} from import_rows
    where tenant_id = :tenant and batch_id = :batchId and row_no = :rowNo`,
);
export const rowByNumber = (work: Work, batchId: string, rowNo: number) =>
  work.first(oneRow, { batchId, rowNo });

const numbered = statement<StoredRow, { batchId: string; rowNumbers: readonly number[] }>(
  'imports.rowsByNumber',
  `select ${rowColumns} from import_rows
    where tenant_id = :tenant and batch_id = :batchId and row_no = any(:rowNumbers::int[])`,
);
export const rowsByNumber = (work: Work, batchId: string, rowNumbers: readonly number[]) =>
  work.rows(numbered, { batchId, rowNumbers });

/** Joins instead of `= any`: a prepared plan goes through a long array again for every row. */
const numbersOfKeys = `select r.row_no from unnest(:phones::text[]) k join import_rows r
       on r.tenant_id = :tenant and r.batch_id = :batchId and r.phone = k
   union select r.row_no from unnest(:plates::text[]) k join import_rows r
       on r.tenant_id = :tenant and r.batch_id = :batchId and r.plate = k
   union select r.row_no from unnest(:vins::text[]) k join import_rows r
       on r.tenant_id = :tenant and r.batch_id = :batchId and r.vin = k
   union select r.row_no from unnest(:colleagues::text[]) k join import_rows r
       on r.tenant_id = :tenant and r.batch_id = :batchId and r.tidied ->> 'employeeName' = k`;
const ofKeys = `tenant_id = :tenant and batch_id = :batchId and row_no in (${numbersOfKeys})`;

const rowsOfKeys = statement<StoredRow, ArchiveKeys & { batchId: string }>(
  'imports.rowsOfKeys',
  `select ${rowColumns} from import_rows where ${ofKeys} order by row_no`,
);
/** All rows that share a phone, a plate, a VIN or the name of an employee with these. */
export const rowsSharing = (work: Work, batchId: string, keys: ArchiveKeys) =>
  work.rows(rowsOfKeys, { batchId, ...keys });

const keysOfRow = statement<
  Record<'phone' | 'plate' | 'vin' | 'colleague', string | null>,
  { batchId: string; rowNumbers: readonly number[] }
>(
  'imports.keysOfRows',
  `select phone, plate, vin, tidied ->> 'employeeName' as colleague from import_rows
    where tenant_id = :tenant and batch_id = :batchId and row_no = any(:rowNumbers::int[])`,
);
export async function keysOfRows(
  work: Work,
  batchId: string,
  rowNumbers: readonly number[],
): Promise<ArchiveKeys> {
  const rows = await work.rows(keysOfRow, { batchId, rowNumbers });
  const distinct = (pick: (row: (typeof rows)[number]) => string | null) => [
    ...new Set(rows.map(pick).filter((key) => key !== null)),
  ];
  return {
    phones: distinct((row) => row.phone),
    plates: distinct((row) => row.plate),
    vins: distinct((row) => row.vin),
    colleagues: distinct((row) => row.colleague),
  };
}

export interface EarlierRow {
  rowNo: number;
  customerName: string | null;
  employeeName: string | null;
  phone: string | null;
  plate: string | null;
  vin: string | null;
  lastVisitOn: string | null;
  customerId: string | null;
  vehicleId: string | null;
}
const earlier = statement<EarlierRow, ArchiveKeys & { batchId: string; before: number }>(
  'imports.earlierRows',
  `select row_no, tidied ->> 'customerName' as customer_name, tidied ->> 'employeeName' as employee_name, phone, plate, vin,
          tidied ->> 'lastVisitOn' as last_visit_on, customer_id, vehicle_id
     from import_rows where ${ofKeys} and row_no < :before order by row_no`,
);
/** Rows before this one that share a key: only their keys. */
export const earlierRows = (work: Work, batchId: string, before: number, keys: ArchiveKeys) =>
  work.rows(earlier, { batchId, before, ...keys });

/** What a judgement changes in a row. */
export interface JudgedChange {
  rowNo: number;
  tidied: object;
  findings: object;
  verdict: string;
  codes: readonly string[];
  otherRow: number | null;
  otherCustomerId: string | null;
  otherVehicleId: string | null;
  otherEmployeeId: string | null;
  status: string;
  decision: string | null;
  customerId: string | null;
  vehicleId: string | null;
  employeeId: string | null;
  staged: object | null;
  subject: string | null;
}
const judgementsSaved = statement<never, { batchId: string; rows: string }>(
  'imports.saveJudgements',
  `update import_rows r
      set tidied = j.tidied, findings = j.findings, verdict = j.verdict, codes = j.codes,
          other_row = j."otherRow", other_customer_id = j."otherCustomerId",
          other_vehicle_id = j."otherVehicleId", other_employee_id = j."otherEmployeeId", status = j.status,
          decision = j.decision, customer_id = j."customerId", vehicle_id = j."vehicleId",
          employee_id = j."employeeId", staged = j.staged, subject = j.subject
     from jsonb_to_recordset(:rows::jsonb) as j("rowNo" integer, tidied jsonb, findings jsonb, verdict text,
          codes text[], "otherRow" integer, "otherCustomerId" uuid, "otherVehicleId" uuid, "otherEmployeeId" uuid,
          status text, decision text, "customerId" uuid, "vehicleId" uuid, "employeeId" uuid, staged jsonb,
          subject text)
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.row_no = j."rowNo"`,
);
/** A longer text would be a large object of its own, which outlives the young heap at once. */
const rowsAText = 100;
export async function saveJudgements(work: Work, batchId: string, rows: readonly JudgedChange[]) {
  for (let at = 0; at < rows.length; at += rowsAText) {
    const some = rows.slice(at, at + rowsAText);
    await work.run(judgementsSaved, { batchId, rows: JSON.stringify(some) });
  }
}

const fixesSaved = statement<never, { batchId: string; rows: string }>(
  'imports.saveFixes',
  `update import_rows r set fixes = r.fixes || j.fixes, version = r.version + 1
     from jsonb_to_recordset(:rows::jsonb) as j("rowNo" integer, fixes jsonb)
    where r.tenant_id = :tenant and r.batch_id = :batchId and r.row_no = j."rowNo"`,
);
/** What was typed over cells, by field; adds to what was typed before. */
export const saveFixes = (
  work: Work,
  batchId: string,
  rows: readonly { rowNo: number; fixes: object }[],
) => work.run(fixesSaved, { batchId, rows: JSON.stringify(rows) });

export const saveDecision = (
  work: Work,
  batchId: string,
  rowNo: number,
  decision: RowOf<'importRows'>['decision'],
) => work.update('importRows', { batchId, rowNo }, { decision });

const decidedAll = statement<
  never,
  { batchId: string; code: string; decision: string; status: string }
>(
  'imports.decideAll',
  `update import_rows set decision = :decision, status = :status, version = version + 1
    where tenant_id = :tenant and batch_id = :batchId and status = 'question'
      and split_part(verdict, ':', 1) = :code`,
);
export const decideAll = (
  work: Work,
  batchId: string,
  given: { code: string; decision: string; status: string },
) => work.run(decidedAll, { batchId, ...given });

const lastRow = statement<{ last: number }, { batchId: string }>(
  'imports.lastRow',
  `select coalesce(max(row_no), 0) as last from import_rows where tenant_id = :tenant and batch_id = :batchId`,
);
export const lastRowOf = async (work: Work, batchId: string) =>
  (await work.first(lastRow, { batchId }))!.last;

const dropped = statement<never, { batchId: string }>(
  'imports.dropRows',
  'delete from import_rows where tenant_id = :tenant and batch_id = :batchId',
);
export const dropRows = (work: Work, batchId: string) => work.run(dropped, { batchId });
