import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './flows.ts';
import type { Look } from './traces.ts';

const below = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name, parentPath }) => join(parentPath, name));
  } catch {
    return [];
  }
};

/** Every row's bytes are there and are what the row says. */
export async function brokenBytes(look: Look, tenantId: string, dataDir: string) {
  const rows = await look(
    `select sha256, size_bytes::int as size from files where state = 'ready'`,
  );
  return rows.flatMap(({ sha256, size }) => {
    const hash = String(sha256);
    try {
      const bytes = readFileSync(join(dataDir, 'files', tenantId, hash.slice(0, 2), hash));
      return hashOf(bytes) === hash && bytes.length === size ? [] : [`file ${hash} is spoiled`];
    } catch {
      return [`file ${hash} has a row but no bytes`];
    }
  });
}

/** Bytes that belong to no row: half-taken uploads, and those of a program that died before it wrote the row. */
export async function strayBytes(look: Look, tenantId: string, dataDir: string) {
  const rows = await look('select sha256 from files');
  const known = new Set(rows.map(({ sha256 }) => sha256));
  const files = join(dataDir, 'files');
  const placed = below(join(files, tenantId)).filter((path) => !known.has(path.slice(-64)));
  return [...placed, ...below(join(files, 'incoming'))];
}
