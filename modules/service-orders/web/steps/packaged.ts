import type { OfferedPackage } from '#modules/prices/contract.ts';
import type { PackageHead } from '../../contract.ts';
import { partsFenOf, type Row } from './quoted.ts';

/** The lines that a package brings, each at its share; who pays is as on the line that they take the place of. */
export const packageRows = ({ id, code, name, rows }: OfferedPackage, { payer }: Row): Row[] =>
  rows.map(({ description, standardMinutes, labourFen, listed, parts }) => ({
    ...{ description, labourFen, parts, payer },
    standardMinutes: standardMinutes || undefined,
    ...(listed && { listed }),
    jobPackage: { jobPackageId: id, code, name },
  }));

const contentOf = ({ listed, labourFen, parts }: Row) =>
  JSON.stringify([
    ...[listed?.priceItemId, labourFen],
    parts.map(({ priceItemId, quantityThousandths, unitFen }) => [
      ...[priceItemId, quantityThousandths, unitFen],
    ]),
  ]);
const contentsOf = (rows: readonly Row[], jobPackageId: string) =>
  JSON.stringify(
    rows.filter((row) => row.jobPackage?.jobPackageId === jobPackageId).map(contentOf),
  );

/** A package of which a line is changed or taken off falls apart: what was not touched costs what the list asks. */
export function keptWhole(before: readonly Row[], next: Row[]): Row[] {
  const ids = new Set(before.flatMap(({ jobPackage }) => jobPackage?.jobPackageId ?? []));
  const broken = new Set([...ids].filter((id) => contentsOf(before, id) !== contentsOf(next, id)));
  if (broken.size === 0) return next;
  const untouched = new Set(before.map(contentOf));
  return next.map((row) => {
    if (!row.jobPackage || !broken.has(row.jobPackage.jobPackageId)) return row;
    const { jobPackage: _, ...single } = row;
    return untouched.has(contentOf(row)) ? atListPrice(single) : single;
  });
}

const atListPrice = (row: Row): Row => ({
  ...row,
  labourFen: row.listed?.labourFen ?? row.labourFen,
  parts: row.parts.map((part) => ({ ...part, unitFen: part.listedFen ?? part.unitFen })),
});

/** What stands above the first line of each package. */
export function quotedHeads(rows: readonly Row[]): ReadonlyMap<Row, PackageHead> {
  const groups = Map.groupBy(
    rows.filter(({ jobPackage }) => jobPackage !== undefined),
    ({ jobPackage }) => jobPackage?.jobPackageId,
  );
  const sumOf = (group: readonly Row[]) =>
    group.reduce((sum, row) => sum + (row.labourFen ?? 0) + partsFenOf(row), 0);
  return new Map(
    [...groups.values()].flatMap((group) => {
      const [first] = group;
      if (!first?.jobPackage) return [];
      const amountFen = sumOf(group);
      const listedFen = sumOf(group.map(atListPrice));
      const { name } = first.jobPackage;
      return [[first, { name, amountFen, listedFen, savingFen: listedFen - amountFen }] as const];
    }),
  );
}
