import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

/** A customer as an old list has him: with the days on which he was really seen. */
export type ImportedCustomer = Fresh<'customers'> & { id: string; importBatchId: string };

/** Puts a part of an imported list on file, many rows a statement. Nobody is told row by row. */
export const importCustomers = (work: Work, rows: readonly Omit<ImportedCustomer, 'source'>[]) =>
  work.insertAll(
    'customers',
    rows.map((row) => ({ ...row, source: 'import' as const })),
  );

const removed = statement<never, { batchId: string }>(
  'customers.removeImported',
  'delete from customers where tenant_id = :tenant and import_batch_id = :batchId',
);
/** Takes out whom a list brought in. What points to one of them makes it fail as a whole. */
export const removeImportedCustomers = (work: Work, batchId: string) =>
  work.run(removed, { batchId });
