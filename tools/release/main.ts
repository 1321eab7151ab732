import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { programVersion } from '#database/backup/program.ts';
import { asSuperuser, reachRunning } from '#database/backup/reach.ts';
import { startEmbedded } from '#database/embedded/embedded.ts';
import { migrate } from '#database/migrate.ts';
import { writeDump } from '#database/portable/dump.ts';
import { systemClock } from '#platform/clock.ts';
import { Database } from '#platform/database.ts';
import { makeDemo } from '#tools/demo/demo.ts';

// node tools/release/main.ts [--customers 50]: the sample shop in the form of this release, kept for ever in test/releases.
const { values } = parseArgs({ options: { customers: { type: 'string', default: '50' } } });
const version = programVersion();
const folder = path.join('test', 'releases', version);
if (existsSync(folder)) {
  console.error(`${folder} is there already: what was released is not changed`);
  process.exit(1);
}

const dataDir = mkdtempSync(path.join(tmpdir(), 'jingming-release-'));
const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
try {
  await migrate({ ...embedded.ownerConfig }, () => {});
  const database = new Database({ ...embedded.appConfig, statement_timeout: 120_000 }, 4);
  const customers = Number(values.customers);
  await makeDemo(database, { customers, now: systemClock.now(), say: () => {} });
  await database.close();
  const dump = await asSuperuser(reachRunning(dataDir), (client) =>
    writeDump(client, folder, version),
  );
  const rows = Object.values(dump.tables).reduce((sum, table) => sum + table.rows, 0);
  console.log(`${folder}: ${Object.keys(dump.tables).length} tables, ${rows} rows`);
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
