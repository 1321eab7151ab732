import { Problem, ruleBroken } from '#platform/problem.ts';
import { lineFen, sumFen } from '#shared/money.ts';
import type { QuotedLine } from '../contract.ts';
import type { LineRow } from './queries.ts';

/** As much as one amount may be: 100 million yuan. An order above it is a slip of the finger. */
const mostFen = 100_000_000_00;
/** As many as the record of an order shows. */
const mostLines = 500;

type Priced = Pick<LineRow, 'labourFen' | 'partsFen'>;

/** What the customer pays of the lines agreed to: the upper limit of the settlement (WSH-12). */
export const approvedFenOf = (lines: readonly LineRow[]): number =>
  sumFen(
    lines
      .filter(({ answer, payer }) => answer === 'approved' && payer === 'customer')
      .flatMap(amountsOf),
  );

const amountsOf = ({ labourFen, partsFen }: Priced) => [labourFen, partsFen];

/** What the parts of a quoted line come to, in fen. @throws Problem `total_too_large` */
export function partsFenOf(parts: NonNullable<QuotedLine['parts']>, at: number): number {
  const tooMuch = parts.some(
    ({ unitFen, quantityThousandths }) => (unitFen * quantityThousandths) / 1000 > mostFen,
  );
  if (tooMuch) throw ruleBroken(`/lines/${at}/parts`, 'total_too_large');
  return sumFen(
    parts.map(({ unitFen, quantityThousandths }) => lineFen(unitFen, quantityThousandths)),
  );
}

/** An order stays as long and as dear as its record can tell. @throws Problem */
export function refuseTooMuch(lines: readonly Priced[]): void {
  if (lines.length > mostLines) throw new Problem(422, 'too_many_lines', { limit: mostLines });
  if (sumFen(lines.flatMap(amountsOf)) > mostFen) throw new Problem(422, 'total_too_large');
}
