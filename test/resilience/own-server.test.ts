import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ConnectionConfig, startEmbedded } from '#database/embedded/embedded.ts';
import { Program, removeDir, setUp, throwawayDir } from '../process.ts';

const addressOf = ({ user, password, database, host, port }: ConnectionConfig) =>
  `postgres://${user}:${encodeURIComponent(password)}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;

test('D-80 with DATABASE_URL a server of one’s own is used, and none is started beside it', async () => {
  const [serverDir, dataDir] = [throwawayDir(), throwawayDir()];
  const own = await startEmbedded({ dataDir: serverDir, log: () => {}, throwaway: true });
  const env = {
    DATABASE_URL: addressOf(own.appConfig),
    DATABASE_OWNER_URL: addressOf(own.ownerConfig),
  };
  try {
    const first = await Program.start({ dataDir, env });
    const { headers } = await setUp(first);
    await first.end();
    const again = await Program.start({ dataDir, env });
    const session = await again.ask('GET', '/session', { headers });
    expect(session.status).toBe(200);
    await again.end();
    expect(existsSync(join(dataDir, 'postgres'))).toBe(false);
  } finally {
    await own.stop();
    removeDir(serverDir);
    removeDir(dataDir);
  }
});
