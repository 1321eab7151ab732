import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { goesWithUs } from './last-one-out.ts';

const newFolder = () => mkdtempSync(join(tmpdir(), 'jingming-flow-'));

let prepared: Promise<string> | undefined;

/** A house in which nobody has been yet, its database made and migrated. */
async function prepare(): Promise<string> {
  const dataDir = newFolder();
  goesWithUs({ dataDir });
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  await migrate(embedded.ownerConfig, () => {});
  await embedded.stop();
  return dataDir;
}

/** A data directory of one's own, as the first start leaves it: making one takes longer than most flows. */
export async function dataDirOfANewHouse(): Promise<string> {
  prepared ??= prepare();
  const dataDir = newFolder();
  const from = await prepared;
  // Root lets an account of its own run the database, and its files have to stay that one's.
  if (process.getuid?.() === 0) execFileSync('cp', ['-Rp', `${from}/.`, dataDir]);
  else cpSync(from, dataDir, { recursive: true, preserveTimestamps: true });
  return dataDir;
}
