import type { RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type BarcodeRow = RowOf<'partBarcodes'> & { name: string };
const named = `select b.*, coalesce((select p.name from price_items p
      where p.tenant_id = b.tenant_id and p.kind = 'part' and p.code = b.number
      order by p.valid_from desc limit 1), '') as name from part_barcodes b`;
const one = statement<BarcodeRow, { barcode: string }>(
  'partBarcodes.one',
  `${named} where b.tenant_id = :tenant and b.barcode = :barcode
      and (b.org_path ^@ any(:scopes) or exists (select from unnest(:scopes) s where s ^@ b.org_path))
    order by b.org_path desc, b.id limit 1`,
);
/** What a barcode stands for here: bound at one’s own place before what a unit above has bound. */
export const barcodeNamed = (work: Work, barcode: string) => work.first(one, { barcode });
const byId = statement<BarcodeRow, { barcodeId: string }>(
  'partBarcodes.byId',
  `${named} where b.tenant_id = :tenant and b.id = :barcodeId and b.org_path ^@ any(:scopes)`,
);
export const barcodeById = (work: Work, barcodeId: string) => work.first(byId, { barcodeId });
const nameOf = statement<{ name: string }, { number: string }>(
  'partBarcodes.nameOf',
  `select name from price_items where tenant_id = :tenant and kind = 'part' and code = :number
    order by valid_from desc limit 1`,
);
/** Bound at one's own unit, whether or not one may look at what is bound there. */
export const insertBarcode = async (
  work: Work,
  row: Fresh<'partBarcodes'>,
): Promise<BarcodeRow> => ({
  ...(await work.insert('partBarcodes', row)),
  name: (await work.first(nameOf, { number: row.number }))?.name ?? '',
});
const dropped = statement<never, { barcodeId: string }>(
  'partBarcodes.drop',
  'delete from part_barcodes where tenant_id = :tenant and id = :barcodeId',
);
export const dropBarcode = (work: Work, barcodeId: string) => work.run(dropped, { barcodeId });

interface Asked {
  start: string | null;
}
interface After {
  afterBarcode: string;
  afterId: string;
  size: number;
}
const begins = `b.tenant_id = :tenant and b.org_path ^@ any(:scopes) and (:start::text is null or b.barcode ^@ :start or b.number ^@ :start)`;
const page = statement<BarcodeRow, Asked & After>(
  'partBarcodes.page',
  `${named} where ${begins} and (b.barcode, b.id) > (:afterBarcode, :afterId::uuid) order by b.barcode, b.id limit :size`,
);
export const pageOfBarcodes = (work: Work, asked: Asked & After) => work.rows(page, asked);
const counted = statement<{ total: number }, Asked>(
  'partBarcodes.count',
  `select count(*) as total from part_barcodes b where ${begins}`,
);
export const countOfBarcodes = async (work: Work, asked: Asked): Promise<number> =>
  (await work.first(counted, asked))!.total;
