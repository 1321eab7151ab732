import type { Static } from 'typebox';
import { fen, id, line, nullable, sumFen as sum } from '#shared/fields.ts';
import { sumFen } from '#shared/money.ts';
import { shape } from '#shared/route.ts';

/** The package that a line was quoted with, and what it spares on this line against the list. */
export const packageOfLine = nullable(
  shape({ jobPackageId: id, code: line(40), name: line(120), savingFen: fen }),
);
export type PackageOfLine = Static<typeof packageOfLine>;

interface Packaged {
  labourFen: number;
  partsFen: number;
  jobPackage: PackageOfLine;
}
/** What stands above the lines of a package: its name, what its lines cost singly, what they cost together, in fen. */
export const packageHead = shape({
  name: line(120),
  listedFen: sum,
  amountFen: sum,
  savingFen: sum,
});
export type PackageHead = Static<typeof packageHead>;

/** The head of each package, by the first of its lines (明码标价: the sum before and the package price, side by side). */
export function packageHeads<Line extends Packaged>(
  lines: readonly Line[],
): ReadonlyMap<Line, PackageHead> {
  const groups = Map.groupBy(
    lines.filter(({ jobPackage }) => jobPackage !== null),
    ({ jobPackage }) => jobPackage?.jobPackageId,
  );
  const heads = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first?.jobPackage) return [];
    const amountFen = sumFen(group.flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]));
    const savingFen = sumFen(group.map(({ jobPackage }) => jobPackage?.savingFen ?? 0));
    const { name } = first.jobPackage;
    return [[first, { name, listedFen: amountFen + savingFen, amountFen, savingFen }] as const];
  });
  return new Map(heads);
}
