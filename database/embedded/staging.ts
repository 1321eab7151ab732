import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { Binaries } from './binaries.ts';

/**
 * Copies the binaries to where an unprivileged account can run them (the project lies under a
 * closed folder such as `/root`). The copy stays root's, so the account cannot change what it runs.
 */
export function stageBinaries(binaries: Binaries, stagingDir: string): Binaries {
  const root = path.join(stagingDir, `postgresql-${binaries.packageVersion}`);
  if (!existsSync(root)) {
    mkdirSync(stagingDir, { recursive: true, mode: 0o755 });
    const draft = mkdtempSync(path.join(stagingDir, 'unfinished-'));
    cpSync(binaries.root, draft, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', draft]);
    renameSync(draft, root);
  }
  return { ...binaries, root };
}
