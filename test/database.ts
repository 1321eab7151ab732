import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { layByMonth } from './by-month.ts';
import { databaseOfUrl } from './database-of-url.ts';

/** A cluster of its own, made new and thrown away. */
async function ownCluster() {
  const dataDir = mkdtempSync(join(tmpdir(), 'jingming-test-'));
  const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
  const stop = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { ownerConfig: embedded.ownerConfig, appConfig: embedded.appConfig, stop };
}

/**
 * A real PostgreSQL for the whole run: its own, or the one that `TEST_DATABASE_URL` names. With `TEST_BY_MONTH` the tables that
 * may lie by month do, so that any test can be run in a large house's shape.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const address = process.env.TEST_DATABASE_URL;
  const cluster = address ? await databaseOfUrl(address) : await ownCluster();
  await migrate(cluster.ownerConfig, () => {});
  if (process.env.TEST_BY_MONTH) await layByMonth(cluster.ownerConfig);
  // For who wants a database of his own: nobody is connected to this one, so it can be copied at any time.
  const template = 'jingming_template';
  const owner = new pg.Client(cluster.ownerConfig);
  await owner.connect();
  await owner.query(`create database ${template} template ${cluster.ownerConfig.database}`);
  await owner.end();
  project.provide('databases', {
    template,
    app: { ...cluster.appConfig },
    owner: { ...cluster.ownerConfig },
  });
  return cluster.stop;
}
