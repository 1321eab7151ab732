import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { parseSync } from 'vite';
import type { RegexOrder, RegexVerdict } from './regex-worker.ts';

const root = resolve(import.meta.dirname, '../../..');
const looked = '{shared,platform,modules,server,web,database}/**/*.{ts,tsx}';
/** For one expression with all its inputs, on a machine with other things to do. */
const patienceMs = 30_000;

/** Every expression of the program: the literals of its source, and the patterns of its contracts. */
export function expressions(patterns: readonly string[]): RegexOrder[] {
  const found = new Map<string, RegexOrder>();
  for (const path of globSync([looked, '*.{ts,tsx}'], { cwd: root })) {
    if (/\.test\.tsx?$|-for-tests\.ts$|fixture\.ts$/.test(path)) continue;
    for (const { pattern, flags } of literalsIn(path)) {
      found.set(`/${pattern}/${flags}`, { pattern, flags, where: path });
    }
  }
  for (const pattern of patterns) found.set(pattern, { pattern, flags: 'u', where: 'a contract' });
  return [...found.values()];
}

function literalsIn(path: string): { pattern: string; flags: string }[] {
  const literals: { pattern: string; flags: string }[] = [];
  const { program } = parseSync(path, readFileSync(resolve(root, path), 'utf8'));
  const walk = (node: unknown): void => {
    if (node === null || typeof node !== 'object' || node instanceof RegExp) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) literals.push(regex);
    for (const inner of Object.values(node)) walk(inner);
  };
  walk(program);
  return literals;
}

/** Every `pattern` in the contracts that are served. */
export function patternsIn(value: unknown, found = new Set<string>()): string[] {
  if (value !== null && typeof value === 'object') {
    const { pattern } = value as { pattern?: unknown };
    if (typeof pattern === 'string') found.add(pattern);
    for (const inner of Object.values(value)) patternsIn(inner, found);
  }
  return [...found];
}

/** Gives each expression its hostile inputs, in a thread that is ended when one does not come to an end (G-21). */
export async function tryExpressions(
  orders: readonly RegexOrder[],
  fail: (what: string) => void,
): Promise<number> {
  let at = 0;
  while (at < orders.length) at = await tryFrom(orders, at, fail);
  return orders.length;
}

/** @returns where to go on: behind the last, or behind the one that did not end */
function tryFrom(
  orders: readonly RegexOrder[],
  first: number,
  fail: (what: string) => void,
): Promise<number> {
  const worker = new Worker(new URL('./regex-worker.ts', import.meta.url));
  return new Promise((done, broken) => {
    let at = first;
    const end = (next: number) => {
      clearTimeout(alarm);
      void worker.terminate().then(() => done(next));
    };
    const stuck = () => {
      fail(`${nameOf(orders[at]!)} does not come to an end`);
      end(at + 1);
    };
    let alarm = setTimeout(stuck, patienceMs);
    worker.on('error', broken);
    worker.on('message', ({ slow }: RegexVerdict) => {
      if (slow) fail(`${nameOf(orders[at]!)} is not linear: ${slow}`);
      at++;
      if (at >= orders.length) return end(at);
      clearTimeout(alarm);
      alarm = setTimeout(stuck, patienceMs);
      worker.postMessage(orders[at]);
    });
    worker.postMessage(orders[at]);
  });
}

const nameOf = ({ pattern, flags, where }: RegexOrder) =>
  `/${pattern.slice(0, 120)}/${flags} of ${where}`;
