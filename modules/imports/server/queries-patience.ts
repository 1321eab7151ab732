import { globalStatement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';

const patienceMs = 300_000;
const patient = globalStatement<never, object>(
  'imports.patient',
  `select set_config('statement_timeout', '${patienceMs}', true), set_config('lock_timeout', '30000', true),
          set_config('idle_in_transaction_session_timeout', '120000', true)`,
  { patienceMs },
);
/** In the background nobody waits: on a busy machine a part may take longer than a request may. */
export const bePatient = (work: Work) => work.run(patient, {});

const rowsLookedAt = globalStatement<never, object>(
  'imports.lookAtRows',
  'select look_at_imported_rows()',
);
/** A list that may be joined row by row without anybody waiting for it. */
const shortList = 1000;
/** The planner learns how long the list is; see the migration. */
export const lookAtRows = async (work: Work, rows: number) =>
  rows > shortList ? work.run(rowsLookedAt, {}) : undefined;

const archiveLookedAt = globalStatement<never, object>(
  'imports.lookAtArchive',
  'select look_at_archive()',
);
/** The planner learns how much came into the archive. The last thing in a transaction: one at a time can do it. */
export const lookAtArchive = async (work: Work, rows: number) =>
  rows > shortList ? work.run(archiveLookedAt, {}) : undefined;
