import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionConfig, startEmbedded } from '#database/embedded/embedded.ts';
import { secretOf } from '#database/embedded/secrets.ts';
import { migrate } from '#database/migrate.ts';
import { databasesFrom } from '#test/server.ts';

/**
 * A real PostgreSQL for one run, made new and thrown away; `TestShop.open()` then works as in a test, with the whole
 * program in this process. The superuser, whom nobody has otherwise, looks past row-level security for those who judge
 * it. @returns what to call at the end
 */
export async function throwawayDatabase(): Promise<{
  app: ConnectionConfig;
  owner: ConnectionConfig;
  superuser: ConnectionConfig;
  end(): Promise<void>;
}> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jingming-check-'));
  const embedded = await startEmbedded({ dataDir, log: () => {}, throwaway: true });
  await migrate(embedded.ownerConfig, () => {});
  const app = { ...embedded.appConfig };
  const owner = { ...embedded.ownerConfig };
  databasesFrom(() => ({ app, owner }));
  return {
    app,
    owner,
    superuser: { ...owner, ...secretOf(join(dataDir, 'secret'), 'superuser') },
    end: async () => {
      await embedded.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
