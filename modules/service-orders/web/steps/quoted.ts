import type { CallInput } from '#shared/call.ts';
import type {
  JobLine,
  OfferedPrice,
  Part,
  payers,
  QuotedLine,
  serviceOrderRoutes,
} from '../../contract.ts';

/** A part as it is typed: without a price yet, perhaps. */
export type PartRow = Omit<Part, 'unitFen'> & { unitFen?: number };
export type Payer = (typeof payers)[number];

/** A line as it is typed, with what the price list asks for it. */
export interface Row {
  id?: string;
  description: string;
  standardMinutes?: number;
  labourFen?: number;
  partsFen?: number;
  parts: PartRow[];
  payer: Payer;
  listed?: { priceItemId: string; code: string; labourFen: number };
  /** The package that brought it; kept only while all of it stands as it was brought. */
  jobPackage?: { jobPackageId: string; code: string; name: string };
}
export type OffersAsked = CallInput<typeof serviceOrderRoutes.offers>;

/** What a repeat repair asks for is the house's to pay, until somebody says otherwise. */
export const emptyRow = (kind?: string): Row => ({
  ...{ description: '', parts: [] },
  payer: kind === 'repeatRepair' ? 'internal' : 'customer',
});
export const emptyPart = (): PartRow => ({
  name: '',
  number: '',
  origin: 'original',
  quantityThousandths: 1000,
  unit: '件',
});

export const rowOf = (line: JobLine): Row => ({
  ...{ id: line.id, description: line.description, payer: line.payer, parts: line.parts },
  ...{ labourFen: line.labourFen, partsFen: line.partsFen },
  standardMinutes: line.standardMinutes || undefined,
  ...(line.listed && { listed: line.listed }),
  ...(line.jobPackage && { jobPackage: line.jobPackage }),
});

/** One of a part, as the list has it. */
export const partOffered = (offer: OfferedPrice): PartRow => ({
  ...emptyPart(),
  name: offer.name,
  number: offer.code,
  origin: offer.origin ?? 'original',
  unit: offer.measure || '件',
  unitFen: offer.amountFen,
  listedFen: offer.amountFen,
  priceItemId: offer.priceItemId,
});

/** What is filled in where an item of the list is picked: a job with its hours, or a part that stands alone. */
export const rowOffered = (offer: OfferedPrice): Partial<Row> =>
  offer.kind === 'part'
    ? { description: offer.name, labourFen: 0, parts: [partOffered(offer)], listed: undefined }
    : {
        description: offer.name,
        standardMinutes: offer.standardMinutes || undefined,
        labourFen: offer.amountFen,
        listed: {
          priceItemId: offer.priceItemId,
          code: offer.code,
          labourFen: offer.amountFen,
        },
      };

export const isWritten = ({ description }: Row) => description.trim() !== '';
const isNamed = ({ name }: PartRow) => name.trim() !== '';

export const lineOf = ({
  partsFen,
  labourFen,
  listed,
  parts,
  jobPackage,
  ...row
}: Row): QuotedLine => {
  const named = parts.filter(isNamed);
  return {
    ...row,
    labourFen: labourFen ?? 0,
    ...(listed && { priceItemId: listed.priceItemId }),
    ...(jobPackage && { jobPackageId: jobPackage.jobPackageId }),
    parts: named.map(({ listedFen: _, unitFen, ...part }) => ({ ...part, unitFen: unitFen ?? 0 })),
    ...(named.length === 0 && { partsFen: partsFen ?? 0 }),
  };
};

/** More than any order comes to: what is shown while somebody leans on a key. */
const mostShownFen = 1_000_000_000_000;
const shown = (fen: number) => Math.min(Math.round(fen), mostShownFen);

export const partFen = ({ unitFen = 0, quantityThousandths }: PartRow) =>
  shown((unitFen * quantityThousandths) / 1000);
export const partsFenOf = ({ parts, partsFen = 0 }: Row) =>
  parts.length === 0 ? shown(partsFen) : shown(parts.reduce((sum, part) => sum + partFen(part), 0));

/** What each payer is asked for, the customer first. */
export function sharesOf(rows: readonly Row[]): (readonly [Payer, number])[] {
  const shares = new Map<Payer, number>([['customer', 0]]);
  for (const row of rows) {
    const sum = shown(row.labourFen ?? 0) + partsFenOf(row);
    shares.set(row.payer, shown((shares.get(row.payer) ?? 0) + sum));
  }
  return [...shares];
}
