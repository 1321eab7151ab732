import type { Cell, SheetRow } from '#shared/cells.ts';
import type { ImportField, Mapping } from './fields.ts';
import { type ImportKind, kinds } from './kinds.ts';
import { noPrice } from './price-fields.ts';
import { type Notes, readers } from './readers.ts';
import type { TidyRow, TidyValues } from './verdict.ts';

/**
 * Reads one row of a list: tidied values, what is wrong, what is worth a warning and what was
 * tidied. Nothing is guessed into the values: a faulty cell gives `null` and a fault.
 *
 * @param today the day of the import in the shop's zone, `YYYY-MM-DD`: no visit lies after it.
 */
export function tidyRow(
  row: SheetRow,
  mapping: Mapping,
  today: string,
  kind: ImportKind = 'customers',
): TidyRow {
  const result: TidyRow = { values: { ...nothing }, faults: [], warnings: [], tidied: [] };
  const { fields, noteWhatIsMissing } = kinds[kind];
  for (const field of fields) readField(result, field, cellOf(row, mapping, field), today);
  noteWhatIsMissing(result);
  return result;
}

function readField<Field extends ImportField>(
  result: TidyRow,
  field: Field,
  cell: Cell | undefined,
  today: string,
): void {
  if (!cell) return;
  const { text } = cell;
  const notes: Notes = {
    today,
    fault: (code, more) => void result.faults.push({ code, field, text, ...more }),
    warn: (code, more) => void result.warnings.push({ code, field, text, ...more }),
    tidied: (code) => void result.tidied.push({ code, field, text }),
  };
  result.values[field] = readers[field](cell, notes);
}

function cellOf(row: SheetRow, mapping: Mapping, field: ImportField): Cell | undefined {
  const column = mapping[field];
  const cell = column === undefined ? undefined : row.cells[column];
  return cell && cell.text.trim() !== '' ? cell : undefined;
}

const nothing: TidyValues = {
  ...noPrice,
  serialNo: null,
  customerName: null,
  phone: null,
  address: null,
  birthday: null,
  plate: null,
  vin: null,
  model: null,
  vehicleType: null,
  lastVisitOn: null,
  nextMaintenanceOn: null,
  mileageKm: null,
  maintenanceItems: null,
  intervalMonths: null,
  intervalKm: null,
  wishes: null,
  history: null,
  firstRegisteredOn: null,
  insuranceUntil: null,
  remark: null,
  employeeName: null,
  post: null,
  shop: null,
  memberNo: null,
  tier: null,
  points: null,
  pointsUntil: null,
  principalFen: null,
  giftFen: null,
  packageName: null,
  packageUses: null,
  packageUntil: null,
  packageUnitFen: null,
  listOn: null,
};
