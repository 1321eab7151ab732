import { lineFen, sumFen } from '#shared/money.ts';

/** What stands in a package at its list price: of a job the labour (one of it), of a part one measure. */
export interface ListedLine {
  unitFen: number;
  quantityThousandths: number;
}
export type PackagePrice =
  | { kind: 'priced'; sumFen: number; amountFen: number; unitFens: readonly number[] }
  | { kind: 'refused'; reason: 'dearer' | 'notExact'; sumFen: number };

/** Every share of a line with at most one measure can be written as a price of one; of more of them it may not divide. */
const isExact = ({ quantityThousandths }: ListedLine) => quantityThousandths <= 1000;

/**
 * Spreads the price of a package over its lines to the fen, so that labour and material stay itemised (JT/T 1133):
 * in proportion to the list prices, the largest remainders first. A part of which there are several keeps a whole unit
 * price; what does not divide goes to the lines that stand once, and if it finds no room there, those carry the whole
 * saving. No line is dearer than on the list, and a package never is dearer than its lines (价格法 art. 14).
 * @param priceFen of all of it; null: the sum of its lines
 */
export function packagePrice(lines: readonly ListedLine[], priceFen: number | null): PackagePrice {
  const listed = lines.map(amountOf);
  const whole = sumFen(listed);
  const asListed = lines.map(({ unitFen }) => unitFen);
  if (priceFen === null || priceFen === whole)
    return { kind: 'priced', sumFen: whole, amountFen: whole, unitFens: asListed };
  if (priceFen > whole) return { kind: 'refused', reason: 'dearer', sumFen: whole };
  const unitFens = overAll(lines, listed, priceFen) ?? overExact(lines, listed, whole - priceFen);
  return unitFens
    ? { kind: 'priced', sumFen: whole, amountFen: priceFen, unitFens }
    : { kind: 'refused', reason: 'notExact', sumFen: whole };
}

const amountOf = ({ unitFen, quantityThousandths }: ListedLine) =>
  lineFen(unitFen, quantityThousandths);

/** Whole shares of an amount in proportion to the weights: cut, then one fen more to the largest remainders. */
export function sharesOf(totalFen: number, weights: readonly number[]): number[] {
  const sum = BigInt(sumFen(weights));
  if (sum === 0n) return weights.map(() => 0);
  const products = weights.map((weight) => BigInt(totalFen) * BigInt(weight));
  const shares = products.map((product) => Number(product / sum));
  const byRemainder = products
    .map((product, at) => ({ at, remainder: product % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.at - b.at : a.remainder > b.remainder ? -1 : 1,
    );
  for (const { at } of byRemainder.slice(0, totalFen - sumFen(shares))) shares[at]! += 1;
  return shares;
}

function overAll(lines: readonly ListedLine[], listed: readonly number[], priceFen: number) {
  const shares = sharesOf(priceFen, listed);
  const cut = lines.map((line, at) =>
    isExact(line) ? shares[at]! : amountOf({ ...line, unitFen: unitBelow(line, shares[at]!) }),
  );
  const room = lines.map((line, at) => (isExact(line) ? listed[at]! - cut[at]! : 0));
  const rest = priceFen - sumFen(cut);
  if (rest > sumFen(room)) return undefined;
  const more = sharesOf(rest, room);
  return lines.map((line, at) => unitOf(line, cut[at]! + more[at]!));
}

function overExact(lines: readonly ListedLine[], listed: readonly number[], savingFen: number) {
  const weights = lines.map((line, at) => (isExact(line) ? listed[at]! : 0));
  if (savingFen > sumFen(weights)) return undefined;
  const less = sharesOf(savingFen, weights);
  return lines.map((line, at) =>
    isExact(line) ? unitOf(line, listed[at]! - less[at]!) : line.unitFen,
  );
}

/** The largest unit price whose line does not exceed an amount. */
const unitBelow = ({ quantityThousandths }: ListedLine, fen: number) =>
  Number((BigInt(fen) * 1000n) / BigInt(quantityThousandths));

/** The unit price of a line that comes to an amount which it can reach. */
const unitOf = ({ quantityThousandths }: ListedLine, fen: number) => {
  const below = Number((BigInt(fen) * 1000n) / BigInt(quantityThousandths));
  return lineFen(below, quantityThousandths) === fen ? below : below + 1;
};
