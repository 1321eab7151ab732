import { writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { type Lasting, missedOfLasting } from './lasting.ts';
import type { Measured } from './measuring.ts';

export interface Whole {
  customers: number;
  calls: number;
  readyMs: number;
  results: readonly Measured[];
  /** Of an earlier long run on the same database. */
  lasting?: Lasting;
}

/** What is promised: shares of the floor's throughput, how far the slowest lie from the middle, what ten times the data costs. */
const promised = { readShare: 0.5, writeShare: 0.6, spread: 4, tenfold: 1.3, readyMs: 5000 };

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');

function missedOf({ results, readyMs, lasting }: Whole): string[] {
  return [
    ...results.flatMap(({ key, isWrite, share, spread, tenfold }) => {
      const least = isWrite ? promised.writeShare : promised.readShare;
      return [
        ...(share < least ? [`${key}: ${share} of the floor, at least ${least}`] : []),
        ...(spread > promised.spread
          ? [`${key}: p99 ${spread} × p50, at most ${promised.spread}`]
          : []),
        ...(tenfold > promised.tenfold
          ? [`${key}: ${tenfold} × at ten times the data, at most ${promised.tenfold}`]
          : []),
      ];
    }),
    ...(readyMs > promised.readyMs ? [`ready after ${readyMs} ms`] : []),
    ...(lasting ? missedOfLasting(lasting) : []),
  ];
}

/** Prints the figures, and writes the page about them where they are to be published. Gives the exit code. */
export async function write(whole: Whole, isPublished: boolean): Promise<number> {
  const missed = missedOf(whole);
  console.log(tableOf(whole.results));
  for (const line of missed) console.log(`✗ ${line}`);
  if (isPublished) {
    await writeFile(join(docs, 'pictures', 'benchmark.svg'), pictureOf(whole.results));
    await writeFile(join(docs, 'benchmarks.md'), pageOf(whole, missed));
  }
  const { customers, readyMs, results } = whole;
  const shares = Object.fromEntries(results.map(({ key, share }) => [key, share]));
  const tenfold = Object.fromEntries(results.map(({ key, tenfold: times }) => [key, times]));
  console.log(JSON.stringify({ customers, readyMs, shares, tenfold, missed }));
  return missed.length > 0 ? 1 : 0;
}

const heads = [
  ...['operation', 'requests/s', 'floor', 'share', 'p50', 'p99'],
  ...['floor p50', 'a tenth p50', '× tenfold', 'p99 / p50 at half load'],
  ...['CPU server', 'CPU database', 'statements'],
];

function tableOf(results: readonly Measured[]): string {
  const rows = results.map((one) => [
    `${one.key} ${one.name}`,
    one.sixteen.http.perSecond,
    one.sixteen.floor.perSecond,
    one.share,
    one.one.http.p50,
    one.one.http.p99,
    one.one.floor.p50,
    one.one.tenth.p50,
    one.tenfold,
    one.spread,
    one.cpuMs.server,
    one.cpuMs.database,
    one.statements,
  ]);
  return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

function pageOf(whole: Whole, missed: readonly string[]): string {
  const { customers, calls, readyMs, results, lasting } = whole;
  const [cpu] = cpus();
  const machine = `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}`;
  return `# Benchmarks

Written by \`npm run bench -- --operations --publish\`; not by hand.

${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${machine}. ${customers.toLocaleString('en')} customers,
${Math.round(customers * 1.2).toLocaleString('en')} vehicles, about ${(customers * 5).toLocaleString('en')} orders and ${(customers / 5).toLocaleString('en')} complaints; beside them, in the same database, a house of
a tenth. Server, database and the asking client share the machine. ${calls} requests of each operation one after the other, ${calls * 4} by
sixteen hands, ${calls} at half of that throughput. The floor is the same SQL by the bare driver in the same run, on a copy of the
database, without HTTP, rights, audit and idempotency; it and the program are asked in turn. Trust the ratios, not the
milliseconds. Ready ${readyMs} ms after the start.

![Requests a second beside the floor](pictures/benchmark.svg)

Requests a second by sixteen hands; p50 and p99 one after the other, in milliseconds; CPU in milliseconds a request.

${tableOf(results)}

${lasting ? lastingText(lasting) : ''}${missed.length === 0 ? 'All of what is promised was reached.' : `Not reached:\n\n${missed.map((line) => `- ${line}`).join('\n')}`}
`;
}

const lastingText = (
  lasting: Lasting,
): string => `With ${lasting.streams} event streams open the throughput of a mixed load is ${lasting.streamsShare} of that without any, the CPU a request
of server and database ${lasting.streamsCpu} times; over ${lasting.minutes} minutes at ${lasting.perSecond} requests a second with them open the CPU a request ends
at ${lasting.cpuRatio} times and the server's memory at ${lasting.memoryRatio} times of what they were after the first minute (\`npm run bench -- --lasting\`).

`;

const row = 34;
const left = 250;
const width = 420;

/** Bars: the program's requests a second over the floor's. */
function pictureOf(results: readonly Measured[]): string {
  const bars = results.map(({ key, name, share, sixteen }, at) => {
    const y = 30 + at * row;
    const length = Math.min(1, share) * width;
    return `<text x="${left - 8}" y="${y + 15}" text-anchor="end">${key} ${name}</text>
<rect x="${left}" y="${y}" width="${width}" height="20" fill="#d8dee3"/>
<rect x="${left}" y="${y}" width="${length.toFixed(1)}" height="20" fill="#17616b"/>
<text x="${left + width + 8}" y="${y + 15}">${sixteen.http.perSecond.toFixed(0)} of ${sixteen.floor.perSecond.toFixed(0)}</text>`;
  });
  const height = 40 + results.length * row;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 130} ${height}" font-family="sans-serif" font-size="12">
<title>Requests a second beside the floor</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${left}" y="18">requests a second of those of the bare SQL</text>
${bars.join('\n')}
</svg>
`;
}
