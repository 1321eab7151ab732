import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';

/** A real PostgreSQL for the whole run, made new and thrown away. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jingming-test-'));
  const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
  await migrate(embedded.ownerConfig, () => {});
  // For who wants a database of his own: nobody is connected to this one, so it can be copied at any time.
  const template = 'jingming_template';
  const owner = new pg.Client(embedded.ownerConfig);
  await owner.connect();
  await owner.query(`create database ${template} template ${embedded.ownerConfig.database}`);
  await owner.end();
  project.provide('databases', {
    template,
    app: { ...embedded.appConfig },
    owner: { ...embedded.ownerConfig },
  });
  return async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
