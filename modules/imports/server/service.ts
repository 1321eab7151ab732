import { readyFileOf } from '#modules/files/server/index.ts';
import { peopleRoutes } from '#modules/people/contract.ts';
import { actingBy, allowRoute } from '#platform/actor.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { importRoutes } from '../contract.ts';
import { importEvents } from '../events.ts';
import { decisionsFor } from '../judge/decisions.ts';
import type { ImportField, Mapping } from '../judge/fields.ts';
import { type ImportKind, kinds } from '../judge/kinds.ts';
import { type BatchStep, batchLifecycle } from '../lifecycle.ts';
import { importUseWords } from '../locales/words.ts';
import { beginJudging, readFile, takeBack, undoAll } from './background.ts';
import { judgeTouched } from './judging.ts';
import {
  type BatchRow,
  batchById,
  decideAll,
  dropRows,
  importingNow,
  insertBatch,
  lockBatch,
  rowByNumber,
  type StoredColumn,
  saveDecision,
  saveFixes,
  updateBatch,
} from './queries.ts';
import { countRows } from './queries-counts.ts';
import { mapById } from './queries-maps.ts';
import { bePatient } from './queries-patience.ts';
import { shownRow } from './queries-shown.ts';
import { usesOf } from './queries-undo.ts';
import { recognise } from './reading.ts';
import { relationOf } from './returning.ts';
import { refuseKind } from './rights.ts';

/** Begins with an uploaded file; reading and judging go on in the background. */
export async function begin(
  work: Work,
  { fileId, sheet, kind = 'customers' }: BodyOf<typeof importRoutes.begin>,
) {
  refuseKind(work.actor, kind, work.actor.unitPath);
  const file = await knownFile(work, fileId);
  const batch = await insertBatch(work, {
    kind,
    fileId,
    fileName: file.fileName,
    sheetName: sheet ?? '',
    createdBy: work.actor.id,
  });
  await work.later(readFile, { batchId: batch.id }, work.now);
  const data = { batchId: batch.id, fileName: file.fileName };
  await work.emit(importEvents.begun, data, about(batch));
  return shown(work, batch.id);
}

/** Another sheet, another heading, other columns: what was fixed and decided stays where it still fits. */
export async function change(
  work: Work,
  batchId: string,
  input: BodyOf<typeof importRoutes.change>,
  expectedVersion: number | undefined,
) {
  const isOtherSheet = input.sheet !== undefined;
  const step = isOtherSheet ? 'readAgain' : 'judgeAgain';
  const batch = await permit(work, batchId, step, expectedVersion);
  if (isOtherSheet) {
    await dropRows(work, batchId);
    const anew = { state: 'reading', sheetName: input.sheet, doneRows: 0, fault: null } as const;
    await updateBatch(work, batchId, anew);
    await work.later(readFile, { batchId }, work.now);
  } else {
    const recognised =
      input.importMapId !== undefined
        ? await otherMap(work, batch, input.importMapId)
        : input.headerRow === undefined
          ? batch
          : await anotherHeading(work, batch, input.headerRow);
    const { columns } = recognised;
    const mapping = input.mapping
      ? checkedMapping(input.mapping, columns, batch.kind)
      : recognised.mapping;
    const named = input.mapping ? columns.map((column) => asNamed(column, mapping)) : columns;
    const { headerRow, mapName } = recognised;
    await updateBatch(work, batchId, {
      headerRow,
      mapName,
      mapping,
      columns: JSON.stringify(named),
    });
    await beginJudging(work, batchId, 'judging');
  }
  await work.emit(importEvents.remapped, { batchId }, about(batch));
  return shown(work, batchId);
}

async function anotherHeading(work: Work, batch: BatchRow, headerRow: number | null) {
  const recognised = await recognise(work, batch, headerRow);
  if (recognised.headerRow === headerRow) return recognised;
  throw ruleBroken('/headerRow', 'header_row_unknown');
}

