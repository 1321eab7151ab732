import { setImmediate as nextTurn } from 'node:timers/promises';
import { pinyinReader } from '#platform/pinyin.ts';
import { SheetFault } from '#platform/sheets/fault.ts';
import { defineTask, type Task } from '#platform/tasks.ts';
import type { Work } from '#platform/work.ts';
import { importEvents } from '../events.ts';
import type { ArchiveKeys } from '../judge/judge.ts';
import { kinds } from '../judge/kinds.ts';
import { stagedColleagues, undoColleagues, writeColleagues } from './colleagues.ts';
import { asChange, type JudgedPart, judgeRows } from './judging.ts';
import { keptFault, undoKept, writeKept } from './kept.ts';
import {
  type BatchRow,
  type EarlierRow,
  earlierRows,
  lockBatch,
  rowsAfter,
  saveJudgements,
  updateBatch,
} from './queries.ts';
import { platesTaken } from './queries-archive.ts';
import { houseChanged } from './queries-colleagues.ts';
import { countRows } from './queries-counts.ts';
import { bePatient, lookAtArchive, lookAtRows } from './queries-patience.ts';
import { forgetRows, readPart, recognise } from './reading.ts';
import { OtherList, takeReturned } from './returning.ts';
import { stagedOf } from './staged.ts';
import { Staging } from './staging.ts';
import { undoBatch } from './undoing.ts';
import { writeBatch } from './writing.ts';

/** Rows judged in one transaction. So few that they die young: what outlives the young heap is collected late. */
const rowsAPart = 400;

interface OfBatch {
  batchId: string;
}
const about = (batch: BatchRow) => ({ type: 'import', id: batch.id, orgPath: batch.orgPath });

/** Takes the file in, part by part; then its rows are judged. */
export const readFile: Task<OfBatch> = defineTask<OfBatch>(
  'imports.read',
  async (work, { batchId }, host) => {
    await bePatient(work);
    const batch = await lockBatch(work, batchId);
    if (batch?.state !== 'reading') return;
    try {
      const { isDone, doneRows } = await readPart(work, host, batch);
      if (!isDone) return work.later(readFile, { batchId }, work.now);
      const { columns, ...recognised } = await recognise(work, batch);
      await updateBatch(work, batchId, { ...recognised, columns: JSON.stringify(columns) });
      await beginJudging(work, batchId, 'judging');
      await lookAtRows(work, doneRows);
    } catch (error) {
      if (!(error instanceof SheetFault)) throw error;
      await forgetRows(work, batchId);
      await updateBatch(work, batchId, { state: 'failed', fault: error.code, doneRows: 0 });
      await work.emit(importEvents.failed, { batchId, fault: error.code }, about(batch));
    }
  },
);

/** From the first row on: a dry run, or the last look at the archive before writing. */
export async function beginJudging(
  work: Work,
  batchId: string,
  state: 'judging' | 'importing',
): Promise<void> {
  await updateBatch(work, batchId, { state, fault: null, doneRows: 0, lastRow: 0 });
  await work.later(judgePart, { batchId }, work.now);
}

/** Judges the next rows. While importing, it also says which customer and vehicle each row becomes. */
const judgePart: Task<OfBatch> = defineTask<OfBatch>('imports.judge', async (work, { batchId }) => {
  await bePatient(work);
  const batch = await lockBatch(work, batchId);
  if (batch?.state !== 'judging' && batch?.state !== 'importing') return;
  const rows = await rowsAfter(work, batchId, batch.lastRow, rowsAPart);
  if (rows.length > 0) {
    const earlier: EarlierRow[] = [];
    const part = await judgeRows(work, batch, rows, async (keys) => {
      earlier.push(...(await before(work, batch, keys)));
      return earlier.map(({ rowNo, ...known }) => ({
        ...known,
        at: { kind: 'row', row: rowNo },
      }));
    });
    const changes =
      batch.state === 'importing'
        ? await (isKept(batch)
            ? stagedKept(part)
            : isOfPeople(batch)
              ? stagedColleagues(work, part)
              : staged(work, part, earlier))
        : part.rows.map((row) => asChange(row));
    await saveJudgements(work, batchId, changes);
  }
  const doneRows = batch.doneRows + rows.length;
  const lastRow = rows.at(-1)?.rowNo ?? batch.lastRow;
  const isDone = rows.length < rowsAPart;
  await updateBatch(work, batchId, { doneRows, lastRow });
  if (!isDone) return work.later(judgePart, { batchId }, work.now);
  if (batch.state === 'importing') await work.later(writeAll, { batchId }, work.now);
  else {
    await settle(work, batch, { totalRows: doneRows });
    await work.emit(importEvents.judged, { batchId, rows: doneRows }, about(batch));
  }
  await lookAtRows(work, doneRows);
});

const isOfPeople = ({ kind }: BatchRow) => kinds[kind].isOfPeople;
const isKept = ({ kind }: BatchRow) => kinds[kind].kept !== undefined;

const stagedKept = ({ rows }: JudgedPart) =>
  rows.map((row) =>
    row.status === 'ready' ? asChange(row, { staged: row.placed?.staged ?? null }) : asChange(row),
  );

