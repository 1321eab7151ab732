import { packagesFor, quotePackages } from '#modules/prices/server/index.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Fresh, Work } from '#platform/work.ts';
import { lineFen, sumFen } from '#shared/money.ts';
import type { Part } from '../contract.ts';
import { placeOfOrder } from './listed-prices.ts';
import { type LineRow, type OrderRow, orderById } from './queries.ts';
import { linesOf, updateLine } from './queries-lines.ts';

/** The packages for an order's vehicle today under what was typed. @throws Problem 404 */
export async function packagesOffered(work: Work, orderId: string, q: string) {
  const order = await orderById(work, orderId);
  if (!order) throw notFound();
  return packagesFor(work, q, await placeOfOrder(work, order));
}

interface Packaged {
  jobPackageId: string | null;
  priceItemId: string | null;
  labourFen: number;
  parts: unknown;
}

/** What makes a line the one that a package brought: which items, how many, at which price. */
const contentOf = ({ priceItemId, labourFen, parts }: Omit<Packaged, 'jobPackageId'>) =>
  JSON.stringify([
    ...[priceItemId ?? '', labourFen],
    (parts as readonly Part[]).map((part) => [
      ...[part.priceItemId ?? '', part.quantityThousandths, part.unitFen],
    ]),
  ]);
const contentsOf = (lines: readonly Omit<Packaged, 'jobPackageId'>[]) =>
  JSON.stringify(lines.map(contentOf).sort());

/**
 * A package is quoted whole, once, at its own price: as it stood in the quotation before, else as the list has it today.
 * Who wants a part of it quotes those lines singly, at the list's price (WSH-11).
 * @throws Problem 422 `package_not_current`, `package_not_whole`
 */
export async function refuseBrokenPackages(
  work: Work,
  order: OrderRow,
  quoted: readonly Packaged[],
  before: Iterable<LineRow>,
): Promise<void> {
  const known = [...before];
  const groups = groupsOf(quoted);
  const isKept = ([id, lines]: [string, readonly Packaged[]]) =>
    contentsOf(lines) === contentsOf(known.filter(({ jobPackageId }) => jobPackageId === id));
  const anew = [...groups].filter((group) => !isKept(group));
  if (anew.length === 0) return;
  const place = await placeOfOrder(work, order);
  const offers = await quotePackages(
    work,
    anew.map(([id]) => id),
    place,
  );
  for (const [id, lines] of anew) {
    const pointer = `/lines/${quoted.findIndex(({ jobPackageId }) => jobPackageId === id)}/jobPackageId`;
    const offer = offers.get(id);
    if (!offer) throw ruleBroken(pointer, 'package_not_current');
    const asOffered = offer.rows.map(({ listed, labourFen, parts }) => ({
      ...{ priceItemId: listed?.priceItemId ?? null, labourFen, parts },
    }));
    if (contentsOf(lines) !== contentsOf(asOffered))
      throw ruleBroken(pointer, 'package_not_whole', { name: offer.name });
  }
}

function groupsOf<Line extends Pick<Packaged, 'jobPackageId'>>(lines: readonly Line[]) {
  const groups = new Map<string, Line[]>();
  for (const line of lines)
    if (line.jobPackageId)
      groups.set(line.jobPackageId, [...(groups.get(line.jobPackageId) ?? []), line]);
  return groups;
}

/**
 * Where a customer refuses a part of a package, its price falls away: all its lines leave it and cost what the list asks.
 * What thereby costs another amount than he agreed to is asked again; nobody is held to a price that he was not told
 * (WSH-12). @param told the lines whose list price he saw when he agreed @returns what has to be asked again
 */
export async function dissolvePackages(
  work: Work,
  order: OrderRow,
  told: ReadonlySet<string>,
): Promise<string[]> {
  const askedAgain: string[] = [];
  for (const lines of groupsOf(await linesOf(work, order.id)).values()) {
    const refused = lines.filter(({ answer }) => answer === 'refused');
    if (refused.length === 0 || refused.length === lines.length) continue;
    for (const line of lines) {
      const single = atListPrice(line);
      const isDearer = single.labourFen !== line.labourFen || single.partsFen !== line.partsFen;
      const reset = line.answer !== 'refused' && isDearer && !told.has(line.id);
      if (reset) askedAgain.push(line.description);
      await updateLine(work, line.id, {
        ...single,
        parts: single.parts as Fresh<'jobLines'>['parts'],
        jobPackageId: null,
        ...(reset && resetAnswer(work)),
      });
    }
  }
  return askedAgain;
}

/** What an answer leaves behind once it is asked again. */
const resetAnswer = (work: Work) => ({
  ...unanswered,
  askedAgainAt: work.now,
});
/** A line without an answer. */
export const unanswered = {
  answer: 'open',
  answerHow: null,
  answeredBy: null,
  answerNote: '',
  answeredAt: null,
  recordedBy: null,
  refusalReason: '',
} as const;

/** What a line costs outside any package, in fen: its labour, its parts and each of them. */
export function atListPrice(
  line: Pick<LineRow, 'labourFen' | 'partsFen' | 'listedFen'> & { parts: unknown },
) {
  const parts = (line.parts as readonly Part[]).map((part) => ({
    ...part,
    unitFen: part.listedFen ?? part.unitFen,
  }));
  const ofParts = parts.map(({ unitFen, quantityThousandths }) =>
    lineFen(unitFen, quantityThousandths),
  );
  return {
    labourFen: line.listedFen ?? line.labourFen,
    parts,
    partsFen: parts.length > 0 ? sumFen(ofParts) : line.partsFen,
  };
}