/** By a saved map, or by headings and content alone. */
async function otherMap(work: Work, batch: BatchRow, importMapId: string | null) {
  if (importMapId === null) return recognise(work, batch, batch.headerRow, null);
  const map = await mapById(work, importMapId);
  if (map?.kind !== batch.kind) throw ruleBroken('/importMapId', 'map_unknown');
  return recognise(work, batch, batch.headerRow, map);
}

function checkedMapping(
  given: Mapping,
  columns: readonly StoredColumn[],
  kind: ImportKind,
): Mapping {
  const used = new Set<number>();
  for (const [field, column] of Object.entries(given) as [ImportField, number][]) {
    if (!kinds[kind].fields.includes(field)) throw ruleBroken(`/mapping/${field}`, 'field_unknown');
    if (column >= columns.length) throw ruleBroken(`/mapping/${field}`, 'column_unknown');
    if (used.has(column)) throw ruleBroken(`/mapping/${field}`, 'column_twice');
    used.add(column);
  }
  return given;
}

function asNamed(column: StoredColumn, mapping: Mapping): StoredColumn {
  const names = Object.entries(mapping) as [ImportField, number][];
  const field = names.find(([, at]) => at === column.column)?.[0] ?? null;
  return field === column.field ? column : { ...column, field, by: 'person', confidence: 1 };
}

/** Types over cells of a row, or decides about it; both at once is possible. */
export async function mendRow(
  work: Work,
  batchId: string,
  rowNo: number,
  input: BodyOf<typeof importRoutes.mendRow>,
  expectedVersion: number | undefined,
): Promise<BatchRow> {
  const batch = await permit(work, batchId, 'mend', undefined);
  const row = await rowByNumber(work, batchId, rowNo);
  if (!row || row.status === 'aside') throw notFound();
  refuseStale(row, expectedVersion);
  const { fields, decision } = input;
  if (fields && Object.keys(fields).length > 0) {
    const loose = (Object.keys(fields) as ImportField[]).find(
      (field) => batch.mapping[field] === undefined,
    );
    if (loose) throw ruleBroken(`/fields/${loose}`, 'field_without_column');
    await saveFixes(work, batchId, [{ rowNo, fixes: fields }]);
    await judgeTouched(work, batch, rowNo);
  }
  if (decision !== undefined) {
    const current = (await shownRow(work, batchId, rowNo))!;
    const possible = decisionsFor(relationOf(current)?.code);
    if (decision !== null && !possible.includes(decision)) {
      throw ruleBroken('/decision', 'decision_not_possible');
    }
    await saveDecision(work, batchId, rowNo, decision);
    await judgeTouched(work, batch, rowNo);
  }
  await updateBatch(work, batchId, { counts: await countRows(work, batch) });
  await work.emit(importEvents.rowMended, { batchId, rowNo }, about(batch));
  return batch;
}

/** One decision for all open questions of a kind; those decided one by one stay as they are. */
export async function decide(
  work: Work,
  batchId: string,
  { code, decision }: BodyOf<typeof importRoutes.decide>,
) {
  const batch = await permit(work, batchId, 'mend', undefined);
  if (!decisionsFor(code).includes(decision)) {
    throw ruleBroken('/decision', 'decision_not_possible');
  }
  const status = decision === 'skip' ? 'skipped' : 'ready';
  const rows = await decideAll(work, batchId, { code, decision, status });
  await updateBatch(work, batchId, { counts: await countRows(work, batch) });
  await work.emit(importEvents.decided, { batchId, code, decision, rows }, about(batch));
  return { rows };
}

export async function takeReturnedFile(work: Work, batchId: string, fileId: string) {
  const batch = await permit(work, batchId, 'judgeAgain', undefined);
  await knownFile(work, fileId);
  await updateBatch(work, batchId, { state: 'judging', fault: null, doneRows: 0 });
  await work.later(takeBack, { batchId, fileId }, work.now);
  await work.emit(importEvents.returned, { batchId, fileId }, about(batch));
  return shown(work, batchId);
}

