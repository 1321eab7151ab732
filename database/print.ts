import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { distributionOf } from './distribution.ts';
import { startEmbedded } from './embedded/embedded.ts';
import { generateTypes } from './generate-types.ts';
import { migrate } from './migrate.ts';

// npm run types: migrates an empty database and prints the row types from its catalogue, and how its tables are spread over
// many machines.
const dataDir = mkdtempSync(join(tmpdir(), 'jingming-types-'));
const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
try {
  await migrate({ ...embedded.ownerConfig }, console.log);
  const client = new pg.Client({ ...embedded.ownerConfig });
  await client.connect();
  const target = join(import.meta.dirname, 'types.generated.ts');
  writeFileSync(target, await generateTypes(client));
  writeFileSync(join(import.meta.dirname, 'distribution.sql'), await distributionOf(client));
  await client.end();
} finally {
  await embedded.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
