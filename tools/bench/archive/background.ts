import { setTimeout as sleep } from 'node:timers/promises';
import { type Figures, figuresOf } from '../measure.ts';
import { ask, type Place } from './asking.ts';
import { type Memory, watchMemory } from './memory.ts';

export interface Ran {
  seconds: number;
  /** How often the bar stood somewhere else. */
  stepsSeen: number;
  memory: Memory;
  /** The plate card and the search box of the same house: before, and while it ran. */
  before: Figures;
  meanwhile: Figures;
}

interface Server {
  base: string;
  pid: number;
}
const pause = 100;
const mostSeconds = 3600;

/** What a shop does meanwhile: types plates and opens customers. */
function desk({ base }: Server, { askers, kinds }: Place) {
  const asked = kinds.filter(
    ({ by, name }) => by === 'shop' && ['plate', 'whole name', 'customer page'].includes(name),
  );
  let turn = 0;
  return async () => {
    const { asked: paths } = asked[turn % asked.length]!;
    const one = paths[Math.floor(turn++ / asked.length) % paths.length]!;
    const from = performance.now();
    await ask(base, askers.shop, one);
    return performance.now() - from;
  };
}

/** Runs a work of the product's own while a shop goes on working, and looks at its progress as its screen does. */
async function watched(
  server: Server,
  place: Place,
  progress: () => Promise<{ at: number; isDone: boolean }>,
): Promise<Ran> {
  const working = desk(server, place);
  const timesOf = async (until: (calls: number) => Promise<boolean>) => {
    const times: number[] = [];
    while (!(await until(times.length))) {
      times.push(await working());
      await sleep(pause / 5);
    }
    return times;
  };
  const before = figuresOf(await timesOf(async (calls) => calls >= 200));
  const stop = watchMemory(server.pid);
  const from = performance.now();
  const seen = new Set<number>();
  let lookedAt = 0;
  const meanwhile = await timesOf(async () => {
    if (performance.now() - lookedAt < pause * 5) return false;
    lookedAt = performance.now();
    if (lookedAt - from > mostSeconds * 1000) throw new Error('the work did not end in an hour');
    const { at, isDone } = await progress();
    seen.add(at);
    return isDone;
  });
  const seconds = Math.round((performance.now() - from) / 100) / 10;
  return {
    seconds,
    stepsSeen: seen.size,
    memory: stop(),
    before,
    meanwhile: figuresOf(meanwhile),
  };
}

interface Run {
  id: string;
  state: 'running' | 'done' | 'cancelled';
  doneRows: number;
  totalRows: number;
  found: number;
}

/** The search for duplicates over the whole house, as its button starts it. */
export async function searchDuplicates(server: Server, place: Place) {
  const { base } = server;
  const { headOffice } = place.askers;
  let run: Run | undefined;
  const ran = await watched(server, place, async () => {
    run = (await ask(
      base,
      headOffice,
      run ? { path: `/duplicates/runs/${run.id}` } : { path: '/duplicates/runs', body: {} },
    )) as Run;
    return { at: run.doneRows, isDone: run.state === 'done' };
  });
  return { ...ran, rows: run!.doneRows, found: run!.found };
}

interface Batch {
  id: string;
  state: string;
  doneRows: number;
  counts: Record<string, number>;
  made: Record<string, number>;
}

/** As many rows as a list may have; the heading is one of them. */
export const listRows = 100_000;

/** Customers with a car each whom nobody has on file. */
const listOf = (rows: number) => {
  const lines = Array.from({ length: rows - 1 }, (_, at) => {
    const number = String(at).padStart(5, '0');
    return `客户${number},190${String(at).padStart(8, '0')},京${'ABCDEFGHJK'[at % 10]}${number},大众 朗逸,2026-0${(at % 9) + 1}-15,${at % 90_000}`;
  });
  return ['姓名,手机,车牌号,车型,上次进厂,里程', ...lines].join('\n');
};

/** A list of a hundred thousand rows, judged and written, as the import's two buttons do. */
export async function importList(server: Server, place: Place) {
  const { base } = server;
  const { headOffice } = place.askers;
  const uploaded = await fetch(`${base}/api/v1/files?name=${encodeURIComponent('客户.csv')}`, {
    method: 'POST',
    headers: { cookie: headOffice, 'content-type': 'application/octet-stream' },
    body: listOf(listRows),
  });
  const { id: fileId } = (await uploaded.json()) as { id: string };
  let batch: Batch | undefined;
  const asking = async (body: object | undefined, path: string) => {
    batch = (await ask(base, headOffice, { path, body })) as Batch;
    if (batch.state === 'failed') throw new Error(`the list was refused: ${JSON.stringify(batch)}`);
    return batch;
  };
  const until = async (done: string, path: string, body: object) =>
    watched(server, place, async () => {
      const begins = batch === undefined || (batch.state === 'judged' && done === 'imported');
      const { state, doneRows } = await asking(
        begins ? body : undefined,
        begins ? path : `/imports/${batch!.id}`,
      );
      return { at: doneRows, isDone: state === done };
    });
  const judged = await until('judged', '/imports', { fileId });
  const written = await until('imported', `/imports/${batch!.id}/run`, {});
  return { judged, written, made: batch!.made };
}