/** Looks at the archive once more, then writes: both in the background. */
export async function run(work: Work, batchId: string, expectedVersion: number | undefined) {
  const batch = await permit(work, batchId, 'run', expectedVersion);
  proveFor(work, batch);
  if (!batch.counts.ready) throw new Problem(422, 'nothing_to_import');
  // With the version goes what was seen: sums that are confirmed are those of this version.
  const { sums = [] } = batch.counts;
  if (sums.length > 0 && expectedVersion === undefined) throw new Problem(422, 'sums_unconfirmed');
  const other = await importingNow(work, batch);
  if (other) throw new Problem(409, 'another_import_running', { fileName: other.fileName });
  await beginJudging(work, batchId, 'importing');
  await work.emit(importEvents.started, { batchId }, about(batch));
  return shown(work, batchId);
}

/** Refused with the records in use: taking only some out would leave an archive that nobody knows. */
export async function undo(
  work: Work,
  batchId: string,
  language: Language,
  expectedVersion: number | undefined,
) {
  const batch = await permit(work, batchId, 'undo', expectedVersion);
  proveFor(work, batch);
  // Everything of the batch is looked at before anybody is told yes: long lists take their time.
  await bePatient(work);
  // Of people, and of what a module keeps, what is in use stays, and the others go.
  const { isOfPeople, kept } = kinds[batch.kind];
  const uses = isOfPeople || kept ? [] : await usesOf(work, batchId);
  if (uses.length > 0) {
    const words: Readonly<Record<string, string>> = importUseWords[language];
    const named = uses
      .slice(0, 5)
      .map(({ name, by }) => `${name}（${words[by] ?? words.other}）`)
      .join('、');
    throw new Problem(409, 'import_used', { count: uses.length, named, uses });
  }
  await updateBatch(work, batchId, { state: 'undoing', fault: null });
  await work.later(undoAll, { batchId }, work.now);
  await work.emit(importEvents.undoStarted, { batchId }, about(batch));
  return shown(work, batchId);
}

/** The rows are forgotten: personal data of people who never became customers is not kept (PIPL 19). */
export async function discard(work: Work, batchId: string, expectedVersion: number | undefined) {
  const batch = await permit(work, batchId, 'discard', expectedVersion);
  await dropRows(work, batchId);
  await updateBatch(work, batchId, { state: 'discarded', columns: '[]', counts: {} });
  await work.emit(importEvents.discarded, { batchId }, about(batch));
  return shown(work, batchId);
}

export async function shown(work: Work, batchId: string): Promise<BatchRow> {
  const batch = await batchById(work, batchId);
  if (!batch) throw notFound();
  refuseKind(work.actor, batch.kind, batch.orgPath);
  return batch;
}

async function permit(
  work: Work,
  batchId: string,
  step: BatchStep,
  expectedVersion: number | undefined,
): Promise<BatchRow> {
  const batch = await lockBatch(work, batchId).catch(whileAtWork);
  if (!batch) throw notFound();
  refuseKind(work.actor, batch.kind, batch.orgPath);
  batchLifecycle.next(step, batch.state);
  refuseStale(batch, expectedVersion);
  return batch;
}

/** Who comes on file by a list comes by the same door as one by one: with a fresh proof, and not while the glass is broken. */
function proveFor({ actor, now }: Work, { kind }: BatchRow): void {
  if (kinds[kind].isOfPeople) {
    allowRoute(actingBy(actor, peopleRoutes.addEmployee), peopleRoutes.addEmployee, now);
  }
}

/** A list that is being read or judged is held for seconds: to be told so is better than a server that is busy. */
function whileAtWork(error: { code?: string }): never {
  throw error.code === '55P03' ? new Problem(409, 'import_at_work') : error;
}

function refuseStale({ version }: { version: number }, expected: number | undefined): void {
  if (expected !== undefined && expected !== version) throw new Problem(412, 'version_stale');
}

async function knownFile(work: Work, fileId: string) {
  const file = await readyFileOf(work, fileId);
  if (!file) throw ruleBroken('/fileId', 'file_unknown');
  return file;
}

const about = ({ id, orgPath }: Pick<BatchRow, 'id' | 'orgPath'>) => ({
  type: 'import',
  id,
  orgPath,
});
