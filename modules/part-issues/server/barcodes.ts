import { can } from '#platform/actor.ts';
import { forbidden, notFound, ruleBroken } from '#platform/problem.ts';
import { wire } from '#platform/wire.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { PartBarcode, partBarcodeRoutes } from '../contract.ts';
import { partBarcodeEvents } from '../events.ts';
import {
  type BarcodeRow,
  barcodeById,
  barcodeNamed,
  dropBarcode,
  insertBarcode,
} from './queries-barcodes.ts';
import { codeOf } from './rules.ts';

export const presentBarcode = (row: BarcodeRow): PartBarcode => {
  const { id, barcode, number, name } = row;
  return { id, barcode, number, name, createdAt: wire(row).createdAt };
};

/** The packet's code and the number of the price list. Said again it is the same. @throws Problem 422 `part_barcode_taken` */
export async function bind(
  work: Work,
  body: BodyOf<typeof partBarcodeRoutes.bind>,
): Promise<PartBarcode> {
  const [barcode, number] = [codeOf(body.barcode), codeOf(body.number)];
  const before = await barcodeNamed(work, barcode);
  if (before?.number === number) return presentBarcode(before);
  if (before) throw ruleBroken('/barcode', 'part_barcode_taken', { number: before.number });
  const { unitId: orgUnitId, unitPath: orgPath } = work.actor;
  const row = await insertBarcode(work, { orgUnitId, orgPath, barcode, number });
  await tell(work, 'bound', row.id, orgPath);
  return presentBarcode(row);
}

/** It was the wrong number. @throws Problem 404, 403 */
export async function unbind(work: Work, barcodeId: string): Promise<PartBarcode> {
  const row = await barcodeById(work, barcodeId);
  if (!row) throw notFound();
  if (!can(work.actor, 'parts.decide', row.orgPath)) throw forbidden('parts.decide');
  await dropBarcode(work, barcodeId);
  await tell(work, 'unbound', barcodeId, row.orgPath);
  return presentBarcode(row);
}

const tell = (
  work: Work,
  what: keyof typeof partBarcodeEvents,
  partBarcodeId: string,
  orgPath: string,
) =>
  work.emit(
    partBarcodeEvents[what],
    { partBarcodeId },
    { type: 'partBarcode', id: partBarcodeId, orgPath },
  );
