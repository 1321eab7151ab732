import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { nextNumber } from '#modules/organisation/server/index.ts';
import { disposition } from '#platform/disposition.ts';
import type { Call } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { notFound, Problem } from '#platform/problem.ts';
import type { Seal } from '#platform/seal.ts';
import { toCsv } from '#platform/sheets/to-csv.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { genuineRoutes } from '../contract.ts';
import { genuineEvents } from '../events.ts';
import { type GenuineCodeState, genuineCodeLife } from '../lifecycle.ts';
import { genuineWords } from '../locales/words.ts';
import { newCode, printedCode } from './code.ts';
import {
  type BatchRow,
  batchById,
  type CodeRow,
  houseOf,
  insertBatch,
  insertCodes,
  labelsOf,
  lockBatch,
  lockCode,
  updateCode,
  withdrawCodesOf,
  withdrawRow,
} from './queries.ts';

export const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest();
const withdrawn = () => new Problem(409, 'genuine_withdrawn');
const ofBatch = ({ id, orgPath }: BatchRow) => ({ type: 'genuineBatch', id, orgPath });

/** Issues a batch: every code is made anew, and only its hash is looked for later. */
export async function issueBatch(
  work: Work,
  { product, partNumber = '', codes }: BodyOf<typeof genuineRoutes.issue>,
  secrets: Seal,
): Promise<BatchRow> {
  const id = newId(work.now);
  const number = await nextNumber(work, work.actor.unitId, 'genuineBatch', 'FW');
  const row = await insertBatch(work, {
    id,
    number,
    product: product.trim(),
    partNumber: partNumber.trim(),
    codes,
    withdrawnAt: null,
  });
  await insertCodes(
    work,
    Array.from({ length: codes }, (_, at) => {
      const code = newCode();
      const ending = code.slice(-4);
      const state = genuineCodeLife.initial;
      const times = { firstCheckedAt: null, lastCheckedAt: null };
      const kept = { codeHash: hashOf(code), sealedCode: secrets.seal(code) };
      return { batchId: id, serial: at + 1, ...kept, ending, state, ...times };
    }),
  );
  const batch = { ...row, createdByName: work.actor.name };
  await work.emit(genuineEvents.issued, { batchId: id, codes }, ofBatch(batch));
  return batch;
}

/** The labels of a batch as CSV: serial, code, the address for its QR code, the product. */
export async function sendLabels(work: Work, batchId: string, call: Call) {
  const batch = await batchById(work, batchId);
  if (!batch) throw notFound();
  if (batch.withdrawnAt) throw withdrawn();
  const { code: house } = await houseOf(work, null);
  await call.writing((writer) =>
    writer.emit(genuineEvents.labelsPrinted, { batchId, codes: batch.codes }, ofBatch(batch)),
  );
  const say = genuineWords[call.language];
  const headers = [say.serial, say.code, say.address, say.product, say.partNumber];
  const lines = toCsv({
    columns: headers.map((header) => ({ header, kind: 'text' })),
    rows: labelRows(work, batch, `${call.host.publicUrl}/g?h=${house}`, call.host.secrets),
  });
  return call.reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', disposition('attachment', `${batch.number}.csv`))
    .header('cache-control', 'no-store')
    .send(Readable.from(lines));
}

const labelsAtOnce = 500;
/** Behind the `#`, so that no proxy on the way writes the code down. */
async function* labelRows(work: Work, batch: BatchRow, address: string, secrets: Seal) {
  for (let after = 0; ; ) {
    const labels = await labelsOf(work, batch.id, after, labelsAtOnce);
    for (const { serial, sealedCode } of labels) {
      const code = printedCode(secrets.unseal(sealedCode));
      yield [String(serial), code, `${address}#${code}`, batch.product, batch.partNumber];
    }
    if (labels.length < labelsAtOnce) return;
    after = labels.at(-1)!.serial;
  }
}

export async function withdrawBatch(
  work: Work,
  batchId: string,
  reason: string,
): Promise<BatchRow> {
  const batch = await lockBatch(work, batchId);
  if (!batch) throw notFound();
  if (batch.withdrawnAt) throw withdrawn();
  const row = (await withdrawRow(work, batchId, reason.trim()))!;
  await withdrawCodesOf(work, batchId);
  await work.emit(genuineEvents.batchWithdrawn, { batchId, reason: reason.trim() }, ofBatch(batch));
  return { ...batch, ...row };
}

export async function withdrawCode(work: Work, codeId: string, reason: string): Promise<CodeRow> {
  const row = await lockCode(work, codeId);
  if (!row) throw notFound();
  const state = genuineCodeLife.next('withdraw', row.state as GenuineCodeState);
  await updateCode(work, codeId, { state });
  const about = { type: 'genuineCode', id: codeId, orgPath: row.orgPath };
  await work.emit(genuineEvents.codeWithdrawn, { codeId, reason: reason.trim() }, about);
  return { ...row, state };
}
