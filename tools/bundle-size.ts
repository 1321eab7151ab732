import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Weighs the browser's half as it goes over the wire (brotli), from the build's manifest. Prints one JSON line and
 * fails above the budget: `node tools/bundle-size.ts`, after `vite build`.
 */

const out = 'dist/web';
const firstScreenBudget = 350 * 1024;
const furtherScreenBudget = 60 * 1024;
/**
 * pdf.js with the program of its worker: the reader of PDFs, fetched when the first one is opened, by no screen's first
 * view, and kept by the browser over our releases. It reads what scanners and other programs made in thirty years.
 */
const viewerBudget = 480 * 1024;
const viewerName = 'modules/files/web/PdfPages.tsx';
const entryName = 'index.html';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  assets?: string[];
  isDynamicEntry?: boolean;
}
type Manifest = Readonly<Record<string, Chunk>>;

/** A chunk and all that must be there before it runs. */
function closureOf(manifest: Manifest, key: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return seen;
  seen.add(key);
  for (const needed of chunk.imports ?? []) closureOf(manifest, needed, seen);
  return seen;
}

async function weightOf(manifest: Manifest, keys: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const key of keys) {
    const { file } = manifest[key]!;
    if (file.endsWith('.js')) bytes += (await stat(join(out, `${file}.br`))).size;
  }
  return bytes;
}

const isPage = ([key, chunk]: [string, Chunk]) =>
  chunk.isDynamicEntry === true && /Page\.tsx$/.test(key);

const manifest = JSON.parse(await readFile(join(out, '.vite/manifest.json'), 'utf8')) as Manifest;
const entry = closureOf(manifest, entryName);
const pages = Object.entries(manifest)
  .filter(isPage)
  .map(([key]) => key);
// Everybody came in through the sign-in page, which brings the form and its fields.
const there = new Set([...entry, ...closureOf(manifest, 'web/pages/LoginPage.tsx')]);
const weights: Record<string, { openedFirstBytes: number; openedLaterBytes: number }> = {};
for (const page of pages) {
  const needed = closureOf(manifest, page);
  const later = [...needed].filter((key) => !there.has(key));
  weights[page] = {
    openedFirstBytes: await weightOf(manifest, new Set([...entry, ...needed])),
    openedLaterBytes: await weightOf(manifest, later),
  };
}
const tooHeavy = Object.entries(weights)
  .filter(
    ([, { openedFirstBytes, openedLaterBytes }]) =>
      openedFirstBytes > firstScreenBudget || openedLaterBytes > furtherScreenBudget,
  )
  .map(([page]) => page);
const shellBytes = await weightOf(manifest, entry);
const viewerBytes = await viewerWeight();
if (viewerBytes > viewerBudget) tooHeavy.push(viewerName);
const told = {
  shellBytes,
  firstScreenBudget,
  furtherScreenBudget,
  viewerBytes,
  viewerBudget,
  tooHeavy,
  weights,
};
console.log(JSON.stringify(told));
process.exitCode = tooHeavy.length > 0 ? 1 : 0;

/** Its own chunks and the worker; no screen may need any of them before a file is opened. */
async function viewerWeight(): Promise<number> {
  const own = [...closureOf(manifest, viewerName)].filter((key) => !there.has(key));
  const workers = own
    .flatMap((key) => manifest[key]?.assets ?? [])
    .filter((file) => file.endsWith('.mjs'));
  if (workers.length === 0) throw new Error(`${viewerName} has no worker in the manifest`);
  let bytes = await weightOf(manifest, own);
  for (const file of workers) bytes += (await stat(join(out, `${file}.br`))).size;
  return bytes;
}
