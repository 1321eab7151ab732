import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';

/** A real PostgreSQL for the whole run, made new and thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jingming-test-'));
  const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
  await migrate(embedded.ownerConfig, () => {});
  project.provide('databases', {
    app: { ...embedded.appConfig },
    owner: { ...embedded.ownerConfig },
  });
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
