import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Weighs the browser's half as it goes over the wire (brotli), from the build's manifest. Prints one JSON line and
 * fails above the budget: `node tools/bundle-size.ts`, after `vite build`.
 */

const out = 'dist/web';
const firstScreenBudget = 350 * 1024;
const furtherScreenBudget = 60 * 1024;
const entryName = 'index.html';

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
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
const told = { shellBytes, firstScreenBudget, furtherScreenBudget, tooHeavy, weights };
console.log(JSON.stringify(told));
process.exitCode = tooHeavy.length > 0 ? 1 : 0;
