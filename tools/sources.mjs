import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from './console.mjs';

/** A hash over the names and contents of files, alike on every system. */
export function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${path.relative(root, file).replaceAll('\\', '/')} ${content.length}\n`);
    hash.update(content);
  }
  return hash.digest('hex');
}

/** All files below a folder; none where there is no such folder. */
export function filesBelow(folder) {
  return entriesOf(folder).flatMap((entry) =>
    statSync(entry).isDirectory() ? filesBelow(entry) : [entry],
  );
}

/** The paths in a folder; none where there is no such folder. */
export function entriesOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => path.join(folder, name));
}
