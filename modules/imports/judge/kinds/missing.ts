import type { ImportField } from '../fields.ts';
import type { TidyRow } from '../verdict.ts';

/** Whether the list says nothing; what it says wrongly is told on its own. */
export const isEmpty = ({ values, faults }: TidyRow, field: ImportField): boolean =>
  values[field] === null && !faults.some((fault) => fault.field === field);

/** A record that is of nobody can be told from no other. */
export function noteNobody(row: TidyRow): void {
  if (isEmpty(row, 'customerName')) {
    row.faults.unshift({ code: 'name_missing', field: 'customerName', text: '' });
  }
}
