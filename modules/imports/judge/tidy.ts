import type { Cell, SheetRow } from '#shared/cells.ts';
import { type ImportField, importFieldNames, type Mapping } from './fields.ts';
import { type Notes, readers } from './readers.ts';
import type { TidyRow, TidyValues } from './verdict.ts';

/**
 * Reads one row of a list: tidied values, what is wrong, what is worth a warning and what was
 * tidied. Nothing is guessed into the values: a faulty cell gives `null` and a fault.
 *
 * @param today the day of the import in the shop's zone, `YYYY-MM-DD`: no visit lies after it.
 */
export function tidyRow(row: SheetRow, mapping: Mapping, today: string): TidyRow {
  const result: TidyRow = { values: { ...nothing }, faults: [], warnings: [], tidied: [] };
  for (const field of importFieldNames)
    readField(result, field, cellOf(row, mapping, field), today);
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

/** A name is needed to know whom the record is about; the rest can be asked later (ARC-02). */
function noteWhatIsMissing({ values, faults, warnings }: TidyRow): void {
  const isEmpty = (field: ImportField) =>
    values[field] === null && !faults.some((fault) => fault.field === field);
  if (isEmpty('customerName')) {
    faults.unshift({ code: 'name_missing', field: 'customerName', text: '' });
  }
  if (isEmpty('phone')) warnings.push({ code: 'phone_missing', field: 'phone', text: '' });
  if (isEmpty('plate') && isEmpty('vin')) {
    warnings.push({ code: 'vehicle_missing', field: 'plate', text: '' });
  }
}

const nothing: TidyValues = {
  serialNo: null,
  customerName: null,
  phone: null,
  address: null,
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
  remark: null,
};
