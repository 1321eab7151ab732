import { importEmployees, removeImportedEmployees } from '#modules/people/server/index.ts';
import { newId } from '#platform/ids.ts';
import type { Work } from '#platform/work.ts';
import { type House, unitOf } from '../judge/colleagues.ts';
import type { TidyValues } from '../judge/verdict.ts';
import { asChange, type JudgedPart } from './judging.ts';
import type { BatchRow, JudgedChange } from './queries.ts';
import { nextColleagues, type StagedColleague } from './queries-colleagues.ts';
import { unmarkGone } from './queries-undo.ts';
import { markImported } from './queries-writing.ts';

/** Says of every row that is written which employee it will be, and where. */
export const stagedColleagues = (work: Work, { rows, house }: JudgedPart): JudgedChange[] =>
  rows.map((row) => {
    if (!row.judgement || row.status !== 'ready') return asChange(row);
    const staged = stagedOf(row.judgement.values, house!);
    return asChange(row, { employeeId: newId(work.now), staged });
  });

function stagedOf({ employeeName, phone, post, shop }: TidyValues, house: House): StagedColleague {
  const unit = unitOf(shop, house);
  if (typeof unit === 'string') throw new Error(`a row is ready whose shop is not: ${unit}`);
  const place = { orgUnitId: unit.id, orgPath: unit.path };
  return { name: employeeName!, phone: phone ?? '', post: post ?? '', ...place };
}

const partSize = 2000;

/** Puts all accepted people on file, part by part in one transaction. */
export async function writeColleagues(work: Work, { id: importBatchId }: BatchRow) {
  let employees = 0;
  for (let after = 0; ; ) {
    const rows = await nextColleagues(work, importBatchId, after, partSize);
    if (rows.length === 0) break;
    await importEmployees(
      work,
      rows.map(({ employeeId, staged }) => ({ ...staged, id: employeeId, importBatchId })),
    );
    employees += rows.length;
    after = rows.at(-1)!.rowNo;
  }
  await markImported(work, importBatchId);
  return { employees };
}

/** Takes out whom nobody has used since. `undefined`: all are in use, and nothing is touched. */
export async function undoColleagues(work: Work, { id: batchId }: BatchRow) {
  const { removed, kept } = await removeImportedEmployees(work, batchId);
  if (removed === 0) return undefined;
  await unmarkGone(work, batchId);
  return { employees: removed, kept };
}
