import type { Work } from '#platform/work.ts';
import { peopleEvents } from '../events.ts';
import {
  deleteImported,
  type ImportedEmployee,
  insertEmployees,
  usedSinceImport,
} from './queries-import.ts';
import { aboutEmployee } from './staff.ts';

/** Puts a part of a list on file, told person by person; a way in and rights are given by hand, later. */
export async function importEmployees(
  work: Work,
  rows: readonly ImportedEmployee[],
): Promise<void> {
  await insertEmployees(work, rows);
  for (const { id, name, orgPath } of rows) {
    const told = { employeeId: id, name };
    await work.emit(peopleEvents.employeeAdded, told, aboutEmployee({ id, orgPath }));
  }
}

/** Takes out whom a list brought in and nobody has used since; the others stay. */
export async function removeImportedEmployees(
  work: Work,
  batchId: string,
): Promise<{ removed: number; kept: number }> {
  const kept = await usedSinceImport(work, batchId);
  const removed = await deleteImported(work, batchId, kept);
  for (const { id, name, orgPath } of removed) {
    const told = { employeeId: id, name };
    await work.emit(peopleEvents.employeeRemoved, told, aboutEmployee({ id, orgPath }));
  }
  return { removed: removed.length, kept: kept.length };
}
