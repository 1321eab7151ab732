import type { Work } from '#platform/work.ts';
import { plainText } from '#shared/hint.ts';
import { grams } from '#shared/search-text.ts';
import type { JobPackage, OfferedPackage } from '../contract.ts';
import { packagePrice } from '../judge/package-price.ts';
import type { LineRow, Where } from './queries-list.ts';
import {
  itemsOf,
  type PackageLine,
  type PackageRow,
  packagesCalled,
  packagesNow,
} from './queries-packages.ts';
import { mostFen } from './quoting.ts';
import { modelOf } from './terms.ts';

type Fault = NonNullable<JobPackage['fault']>;
/** A line with the item that it stands for; none where the list no longer has it. */
export interface Found extends PackageLine {
  item: LineRow | undefined;
}
/** What a package comes to at a place on a day for a model. */
export interface Worth {
  found: Found[];
  fault: Fault | null;
  missing: string[];
  sumFen: number | null;
  amountFen: number | null;
  /** What one of each line costs within the package; empty where it cannot be quoted. */
  unitFens: readonly number[];
}
type Asked = Pick<PackageRow, 'model' | 'priceFen' | 'lines'>;

/** What packages come to, in one look at the list. @param model of the vehicle; left out, the package's own */
export async function worthsOf(
  work: Work,
  where: Where,
  packages: readonly Asked[],
  model?: string,
): Promise<Worth[]> {
  if (packages.length === 0) return [];
  const models = [...new Set(packages.map((each) => model ?? each.model))];
  const lines = packages.flatMap((each) => each.lines);
  const items = await itemsOf(work, where, lines, models);
  const byName = new Map(items.map((item) => [nameOf(item, item.model), item]));
  return packages.map((each) => {
    const found = each.lines.map((line) => ({
      ...line,
      item: byName.get(nameOf(line, model ?? each.model)) ?? byName.get(nameOf(line, '')),
    }));
    return worthOf(found, each.priceFen);
  });
}

const nameOf = ({ kind, code }: { kind: string; code: string }, model: string) =>
  JSON.stringify([kind, code, model]);

function worthOf(found: Found[], priceFen: number | null): Worth {
  const none = { found, sumFen: null, amountFen: null, unitFens: [] };
  const missing = codesOf(found.filter(({ item }) => !item));
  if (missing.length > 0) return { ...none, fault: 'missing', missing };
  const tooMuch = ({ item, quantityThousandths }: Found) =>
    ((item?.amountFen ?? 0) * quantityThousandths) / 1000 > mostFen;
  const unpriced = codesOf(found.filter((line) => line.item?.amountFen == null || tooMuch(line)));
  if (unpriced.length > 0) return { ...none, fault: 'unpriced', missing: unpriced };
  const listed = found.map(({ item, quantityThousandths }) => ({
    unitFen: item?.amountFen ?? 0,
    quantityThousandths,
  }));
  const price = packagePrice(listed, priceFen);
  const { sumFen } = price;
  if (price.kind === 'refused') return { ...none, fault: price.reason, missing: [], sumFen };
  const { amountFen, unitFens } = price;
  return { found, fault: null, missing: [], sumFen, amountFen, unitFens };
}

const codesOf = (lines: readonly PackageLine[]) => [...new Set(lines.map(({ code }) => code))];

interface Place extends Where {
  /** Of the vehicle that is quoted for. */
  model: string;
}
const mostOffered = 10;

/**
 * The packages that may be quoted under what was typed: the beginning of a code, pieces of a name, or its initials; the
 * one for the vehicle's model before the one for all. One with a fault is shown with the reason (WSH-11).
 */
export async function packagesFor(work: Work, q: string, place: Place): Promise<OfferedPackage[]> {
  const start = plainText(q).toUpperCase().trim();
  if (start === '') return [];
  const { model, ...where } = { ...place, model: modelOf(place.model) };
  const typed = { start, grams: grams(start) };
  const rows = await packagesCalled(work, { ...where, model }, typed, mostOffered * 2);
  const special = new Set(rows.filter((row) => row.model !== '').map(({ code }) => code));
  const shown = rows.filter((row) => row.model !== '' || !special.has(row.code));
  return offered(work, where, shown.slice(0, mostOffered), model);
}

/** These editions as they may be quoted at a place on a day; one that does not hold or has a fault is left out. */
export async function quotePackages(
  work: Work,
  ids: readonly string[],
  place: Place,
): Promise<ReadonlyMap<string, OfferedPackage>> {
  if (ids.length === 0) return new Map();
  const { model, ...where } = { ...place, model: modelOf(place.model) };
  const rows = await packagesNow(work, { ...where, model }, ids);
  const all = await offered(work, where, rows, model);
  return new Map(all.filter(({ fault }) => fault === null).map((one) => [one.id, one]));
}

async function offered(work: Work, where: Where, rows: readonly PackageRow[], model: string) {
  const worths = await worthsOf(work, where, rows, model);
  return rows.map((row, at) => offeredOf(row, worths[at]!));
}

function offeredOf(row: PackageRow, worth: Worth): OfferedPackage {
  const { id, code, model, name, priceFen, validFrom, validUntil } = row;
  const { fault, missing, sumFen, amountFen } = worth;
  return {
    ...{ id, code, model, name, priceFen, validFrom, validUntil },
    ...{ fault, missing, sumFen, amountFen },
    rows: fault === null ? rowsOf(worth) : [],
  };
}

type Row = OfferedPackage['rows'][number];

/** As they stand in a quotation: each job with the parts that follow it; a part before any job is a line of its own. */
function rowsOf({ found, unitFens }: Worth): Row[] {
  const rows: Row[] = [];
  for (const [at, { item, quantityThousandths }] of found.entries()) {
    if (!item) continue;
    const unitFen = unitFens[at] ?? 0;
    if (item.kind === 'job') {
      rows.push({
        description: item.name,
        standardMinutes: Math.round(((item.standardHours ?? 0) * 60) / 100),
        labourFen: unitFen,
        listed: { priceItemId: item.id, code: item.code, labourFen: item.amountFen ?? 0 },
        parts: [],
      });
      continue;
    }
    const part = {
      ...{
        name: item.name,
        number: item.code,
        unit: item.measure.slice(0, 10) || '件',
        quantityThousandths,
      },
      origin: (item.origin ?? 'original') as 'original',
      ...{ unitFen, listedFen: item.amountFen ?? 0, priceItemId: item.id },
    };
    const last = rows.at(-1);
    if (last) last.parts.push(part);
    else
      rows.push({
        description: item.name,
        standardMinutes: 0,
        labourFen: 0,
        listed: null,
        parts: [part],
      });
  }
  return rows;
}
