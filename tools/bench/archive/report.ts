import type { Compared } from './asking.ts';
import type { importList, searchDuplicates } from './background.ts';
import type { House } from './house.ts';

/** At a hundred times the customers, so many times the time. */
const mostRatio = 3;
const mostStatements = 4;
const mostGrowthMb = 200;

const cell = (value: string | number) => ` ${value} |`;

/** As a table of the documentation shows it. */
export function tableOf(compared: readonly Compared[]): string {
  const heading = [
    'asked',
    'by',
    'p50 small',
    'p95',
    'p99',
    'p50 big',
    'p95',
    'p99',
    'p50 ×',
    'p95 ×',
  ];
  const rows = compared.map(({ name, by, small, big, ratioP50, ratioP95 }) => [
    name,
    by === 'shop' ? 'a shop' : 'the house',
    small.p50,
    small.p95,
    small.p99,
    big.p50,
    big.p95,
    big.p99,
    ratioP50,
    ratioP95,
  ]);
  const line = (cells: readonly (string | number)[]) => `|${cells.map(cell).join('')}`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}

interface Found {
  compared: readonly Compared[];
  statements: Readonly<Record<string, number>>;
  duplicates: Awaited<ReturnType<typeof searchDuplicates>> | undefined;
  list: Awaited<ReturnType<typeof importList>> | undefined;
  house: House;
}

const peakOf = ({ judged: first, written }: NonNullable<Found['list']>) =>
  Math.max(first.memory.peakMb, written.memory.peakMb);

/** What was promised, and what of it was broken. */
export function judged({ compared, statements, duplicates, list, house }: Found) {
  const broken: string[] = [];
  const slow = compared.filter(({ ratioP95, isRefused }) => ratioP95 > mostRatio || isRefused);
  for (const { name, by, ratioP95, isRefused } of slow)
    broken.push(`${name} (${by}): ${isRefused ? 'not answered in time' : `${ratioP95} times`}`);
  const ofCustomer = statements['customer page'] ?? 0;
  if (ofCustomer > mostStatements) broken.push(`customer page: ${ofCustomer} statements`);
  const planted = house.planted * 1.25;
  if (duplicates && duplicates.found !== planted)
    broken.push(`duplicates: found ${duplicates.found} of ${planted}`);
  if (duplicates && duplicates.stepsSeen < 3) broken.push('duplicates: no progress was to be seen');
  const growth = list && peakOf(list) - list.judged.memory.beforeMb;
  if (growth !== undefined && growth > mostGrowthMb) broken.push(`import: ${growth} MB more`);
  const worst = compared.toSorted((a, b) => b.ratioP95 - a.ratioP95)[0];
  return {
    kinds: compared.length,
    within: compared.length - slow.length,
    worst: worst ? `${worst.name} (${worst.by}) ${worst.ratioP95}` : '',
    customerPageStatements: ofCustomer,
    ...(duplicates && {
      duplicates: {
        rows: duplicates.rows,
        seconds: duplicates.seconds,
        found: duplicates.found,
        planted,
        steps: duplicates.stepsSeen,
        peakMb: duplicates.memory.peakMb,
        deskP95: [duplicates.before.p95, duplicates.meanwhile.p95],
      },
    }),
    ...(list && {
      import: {
        seconds: list.judged.seconds + list.written.seconds,
        growthMb: growth,
        peakMb: peakOf(list),
        deskP95: [list.judged.before.p95, list.judged.meanwhile.p95, list.written.meanwhile.p95],
        made: list.made,
      },
    }),
    broken,
  };
}