const before = (work: Work, batch: BatchRow, keys: ArchiveKeys) =>
  earlierRows(work, batch.id, batch.lastRow + 1, keys);

const settle = async (work: Work, batch: BatchRow, more: { totalRows?: number; fault?: string }) =>
  updateBatch(work, batch.id, { state: 'judged', counts: await countRows(work, batch), ...more });

async function staged(work: Work, { rows, archive }: JudgedPart, earlier: readonly EarlierRow[]) {
  const staging = new Staging(work.now, { earlier, archive });
  const pinyin = pinyinReader();
  const changes = [];
  for (const [at, row] of rows.entries()) {
    if (at % 200 === 0) await nextTurn();
    if (!row.judgement) changes.push(asChange(row));
    else {
      const ids = staging.place(row);
      const isWritten = row.status === 'ready';
      const written = isWritten ? stagedOf(row.judgement.values, pinyin) : null;
      changes.push(asChange(row, { ...ids, staged: written }));
    }
  }
  return changes;
}

/** The one transaction in which the archive changes. */
const writeAll = defineTask<OfBatch>('imports.write', async (work, { batchId }) => {
  await bePatient(work);
  const batch = await lockBatch(work, batchId);
  if (batch?.state !== 'importing') return;
  const fault = await changedSince(work, batch);
  if (fault) {
    await settle(work, batch, { fault });
    await work.emit(importEvents.stopped, { batchId, fault }, about(batch));
    return;
  }
  const writing = isKept(batch) ? keptWritten : isOfPeople(batch) ? peopleWritten : archiveWritten;
  const made = await writing(work, batch);
  const counts = await countRows(work, batch);
  await updateBatch(work, batchId, { state: 'imported', counts, made, importedAt: work.now });
  await lookAtArchive(work, batch.doneRows);
});

async function archiveWritten(work: Work, batch: BatchRow) {
  const made = await writeBatch(work, batch);
  await work.emit(importEvents.done, { batchId: batch.id, ...made }, about(batch));
  return made;
}

async function peopleWritten(work: Work, batch: BatchRow) {
  const made = await writeColleagues(work, batch);
  await work.emit(importEvents.peopleDone, { batchId: batch.id, ...made }, about(batch));
  return made;
}

async function keptWritten(work: Work, batch: BatchRow) {
  const made = await writeKept(work, batch);
  const { id: batchId, kind } = batch;
  await work.emit(importEvents.keptDone, { batchId, kind, ...made }, about(batch));
  return made;
}

/** What came in between since the rows were judged. */
async function changedSince(work: Work, batch: BatchRow): Promise<string | undefined> {
  if (isKept(batch)) return keptFault(work, batch);
  if (isOfPeople(batch)) {
    return (await houseChanged(work, batch.id)) > 0 ? 'people_changed' : undefined;
  }
  return (await platesTaken(work, batch)) > 0 ? 'archive_changed' : undefined;
}

/** Puts the rows of a workbook that came back in the place of those that it was made from. */
export const takeBack = defineTask<OfBatch & { fileId: string }>(
  'imports.takeBack',
  async (work, { batchId, fileId }, host) => {
    await bePatient(work);
    const batch = await lockBatch(work, batchId);
    if (batch?.state !== 'judging') return;
    try {
      await takeReturned(work, host, batch, fileId);
      await beginJudging(work, batchId, 'judging');
    } catch (error) {
      if (!(error instanceof SheetFault) && !(error instanceof OtherList)) throw error;
      const fault = error instanceof SheetFault ? error.code : 'returned_other_list';
      await settle(work, batch, { fault });
      await work.emit(importEvents.stopped, { batchId, fault }, about(batch));
    }
  },
);

/** Takes the batch out of the archive in one transaction, or not at all. */
export const undoAll = defineTask<OfBatch>('imports.undo', async (work, { batchId }) => {
  await bePatient(work);
  const batch = await lockBatch(work, batchId);
  if (batch?.state !== 'undoing') return;
  const undoing = isKept(batch) ? keptUndone : isOfPeople(batch) ? peopleUndone : archiveUndone;
  const removed = await undoing(work, batch);
  if (!removed) {
    await updateBatch(work, batchId, { state: 'imported', fault: 'import_used' });
    await work.emit(importEvents.stopped, { batchId, fault: 'import_used' }, about(batch));
    return;
  }
  const counts = await countRows(work, batch);
  await updateBatch(work, batchId, { state: 'undone', counts, undoneAt: work.now });
});

async function archiveUndone(work: Work, batch: BatchRow): Promise<boolean> {
  const removed = await undoBatch(work, batch);
  if (!removed) return false;
  await work.emit(importEvents.undone, { batchId: batch.id, ...removed }, about(batch));
  return true;
}

async function peopleUndone(work: Work, batch: BatchRow): Promise<boolean> {
  const removed = await undoColleagues(work, batch);
  if (!removed) return false;
  await work.emit(importEvents.peopleUndone, { batchId: batch.id, ...removed }, about(batch));
  return true;
}

async function keptUndone(work: Work, batch: BatchRow): Promise<boolean> {
  const removed = await undoKept(work, batch);
  if (!removed) return false;
  const { id: batchId, kind } = batch;
  await work.emit(importEvents.keptUndone, { batchId, kind, ...removed }, about(batch));
  return true;
}
